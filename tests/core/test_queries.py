"""The query budgets: home, listing, search 12; detail 10; no query twice; not growing with rows."""

from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.core.models import Contact, ContactText, MenuItem, SiteIdentity, SiteText
from network.models import EventIndexPage
from tests.factories.pages import (
    RoundtablePageFactory,
    StandardPageFactory,
    fresh,
    home_in,
    make_event,
    make_place,
    make_topic,
    published,
    translated,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def full(locales, site_texts):
    """An event with everything that costs a query, and its translation."""
    contact = Contact.objects.create(name="Titkárság", place=make_place("Iroda"))
    ContactText.objects.create(contact=contact, locale=locales["hu"], name="Titkárság")
    body = published(RoundtablePageFactory(parent=home_in("hu"), slug="kerekasztal"))
    event = make_event(slug="ules", contact=contact, place=make_place(), roundtable=body)
    event.topics = [make_topic()]
    event = published(event)
    translated(event)
    translated(published(StandardPageFactory(parent=home_in("hu"), slug="rolunk")))
    return event


@pytest.fixture
def site_texts(locales):
    site_identity = SiteIdentity.objects.create(site_id=home_in("hu").get_site().pk)
    for locale in locales.values():
        SiteText.objects.create(identity=site_identity, locale=locale, name="Kerekasztal")
    MenuItem.objects.create(identity=site_identity, page=home_in("hu"))
    return site_identity


def queries(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(url)
    assert response.status_code == 200, url
    twice = [
        sql for sql, n in Counter(q["sql"] for q in captured.captured_queries).items() if n > 1
    ]
    assert not twice, twice
    return len(captured)


@pytest.mark.parametrize("lang", ["hu", "en"])
def test_budgets(full, client, lang):
    index = EventIndexPage.objects.get(locale__language_code=lang).slug
    assert queries(client, f"/{lang}/") <= 12
    assert queries(client, f"/{lang}/{index}/") <= 12
    assert queries(client, f"/{lang}/search/?q=ules") <= 12
    assert queries(client, f"/{lang}/{index}/ules/") <= 10
    assert queries(client, f"/{lang}/rolunk/") <= 10


def test_roundtable_stays_in_budget(full, client):
    assert queries(client, "/hu/kerekasztal/") <= 10


def test_a_listing_costs_the_same_for_more_events(full, client):
    index = EventIndexPage.objects.get(locale__language_code="hu").slug
    few = queries(client, f"/hu/{index}/")
    for number in range(6):
        make_event(slug=f"ules-{number}", place=fresh(full).place)
    assert queries(client, f"/hu/{index}/") == few


def test_a_page_is_found_at_any_depth_for_the_same(full, client):
    parent = home_in("hu")
    counts = []
    for depth in range(3):
        parent = published(StandardPageFactory(parent=parent, slug=f"szint-{depth}"))
        counts.append(queries(client, "/hu" + parent.url_path.removeprefix("/hu")))
    assert len(set(counts)) == 1
