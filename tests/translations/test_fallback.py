"""Paragraphs that stay Hungarian: only where the page's policy lets them, and said to be so."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from cms.operations.waiting import run_waiting
from cms.translations.fallback import fallback_allow
from cms.translations.models import FallbackPage, TranslationRevision, TranslationState
from cms.translations.requests import translation_request
from cms.translations.reviewing import review_approve, review_send, review_task
from cms.translations.saving import segment_save
from cms.translations.segments.read import lines_of
from tests.factories.pages import fresh
from tests.translations.people import reviewer_of, translator_of
from tests.translations.sheets import TEXTS, make_page

pytestmark = pytest.mark.django_db
#: A paragraph that is left out, and one with a link and one with emphasis that are translated.
LEFT = TEXTS[2]


@pytest.fixture(params=["uk", "ar"])
def code(request):
    return request.param


@pytest.fixture
def page(locales):
    return make_page()


@pytest.fixture
def translation(page, locales, code):
    return translation_request(page=page, locale=locales[code])


@pytest.fixture
def people(locales, code):
    return translator_of(locales[code]), reviewer_of(locales[code])


def write(translation, user, *, but=()):
    for line in lines_of(translation.source_id, translation.target_locale_id):
        if line.source not in but:
            segment_save(
                translation=translation, segment_id=line.segment_id,
                text=f"{line.source} (t)", user=user,
            )  # fmt: skip


def twin_of(page, translation):
    return type(page).objects.get(
        translation_key=page.translation_key, locale=translation.target_locale
    )


def publish(page, translation, people):
    review_send(translation=translation, user=people[0])
    task = review_task(twin_of(page, translation))
    review_approve(translation=translation, user=people[1], revision_id=task.revision_id)
    run_waiting()
    return twin_of(page, translation)


def state_of(translation):
    return TranslationState.objects.get(translation=translation)


def shown(client, page):
    response = client.get(page.url_path)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").main


def test_without_the_policy_nothing_goes_out(page, translation, people):
    write(translation, people[0], but=[LEFT])
    with pytest.raises(ValidationError, match="nincs lefordítva"):
        review_send(translation=translation, user=people[0])


def test_a_paragraph_stands_there_in_its_own_language(page, translation, people, users):
    fallback_allow(page=page, user=users["administrator"], is_allowed=True)
    write(translation, people[0], but=[LEFT])
    twin = publish(page, translation, people)
    made = TranslationRevision.objects.get(revision_id=twin.live_revision_id)
    assert [kind for *_rest, kind in made.segments].count("fallback") == 1
    body = BeautifulSoup(str(twin.body), "html.parser")
    [span] = body.select("span[lang]")
    assert (span.get_text(), span["lang"], span["dir"]) == (LEFT, "hu", "ltr")
    assert body.find("a").get("href") == "https://example.org/urlap"
    assert body.get_text().count("(t)") == 2


def test_readers_are_told_and_the_team_has_it_to_do(page, locales, users, client):
    translation = translation_request(page=page, locale=locales["uk"])
    people = translator_of(locales["uk"]), reviewer_of(locales["uk"])
    home = twin_of(page, translation).get_parent().specific
    home_translation = translation_request(page=page.get_parent().specific, locale=locales["uk"])
    write(home_translation, people[0])
    publish(page.get_parent().specific, home_translation, people)
    assert fresh(home).live
    fallback_allow(page=page, user=users["administrator"], is_allowed=True)
    write(translation, people[0], but=[LEFT])
    twin = publish(page, translation, people)
    state = state_of(translation)
    assert (state.status, state.standing, state.missing) == ("major", "current", 1)
    told = shown(client, twin).select_one(".told .strip")
    assert told is not None
    assert told.select("p")[0].strong is not None
    write(translation, people[0])
    assert state_of(translation).status == "minor"
    twin = publish(page, translation, people)
    assert state_of(translation).status == "current"
    assert not BeautifulSoup(str(twin.body), "html.parser").select("span[lang]")
    assert shown(client, twin).select_one(".told .strip") is None


def test_a_title_is_translated_in_any_case(page, translation, people, users):
    fallback_allow(page=page, user=users["administrator"], is_allowed=True)
    write(translation, people[0], but=[page.title])
    with pytest.raises(ValidationError, match="nincs lefordítva"):
        review_send(translation=translation, user=people[0])


def test_the_policy_is_the_publishers(page, users, client):
    with pytest.raises(PermissionDenied):
        fallback_allow(page=page, user=users["editor"], is_allowed=True)
    url = reverse("desk:fallback", args=[page.pk])
    client.force_login(users["editor"])
    assert client.post(url, {"allow": "yes"}).url == "/admin/"
    assert not FallbackPage.objects.exists()
    client.force_login(users["moderator"])
    assert client.post(url, {"allow": "yes"}).url == reverse("desk:source", args=[page.pk])
    assert FallbackPage.objects.get().translation_key == page.translation_key
    client.post(url, {"allow": "no"})
    assert not FallbackPage.objects.exists()


def test_the_desk_says_how_many_and_lets_it_be_sent(page, translation, people, users, client):
    write(translation, people[0], but=[LEFT])
    client.force_login(people[0])
    url = reverse("desk:edit", args=[translation.uuid])
    send = f'form[action="{reverse("desk:send", args=[translation.uuid])}"] button'

    def button():
        return BeautifulSoup(client.get(url).content, "html.parser").select_one(send)

    assert button().has_attr("disabled")
    fallback_allow(page=page, user=users["administrator"], is_allowed=True)
    assert not button().has_attr("disabled")
    assert "1 paragraph may stay in Hungarian" in client.get(url).content.decode()


def test_a_policy_that_was_withdrawn_holds_what_is_in_review(page, translation, people, users):
    fallback_allow(page=page, user=users["administrator"], is_allowed=True)
    write(translation, people[0], but=[LEFT])
    review_send(translation=translation, user=people[0])
    fallback_allow(page=page, user=users["administrator"], is_allowed=False)
    task = review_task(twin_of(page, translation))
    with pytest.raises(ValidationError, match="nincs lefordítva"):
        review_approve(translation=translation, user=people[1], revision_id=task.revision_id)
    assert not twin_of(page, translation).live
