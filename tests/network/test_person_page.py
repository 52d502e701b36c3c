"""A person decides: hidden on request means public nowhere, a photo needs recorded consent."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Page

from cms.core.facts.change import facts_change
from cms.core.visibility import visible_pages
from network.models import PersonPage
from tests.factories.members import make_body, make_membership, make_person, make_role
from tests.factories.pages import fresh, published, translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(locales):
    page = make_person(title="Minta Anna", slug="anna", photo=True, languages=["hu", "vi"])
    translated(page)
    return page


def shown(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status, path
    return response.content.decode()


def hide(page, hidden=True):
    facts_change(page=page, fields={"hidden_on_request": hidden})


def test_hidden_on_request_is_gone_in_all_languages_at_once(person, client):
    body = make_body(slug="kerekasztal")
    make_membership(body=body, person=person)
    make_role(person=person, body=body)
    assert "Minta Anna" in shown(client, "/hu/kerekasztal/")
    hide(person)
    for lang in ("hu", "en"):
        shown(client, f"/{lang}/emberek/anna/", 404)
        assert "Minta Anna" not in shown(client, f"/{lang}/emberek/")
        assert "Minta Anna" not in shown(client, f"/{lang}/")
        assert "Minta Anna" not in shown(client, f"/{lang}/search/?q=minta")
    assert "Minta Anna" not in shown(client, "/hu/kerekasztal/")
    assert not visible_pages().filter(translation_key=person.translation_key).exists()
    assert PersonPage.objects.live().count() == 2


def test_shown_again_it_is_back_at_once(person, client):
    hide(person)
    hide(person, hidden=False)
    shown(client, "/hu/emberek/anna/")
    shown(client, "/en/emberek/anna/")


def test_no_draft_and_no_later_translation_brings_a_hidden_person_back(person, client, locales):
    revision = fresh(person).save_revision()
    twin = person.get_translation(locales["en"])
    twin.delete()
    hide(person)
    revision.publish()
    translated(fresh(person))
    shown(client, "/hu/emberek/anna/", 404)
    shown(client, "/en/emberek/anna/", 404)


def test_a_photo_without_consent_is_neither_shown_nor_served(person, client):
    url = person.photo.get_rendition("fill-320x320|format-webp").url
    assert "<img" not in shown(client, "/hu/emberek/anna/")
    assert "<img" not in shown(client, "/hu/emberek/")
    shown(client, url, 404)


def test_consent_shows_the_photo_and_its_withdrawal_takes_it_out_at_once(person, client):
    older = fresh(person).save_revision()
    facts_change(page=person, fields={"photo_consent_on": timezone.localdate()})
    for lang in ("hu", "en"):
        assert 'alt="Minta Anna' in shown(client, f"/{lang}/emberek/anna/")
    url = person.photo.get_rendition("fill-320x320|format-webp").url
    assert client.get(url).status_code == 200
    facts_change(page=person, fields={"photo_consent_on": None})
    older.publish()
    for lang in ("hu", "en"):
        assert "<img" not in shown(client, f"/{lang}/emberek/anna/")
    shown(client, url, 404)


def test_a_hidden_person_has_no_public_photo(person, client):
    facts_change(page=person, fields={"photo_consent_on": timezone.localdate()})
    url = person.photo.get_rendition("fill-320x320|format-webp").url
    hide(person)
    shown(client, url, 404)


@pytest.mark.parametrize(
    ("title", "first", "family"),
    [("Minta Anna", True, "Minta"), ("Anna Minta", False, "Minta"), ("Anna", False, "Anna")],
)
def test_the_family_name_is_taken_from_the_title(locales, title, first, family):
    assert make_person(title=title, family_name_first=first).family_name == family


def test_people_stand_by_family_name_as_hungarians_sort(locales, client):
    for name in ("Minta Zsolt", "Csaba Minta", "Cukor Minta", "Ágoston Minta", "Bela Minta"):
        make_person(title=name)
    listing = client.get("/hu/emberek/").context["listing"]
    assert [page.family_name for page in listing.items] == [
        "Ágoston", "Bela", "Cukor", "Csaba", "Minta",
    ]  # fmt: skip


def test_the_name_in_its_own_script_says_its_language(person, client):
    page = fresh(person)
    page.name_original, page.name_original_language = "阮明", "zh-hans"
    published(page)
    assert '<bdi lang="zh-hans">阮明</bdi>' in shown(client, "/en/emberek/anna/")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"photo_consent_on": timezone.datetime(2999, 1, 1).date()}, "photo_consent_on"),
        ({"name_original": "阮明"}, "name_original_language"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(person, values, field):
    page = PersonPage(title="Minta", **values)
    with pytest.raises(ValidationError) as error:
        page.clean()
    assert len(error.value.message_dict[field]) == 1


def test_a_deleted_person_takes_all_records_along(person):
    body = make_body()
    make_membership(body=body, person=person)
    make_role(person=person, body=body)
    fresh(person).delete()
    from network.models import Membership, RoleAppointment

    assert not Membership.objects.exists()
    assert not RoleAppointment.objects.exists()
    assert not Page.objects.filter(translation_key=person.translation_key).exists()
