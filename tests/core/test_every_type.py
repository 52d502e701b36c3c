"""What holds for each page type: it opens in its languages, stays closed as a draft or private,
keeps to the budget, can be previewed, and says of itself what machines read."""

import json
import re
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import PageViewRestriction

from cms.core.facts.change import facts_change
from cms.core.library import LibraryFields
from cms.core.models import ListPage
from cms.core.registries import page_types
from tests.factories.every import EVERY
from tests.factories.pages import translated

pytestmark = pytest.mark.django_db
TYPES = sorted(EVERY)
BELOW_HOME = [name for name in TYPES if name != "home.HomePage"]
DETAIL, LIST = 10, 12


@pytest.fixture
def make(locales):
    return lambda name: EVERY[name]()


def address(page):
    return page.url_path


def text_of(response):
    return response.content.decode()


def schema_in(html):
    return [
        json.loads(text)
        for text in re.findall(r'(?s)<script type="application/ld\+json">(.*?)</script>', html)
    ]


def test_every_page_type_has_its_factory():
    assert {model._meta.label for model in page_types()} == set(EVERY)


@pytest.mark.parametrize("name", TYPES)
def test_it_opens_in_hungarian_and_english(make, client, name):
    page = make(name)
    twin = translated(page)
    for shown, lang in ((page, "hu"), (twin, "en")):
        response = client.get(address(shown))
        assert response.status_code == 200
        assert f'<html lang="{lang}" dir="ltr">' in text_of(response)


@pytest.mark.parametrize("name", TYPES)
def test_english_leads_into_hungarian_only_where_it_says_so(make, client, name):
    html = text_of(client.get(address(translated(make(name)))))
    html = re.sub(r'(?s)<details class="languages">.*?</details>', "", html)
    html = re.sub(r'<(link|a)[^>]*(hreflang|lang)="hu"[^>]*>', "", html)
    html = re.sub(r'(?s)<script type="application/ld\+json">.*?</script>', "", html)
    assert 'href="/hu/' not in html


@pytest.mark.parametrize("name", TYPES)
def test_machines_read_what_it_is(make, client, name):
    page = make(name)
    data = schema_in(text_of(client.get(address(page))))[0]
    assert data["@type"] == page.schema_type
    assert data["name"] == page.title
    assert data["inLanguage"] == "hu"
    fields = page.library_fields()
    assert isinstance(fields, LibraryFields)
    assert fields.title == page.title


@pytest.mark.parametrize("name", TYPES)
def test_a_draft_can_be_previewed(make, name):
    page = make(name).get_latest_revision_as_object()
    page.title = "Előnézet címe"
    response = page.make_preview_request()
    assert response.status_code == 200
    assert "Előnézet címe" in text_of(response.render())


@pytest.mark.parametrize("name", BELOW_HOME)
def test_a_draft_and_a_private_page_stay_closed(make, client, name):
    page = make(name)
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert client.get(address(page)).status_code == 302
    restriction.delete()
    page.unpublish()
    assert client.get(address(page)).status_code == 404


@pytest.mark.parametrize("name", BELOW_HOME)
def test_a_withdrawn_page_says_so_in_both_languages(make, client, name):
    page = make(name)
    twin = translated(page)
    facts_change(
        page=page, fields={"withdrawn_at": timezone.now(), "withdrawn_reason": "out_of_date"}
    )
    assert 'class="notice banner"' in text_of(client.get(address(page)))
    assert 'class="notice banner"' in text_of(client.get(address(twin)))


@pytest.mark.parametrize("name", BELOW_HOME)
def test_an_alias_is_shown_and_listed_nowhere(make, client, name, locales):
    page = make(name)
    alias = CreatePageAliasAction(
        page, update_slug="masodpeldany", parent=page.get_parent()
    ).execute(skip_permission_checks=True)
    assert client.get(address(alias)).status_code == 200
    assert alias.pk not in type(page).objects.visible(locales["hu"]).values_list("pk", flat=True)


@pytest.mark.parametrize("name", TYPES)
def test_it_keeps_to_the_budget(make, client, name):
    page = make(name)
    twin = translated(page)
    is_list = isinstance(page, ListPage) or name == "home.HomePage"
    for shown in (page, twin):
        client.get(address(shown))
        with CaptureQueriesContext(connection) as captured:
            client.get(address(shown))
        twice = [
            sql for sql, n in Counter(q["sql"] for q in captured.captured_queries).items() if n > 1
        ]
        assert not twice
        assert len(captured) <= (LIST if is_list else DETAIL), [
            q["sql"] for q in captured.captured_queries
        ]
