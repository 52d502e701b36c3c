"""A page that the asked language does not have, and the language that a first visit gets."""

import re

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.models import PageViewRestriction

from cms.core.facts.change import facts_change
from cms.core.facts.kinds import kinds_of
from tests.factories.every import EVERY
from tests.factories.pages import (
    StandardPageFactory,
    fresh,
    home_in,
    make_event,
    make_place,
    published,
    translated,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(locales):
    return make_event(
        slug="ules", title="Bérleti jogok", summary="Összefoglaló szöveg", place=make_place()
    )


def address(event, lang):
    return f"/{lang}/{event.get_parent().slug}/{event.slug}/"


def test_facts_are_shown_and_no_text_of_the_page(event, client):
    response = client.get(address(event, "en"))
    text = response.content.decode()
    assert response.status_code == 200
    assert "This page is not yet in your language" in text
    assert "12 March 2031" in text
    assert "Díszterem" in text
    for own in ("Bérleti jogok", "Összefoglaló szöveg", "Megnyitó", "Vita"):
        assert own not in text
    assert '<html lang="en" dir="ltr">' in text


def test_the_source_is_linked_and_search_engines_stay_away(event, client):
    response = client.get(address(event, "en"))
    text = response.content.decode()
    assert f'href="{address(event, "hu")}" hreflang="hu" lang="hu"' in text
    assert '<meta name="robots" content="noindex">' in text
    assert 'rel="alternate"' not in text


def test_names_of_places_carry_their_language(event, client):
    assert '<bdi lang="hu">Városháza</bdi>' in client.get(address(event, "en")).content.decode()


@pytest.mark.parametrize("name", sorted(set(EVERY) - {"home.HomePage"}))
def test_no_type_shows_a_text_of_its_own_in_another_language(locales, client, name):
    page = EVERY[name]()
    html = client.get(page.url_path.replace("/hu/", "/ar/", 1)).content.decode()
    assert '<html lang="ar" dir="rtl">' in html
    main = BeautifulSoup(html, "html.parser").main.get_text(" ")
    shown = [text for text in texts_of(fresh(page)) if re.search(rf"\b{re.escape(text)}\b", main)]
    assert shown == []


def texts_of(page):
    """Every text of the page and of its rows, but for titles of files, which are names."""
    relations = {name for name, _model in kinds_of(type(page)).rows} - {"files"}
    rows = [row for name in sorted(relations) for row in getattr(page, name).all()]
    for holder in (page, *rows):
        for name in holder.text_fields:
            text = strip_tags(str(getattr(holder, name) or "")).strip()
            if len(text) > 3:
                yield text


def test_a_translated_page_is_itself(event, client):
    translated(event)
    text = client.get(address(event, "en")).content.decode()
    assert "Bérleti jogok (en)" in text
    assert "noindex" not in text


def test_a_draft_translation_is_no_translation(event, client):
    translated(event, publish=False)
    text = client.get(address(event, "en")).content.decode()
    assert "This page is not yet in your language" in text
    assert "Bérleti jogok" not in text


@pytest.mark.parametrize("lang", ["hu", "en"])
def test_what_is_nowhere_is_not_found_in_the_readers_language(event, client, lang):
    response = client.get(f"/{lang}/{event.get_parent().slug}/nincs/")
    assert response.status_code == 404
    assert f'<html lang="{lang}"' in response.content.decode()


def test_drafts_and_private_pages_are_not_found_elsewhere(event, client):
    page = StandardPageFactory(parent=home_in("hu"), slug="vazlat", live=False)
    page.save_revision()
    assert client.get("/en/vazlat/").status_code == 404
    PageViewRestriction.objects.create(page=event.get_parent(), restriction_type="login")
    assert client.get(address(event, "en")).status_code == 404


def test_a_withdrawn_page_is_reached_as_its_source_is(event, client):
    from cms.core.facts.change import facts_change

    facts_change(page=fresh(event), fields={"withdrawn_reason": "error"})
    assert client.get(address(event, "en")).status_code == 200


def test_it_stays_in_the_budget(event, client, django_assert_max_num_queries):
    client.get(address(event, "en"))
    with django_assert_max_num_queries(12):
        client.get(address(event, "en"))


@pytest.mark.parametrize(
    ("accepted", "lang"),
    [
        ("hu-HU,hu;q=0.9", "hu"),
        ("en-GB", "en"),
        ("de-DE,de;q=0.9,hu;q=0.5", "hu"),
        ("sw", "en"),
        ("", "en"),
        ("*", "en"),
        ("x" * 2000, "en"),
        ("hu;q=0,en", "en"),
    ],
)
def test_a_first_visit_gets_a_language_that_its_browser_prefers(locales, client, accepted, lang):
    response = client.get("/", headers={"Accept-Language": accepted})
    assert response.status_code == 302
    assert response.url == f"/{lang}/"
    assert "Accept-Language" in response["Vary"]


def test_the_prefix_decides_whatever_the_browser_prefers(locales, client):
    published(home_in("hu"))
    response = client.get("/hu/", headers={"Accept-Language": "en"})
    assert '<html lang="hu"' in response.content.decode()


def test_a_list_says_what_stands_in_hungarian_alone(locales, client):
    first, second = make_event(), make_event()
    index = translated(first.get_parent().specific)
    html = client.get(index.url_path).content.decode()
    assert "2 entries of this list are not in your language yet." in html
    assert 'hreflang="hu" lang="hu" dir="ltr">Magyar</a>' in html
    translated(first)
    html = client.get(index.url_path).content.decode()
    assert "1 entry of this list is not in your language yet." in html
    assert (
        "not in your language" not in client.get(f"{index.url_path}?kind=meeting").content.decode()
    )
    facts_change(page=second, fields={"withdrawn_at": timezone.now()})
    assert "not in your language" not in client.get(index.url_path).content.decode()
    source = client.get(first.get_parent().url_path)
    assert source.context["untranslated"] == 0


def test_a_cancelled_event_says_so_where_it_is_not_translated(event, client):
    facts_change(page=event, fields={"status": "cancelled"})
    text = client.get(address(event, "en")).content.decode()
    assert '<span class="chip late">Cancelled</span>' in text
    assert '<span class="was"><time' in text
    assert "/css/pages/network" in text


def test_a_list_of_nothing_but_hungarian_does_not_call_itself_empty(event, client):
    translated(event).unpublish()
    text = client.get(f"/en/{event.get_parent().slug}/").content.decode()
    assert "1 entry of this list is not in your language yet." in text
    assert str(event.get_parent().specific.empty) not in text
