"""The public page that says how far the site is translated."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page, PageViewRestriction

from cms.core.facts.change import facts_change
from cms.languages import LANGUAGES
from cms.operations.waiting import run_waiting
from cms.translations.models import TranslationState
from cms.translations.public.totals import totals
from tests.factories.pages import StandardPageFactory, fresh, home_in, published, translated

pytestmark = pytest.mark.django_db


def make(slug):
    return published(StandardPageFactory(parent=home_in("hu"), slug=slug))


def total_in(code):
    pages, found = totals()
    one = next(total for total in found if total.language.code == code)
    assert one.pages + one.missing == pages
    return one.pages, one.current, one.behind, one.missing


@pytest.fixture
def pages(locales):
    """Three pages beside the home page, of which English has two."""
    made = [make(f"lap-{number}") for number in range(3)]
    for page in made[:2]:
        translated(page)
    return made


def test_pages_are_counted_by_how_they_stand(pages):
    assert total_in("en") == (3, 2, 0, 1)
    assert total_in("ar") == (1, 0, 0, 3)
    source = fresh(pages[0])
    source.title = "Másként"
    source.save_revision().publish()
    run_waiting()
    assert total_in("en") == (3, 1, 1, 1)


def test_what_no_visitor_may_open_or_is_over_is_not_counted(pages):
    CreatePageAliasAction(pages[0], update_slug="masik", parent=home_in("hu")).execute(
        skip_permission_checks=True
    )
    StandardPageFactory(parent=home_in("hu"), slug="vazlat", live=False)
    translated(make("negyedik"), publish=False)
    assert totals()[0] == 5
    assert total_in("en") == (3, 2, 0, 2)
    PageViewRestriction.objects.create(page=pages[0], restriction_type="login")
    facts_change(
        page=pages[1], fields={"withdrawn_at": timezone.now(), "withdrawn_reason": "error"}
    )
    assert totals()[0] == 3
    assert total_in("en") == (1, 0, 0, 2)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_it_speaks_each_readers_language(pages, client, language):
    response = client.get(f"/{language.code}/translations/")
    assert response.status_code == 200
    soup = BeautifulSoup(response.content, "html.parser")
    assert (soup.html["lang"], soup.html["dir"]) == (language.code, language.direction)
    rows = soup.select(".totals tbody tr")
    own = [row.bdi["lang"] for row in rows if row.bdi]
    assert own == [one.code for one in LANGUAGES[1:] if one != language]
    assert rows[0].td.get_text() == language.digits[3]
    assert soup.select_one(f'.foot a[href="/{language.code}/translations/"]')


def test_it_is_read_only(locales, client):
    assert client.post("/hu/translations/").status_code == 405


def test_it_costs_the_same_for_many_pages(pages, client):
    def queries():
        client.get("/en/translations/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/en/translations/")
        return len(captured)

    few = queries()
    for number in range(4):
        translated(make(f"tovabbi-{number}"), "ar")
    assert queries() == few
    assert few <= 12
    assert TranslationState.objects.count() == 6
    assert Page.objects.filter(locale__language_code="ar", depth__gt=2).count() == 4
