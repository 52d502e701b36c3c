"""What a calendar that follows a list is told over time, and what it shows then."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from django.utils.translation import gettext
from icalendar import Calendar
from wagtail.models import PageViewRestriction

from cms.core.facts.change import facts_change
from network.models import EventIndexPage
from tests.factories.pages import START, fresh, make_event, published, translated
from tests.factories.states import HIDDEN, SHOWN, make_list, make_states
from tests.network.calendar_client import CalendarClient

pytestmark = pytest.mark.django_db
ONE, ALL = "/hu/esemenyek/ules/event.ics", "/hu/esemenyek/events.ics"


@pytest.fixture
def index(locales):
    return make_list(slug="esemenyek", title="Események")


@pytest.fixture
def followed(index, client):
    """An event in two languages, and a calendar program that has read the list once."""
    event = make_event(slug="ules", title="Ülés")
    translated(event)
    return event, CalendarClient().read(client.get(ALL))


def later(days, hours=0):
    return time_machine.travel(timezone.now() + timedelta(days=days, hours=hours))


def test_it_holds_what_the_list_holds_in_its_language(index, client):
    make_states(index)
    text = client.get(ALL).content.decode()
    assert CalendarClient().read(client.get(ALL)).titles == [SHOWN]
    assert not [title for title in HIDDEN if title in text]
    assert CalendarClient().read(client.get("/en/esemenyek/events.ics")).titles == [f"{SHOWN} (en)"]


def test_an_event_is_one_and_the_same_in_all_languages(followed, client):
    _event, calendar = followed
    english = CalendarClient().read(client.get("/en/esemenyek/events.ics"))
    alone = CalendarClient().read(client.get(ONE))
    assert set(calendar.seen) == set(english.seen) == set(alone.seen)


def test_its_name_stays_when_its_address_and_its_place_in_the_tree_change(followed, client):
    event, calendar = followed
    event.slug = "uj-cim"
    published(event)
    again = CalendarClient().read(client.get(ALL))
    assert set(again.seen) == set(calendar.seen)


def test_a_new_date_reaches_the_calendar_in_every_language(followed, client):
    event, calendar = followed
    english = CalendarClient().read(client.get("/en/esemenyek/events.ics"))
    with later(1):
        event = fresh(event)
        event.starts_at = START + timedelta(days=7)
        published(event)
        calendar.read(client.get(ALL))
        english.read(client.get("/en/esemenyek/events.ics"))
    for one in (calendar, english):
        (entry,) = one.shown.values()
        assert entry.decoded("dtstart") == START + timedelta(days=7)


def test_a_cancelled_event_leaves_and_comes_back_when_it_takes_place_after_all(followed, client):
    event, calendar = followed
    with later(1):
        facts_change(page=event, fields={"status": "cancelled"})
        assert calendar.read(client.get(ALL)).titles == []
    with later(2):
        facts_change(page=fresh(event), fields={"status": "confirmed"})
        assert calendar.read(client.get(ALL)).titles == ["Ülés"]


def test_a_calendar_hears_for_90_days_that_an_event_is_cancelled(followed, client):
    event, _calendar = followed
    facts_change(page=event, fields={"status": "cancelled"})
    with later(89):
        assert b"STATUS:CANCELLED" in client.get(ALL).content
    with later(91):
        assert b"BEGIN:VEVENT" not in client.get(ALL).content
        assert b"STATUS:CANCELLED" in client.get(ONE).content


def test_publishing_a_cancelled_event_again_does_not_prolong_it(followed, client):
    event, _calendar = followed
    facts_change(page=event, fields={"status": "cancelled"})
    with later(80):
        published(fresh(event))
    with later(91):
        assert b"BEGIN:VEVENT" not in client.get(ALL).content


def test_a_withdrawn_event_is_told_to_be_gone_without_its_text(followed, client):
    event, calendar = followed
    with later(1):
        values = {"withdrawn_at": timezone.now(), "withdrawn_reason": "error"}
        facts_change(page=event, fields=values)
        for url in (ALL, ONE):
            response = client.get(url)
            (entry,) = Calendar.from_ical(response.content).walk("VEVENT")
            assert (entry["status"], str(entry["summary"])) == (
                "CANCELLED",
                gettext("Withdrawn"),
            )
            assert {"description", "url", "location", "categories"}.isdisjoint(
                name.lower() for name in entry
            )
        assert calendar.read(client.get(ALL)).titles == []
    with later(92):
        assert b"BEGIN:VEVENT" not in client.get(ALL).content
        assert client.get(ONE).status_code == 404


def test_a_calendar_that_is_followed_holds_the_last_year_unless_more_is_asked(index, client):
    for slug, days in (("regi", 500), ("tavaly", 200)):
        past = timezone.now() - timedelta(days=days)
        make_event(slug=slug, title=slug, starts_at=past)
    read = CalendarClient().read
    assert read(client.get(ALL)).titles == ["tavaly"]
    assert CalendarClient().read(client.get(f"{ALL}?when=past")).titles == ["regi", "tavaly"]


@pytest.mark.parametrize("state", ["draft", "private", "under a private page"])
@pytest.mark.parametrize("url", [ONE, ALL])
def test_what_not_everybody_may_see_has_none(followed, client, users, state, url):
    event, _calendar = followed
    page = event if url == ONE else EventIndexPage.objects.get(locale__language_code="hu")
    if state == "draft":
        page.unpublish()
    else:
        closed = page if state == "private" else page.get_parent()
        PageViewRestriction.objects.create(page=closed, restriction_type="login")
    client.force_login(users["administrator"])
    assert client.get(url).status_code == 404


@pytest.mark.parametrize("url", [
    "/hu/events.ics", "/hu/esemenyek/event.ics", "/hu/esemenyek/ules/events.ics",
    "/hu/esemenyek/nincs/event.ics", "/xx/esemenyek/events.ics",
])  # fmt: skip
def test_other_addresses_have_none(followed, client, url):
    assert client.get(url, follow=True).status_code == 404


def test_who_has_it_is_told_so_until_something_changes(followed, client):
    event, _calendar = followed
    response = client.get(ALL)
    tag = {"HTTP_IF_NONE_MATCH": response["ETag"]}
    assert client.get(ALL, **tag).status_code == 304
    with later(1):
        facts_change(page=event, fields={"status": "cancelled"})
        assert client.get(ALL, **tag).status_code == 200
