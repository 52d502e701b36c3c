"""Lists with filters: counts, combinations, pages, and what nobody offered."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.core.facts.change import facts_change
from network.models import EventIndexPage, EventPage
from tests.factories.pages import make_event, make_topic, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def events(locales):
    """Three coming events: two trainings of which one is about housing, and a meeting."""
    housing = make_topic()
    training = make_event(slug="kepzes-1", title="Lakhatási képzés", kind="training")
    training.topics = [housing]
    published(training)
    make_event(slug="kepzes-2", title="Másik képzés", kind="training", status="cancelled")
    make_event(slug="ules", title="Rendes ülés", kind="roundtable_meeting")
    return EventIndexPage.objects.get(locale__language_code="hu")


def listed(client, page, query=""):
    return client.get(f"/hu/{page.slug}/{query}").context["listing"]


def counts(listing, name):
    facet = next(facet for facet in listing.facets if facet.name == name)
    return {link.value: link.count for link in facet.links}


def test_each_value_says_how_many_pages_it_leads_to(events, client):
    listing = listed(client, events)
    assert listing.total == 3
    assert counts(listing, "kind") == {"roundtable_meeting": 1, "training": 2}
    assert counts(listing, "status") == {"confirmed": 2, "cancelled": 1}


def test_a_chosen_value_narrows_the_list_and_the_other_facets(events, client):
    listing = listed(client, events, "?kind=training")
    assert {page.title for page in listing.items} == {"Lakhatási képzés", "Másik képzés"}
    assert counts(listing, "kind") == {"roundtable_meeting": 1, "training": 2}
    assert counts(listing, "status") == {"confirmed": 1, "cancelled": 1}


def test_two_values_of_two_facets_both_hold(events, client):
    listing = listed(client, events, "?kind=training&topic=housing")
    assert [page.title for page in listing.items] == ["Lakhatási képzés"]
    assert listing.query == "kind=training&topic=housing"


def test_a_chosen_value_can_be_left_again(events, client):
    listing = listed(client, events, "?kind=training&topic=housing")
    kind = next(facet for facet in listing.facets if facet.name == "kind")
    assert next(link.query for link in kind.links if link.is_chosen) == "topic=housing"


@pytest.mark.parametrize(
    "query", ["?kind=none", "?kind=%00", "?year=abc&topic=%27%22", "?kind=" + "x" * 5000]
)
def test_what_nobody_offered_is_an_empty_list_with_a_way_back(events, client, query):
    response = client.get(f"/hu/{events.slug}/{query}")
    assert response.status_code == 200
    assert response.context["listing"].total == 0
    assert 'href="?"' in response.content.decode()


@pytest.mark.parametrize("number", ["0", "-1", "99", "x", "%00"])
def test_a_page_that_is_not_there_is_the_nearest_one(events, client, number):
    assert client.get(f"/hu/{events.slug}/?page={number}").status_code == 200


def test_past_events_stand_after_the_coming_ones(events, client):
    past = make_event(slug="regi", title="Régi ülés", starts_at=timezone.now() - timedelta(days=9))
    listing = listed(client, events)
    assert [item.pk for item in listing.items][-1] == past.pk
    assert counts(listing, "when") == {"coming": 3, "past": 1}


def test_drafts_private_and_withdrawn_pages_are_neither_listed_nor_counted(events, client):
    make_event(slug="lathato")
    pages = {page.slug: page for page in EventPage.objects.child_of(events)}
    facts_change(page=pages["ules"], fields={"withdrawn_at": timezone.now()})
    PageViewRestriction.objects.create(page=pages["kepzes-1"], restriction_type="login")
    pages["kepzes-2"].unpublish()
    listing = listed(client, events)
    assert [item.slug for item in listing.items] == ["lathato"]
    assert listing.total == 1
    assert listing.facets == []
