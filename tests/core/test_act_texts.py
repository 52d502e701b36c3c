"""What was said of a page's changes can be said in further languages, never said anew."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from cms.core.acts import act_record, act_texts_add, acts_of
from cms.core.models import ActText
from tests.factories.pages import StandardPageFactory, fresh, home_in, published, translated
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(locales, users):
    page = published(StandardPageFactory(parent=home_in("hu"), slug="oldal"))
    translated(page)
    return page


@pytest.fixture
def act(page):
    return act_record(page=page, kind="published", texts={"hu": "Új cím."})


def url_of(page):
    return reverse("act_texts", args=[page.pk])


def english_of(page):
    return type(page).objects.get(translation_key=page.translation_key, locale__language_code="en")


def texts(act):
    return dict(act.texts.values_list("locale__language_code", "text"))


def log_in(client, role):
    client.login(username=role, password=PASSWORD)


@pytest.mark.parametrize("role", ["moderator", "administrator", "english"])
def test_a_missing_language_is_added_and_readers_see_it(page, act, client, role):
    log_in(client, role)
    answer = client.post(url_of(page), {f"text_{act.pk}_en": "New address."})
    assert answer.status_code == 302
    assert texts(act) == {"hu": "Új cím.", "en": "New address."}
    assert acts_of(english_of(page))[0].text == "New address."
    assert PageLogEntry.objects.filter(page=page.pk, action="acts.text").count() == 1


def test_an_editor_adds_what_is_unsaid_in_hungarian_alone(page, client):
    act = act_record(page=page, kind="published", texts={"en": "New address."})
    log_in(client, "editor")
    client.post(url_of(page), {f"text_{act.pk}_hu": "Új cím.", f"text_{act.pk}_en": "Forged"})
    assert texts(act) == {"hu": "Új cím.", "en": "New address."}


def test_an_editor_adds_no_language_of_pages_that_are_not_theirs(page, act, client):
    log_in(client, "editor")
    client.post(url_of(page), {f"text_{act.pk}_en": "Not mine"})
    assert texts(act) == {"hu": "Új cím."}


@pytest.mark.parametrize("role", ["editor", "moderator", "english", "administrator"])
def test_a_text_that_is_there_is_never_changed(page, act, client, role):
    log_in(client, role)
    client.post(url_of(page), {f"text_{act.pk}_hu": "Másként"})
    assert texts(act) == {"hu": "Új cím."}


def test_two_who_write_at_once_leave_the_first_text(page, act):
    late = act
    act_texts_add(act=act, texts={"en": "First"})
    assert act_texts_add(act=late, texts={"en": "Second"}) == 0
    assert texts(act)["en"] == "First"


def test_a_text_of_another_page_cannot_be_reached(page, act, client):
    other = published(StandardPageFactory(parent=home_in("hu"), slug="masik"))
    log_in(client, "moderator")
    client.post(url_of(other), {f"text_{act.pk}_en": "Elsewhere"})
    assert texts(act) == {"hu": "Új cím."}


def test_a_text_that_is_too_long_gets_a_sentence(page, act, client):
    log_in(client, "moderator")
    answer = client.post(url_of(page), {f"text_{act.pk}_en": "x" * 1001})
    assert answer.status_code == 200
    assert "1000" in answer.content.decode()
    assert not ActText.objects.filter(locale__language_code="en").exists()


@pytest.mark.parametrize("view", ["wagtailadmin_pages:edit", "wagtailadmin_explore"])
def test_the_menu_of_the_page_leads_there(page, act, client, view):
    log_in(client, "moderator")
    assert url_of(page) in client.get(reverse(view, args=[page.pk])).content.decode()


def test_it_lists_acts_newest_first_also_from_the_translation(page, act, client):
    act_record(page=fresh(page), kind="withdrawn", texts={"hu": "Elavult."})
    log_in(client, "english")
    html = client.get(url_of(english_of(page))).content.decode()
    assert html.index("Elavult.") < html.index("Új cím.")


def test_a_page_without_acts_says_so(page, client):
    log_in(client, "moderator")
    assert client.get(url_of(page)).status_code == 200
    assert (
        url_of(page)
        not in client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    )
