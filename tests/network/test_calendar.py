"""Events as iCalendar: what an entry says, and where it says nothing."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext
from icalendar import Calendar

from cms.core.facts.change import facts_change
from cms.core.models import Contact, PlaceText
from tests.factories.pages import (
    START,
    fresh,
    make_event,
    make_place,
    make_topic,
    published,
    translated,
)
from tests.factories.states import make_list

pytestmark = pytest.mark.django_db
ONE, ALL = "/hu/esemenyek/ules/event.ics", "/hu/esemenyek/events.ics"
BUDAPEST = ZoneInfo("Europe/Budapest")


@pytest.fixture
def index(locales):
    return make_list(slug="esemenyek", title="Események")


def entries(client, url=ALL):
    response = client.get(url)
    assert response.status_code == 200, url
    return Calendar.from_ical(response.content).walk("VEVENT")


def entry(client, url=ONE):
    (only,) = entries(client, url)
    return only


def lines(client, url=ONE):
    return client.get(url).content.decode().replace("\r\n ", "").split("\r\n")


def test_an_entry_says_what_when_and_where(index, client):
    place = make_place(latitude="47.494100", longitude="19.056300")
    contact = Contact.objects.create(name="Titkárság", email="titkarsag@example.org")
    event = make_event(
        slug="ules", title="Ülés", summary="Miről szól", place=place, contact=contact,
        ends_at=START + timedelta(hours=2),
    )  # fmt: skip
    event.topics = [make_topic()]
    published(event)
    said = entry(client)
    assert str(said["summary"]) == "Ülés"
    assert said["summary"].params["LANGUAGE"] == "hu"
    assert "Miről szól" in said["description"]
    assert said["url"] == "http://testserver/hu/esemenyek/ules/"
    assert str(said["location"]) == "Városháza, 1052 Budapest, Városház u. 9–11., Díszterem"
    assert said["geo"].to_ical() == "47.4941;19.0563"
    assert said["status"] == "CONFIRMED"
    assert [str(label) for label in said["categories"].cats] == [
        event.get_kind_display(), "Lakhatás",
    ]  # fmt: skip
    assert said["organizer"] == "mailto:titkarsag@example.org"
    assert said.decoded("dtstart") == START


def test_times_stand_in_the_zone_of_budapest_by_its_own_rule(index, client):
    summer = datetime(2041, 7, 1, 9, 30, tzinfo=BUDAPEST)
    make_event(slug="ules", starts_at=summer, ends_at=summer + timedelta(hours=1))
    text = lines(client)
    assert "DTSTART;TZID=Europe/Budapest:20410701T093000" in text
    assert "DTEND;TZID=Europe/Budapest:20410701T103000" in text
    assert text.count("TZID:Europe/Budapest") == 1
    zone = next(iter(Calendar.from_ical(client.get(ONE).content).walk("VTIMEZONE"))).to_tz()
    for month in (1, 3, 4, 7, 10, 11):
        here = datetime(2030, month, 31 if month in (1, 3, 7, 10) else 30, 12)
        assert here.replace(tzinfo=zone).utcoffset() == here.replace(tzinfo=BUDAPEST).utcoffset()


@pytest.mark.parametrize(("ends_at", "last"), [
    (None, date(2031, 3, 13)),
    (datetime(2031, 3, 12, 23, 59, tzinfo=BUDAPEST), date(2031, 3, 13)),
    (datetime(2031, 3, 14, 0, 0, tzinfo=BUDAPEST), date(2031, 3, 14)),
    (datetime(2031, 3, 14, 18, 0, tzinfo=BUDAPEST), date(2031, 3, 15)),
])  # fmt: skip
def test_a_whole_day_is_a_date_and_ends_the_day_after(index, client, ends_at, last):
    midnight = datetime(2031, 3, 12, 0, 0, tzinfo=BUDAPEST)
    make_event(slug="ules", all_day=True, starts_at=midnight, ends_at=ends_at)
    said = entry(client)
    assert (said.decoded("dtstart"), said.decoded("dtend")) == (date(2031, 3, 12), last)
    assert "DTSTART;VALUE=DATE:20310312" in lines(client)


def test_a_hidden_address_is_nowhere_in_it(index, client):
    place = make_place("Menedék", hidden=True, latitude="47.1", longitude="19.2")
    PlaceText.objects.update(directions="A zöld kapunál")
    make_event(slug="ules", place=place, room="Második emelet")
    for url in (ONE, ALL):
        text = client.get(url).content.decode()
        for secret in ("LOCATION", "GEO", "Városház", "47.1", "kapun", "emelet"):
            assert secret not in text


def test_an_event_online_says_where(index, client):
    make_event(slug="ules", mode="online", online_url="https://example.org/a,b;c", room="")
    assert "CONFERENCE;LANGUAGE=hu;VALUE=URI:https://example.org/a,b;c" in lines(client)
    assert str(entry(client)["location"]) == "https://example.org/a,b;c"


def test_an_untranslated_name_of_a_place_carries_its_own_language(index, client):
    translated(make_event(slug="ules", title="Ülés", place=make_place()))
    said = entry(client, "/en/esemenyek/ules/event.ics")
    assert said["summary"].params["LANGUAGE"] == "en"
    assert said["location"].params["LANGUAGE"] == "hu"


@pytest.mark.parametrize(("status", "said", "summary"), [
    ("confirmed", "CONFIRMED", "Ülés"),
    ("held", "CONFIRMED", "Ülés"),
    ("tentative", "TENTATIVE", "{state}: Ülés"),
    ("cancelled", "CANCELLED", "{state}: Ülés"),
])  # fmt: skip
def test_states(index, client, status, said, summary):
    event = make_event(slug="ules", title="Ülés", status=status)
    summary = summary.format(state=event.get_status_display())
    assert (entry(client)["status"], str(entry(client)["summary"])) == (said, summary)


def test_a_postponed_event_warns_until_it_has_its_new_day(index, client):
    event = make_event(slug="ules", title="Ülés")
    facts_change(page=event, fields={"status": "postponed", "postponed_from": event.starts_at})
    said = entry(client)
    assert (said["status"], said["transp"]) == ("TENTATIVE", "TRANSPARENT")
    assert str(said["summary"]) == f"{gettext('Postponed')}: Ülés"
    note = gettext("Postponed: it will not take place on this day. The new date will follow.")
    assert note in said["description"]
    event = fresh(event)
    event.starts_at = START + timedelta(days=7)
    published(event)
    said = entry(client)
    assert (said["status"], str(said["summary"])) == ("CONFIRMED", "Ülés")
    assert gettext("Postponed from %(day)s.").split("%")[0] in said["description"]
    assert note not in said["description"]


def test_signs_of_the_format_are_escaped_and_lines_are_folded(index, client):
    title = 'Őszi "ülés"; lakhatás, munka\\' + " – tanácskozás" * 6
    make_event(slug="ules", title=title, summary="egy\r\nkettő\x0bhárom\x07")
    said = entry(client)
    assert str(said["summary"]) == title
    assert str(said["description"]).startswith("egy\nkettő\nhárom")
    raw = client.get(ONE).content
    assert raw.endswith(b"\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))


def test_the_list_says_what_it_is_and_how_often_to_ask(index, client):
    make_event(slug="kepzes", title="Képzés", kind="training")
    make_event(slug="ules", title="Ülés")
    url = f"{ALL}?kind=training"
    assert [str(said["summary"]) for said in entries(client, url)] == ["Képzés"]
    text = lines(client, url)
    assert "METHOD:PUBLISH" in text
    name = f"X-WR-CALNAME:Események · {gettext('Training')}"
    assert any(line.startswith(name) for line in text)
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT12H" in text
    assert "X-PUBLISHED-TTL:PT12H" in text
    assert "SOURCE;VALUE=URI:http://testserver/hu/esemenyek/events.ics?kind=training" in text
    assert client.get(url)["Content-Type"] == "text/calendar; charset=utf-8"


def test_pages_lead_to_it(index, client):
    def html(url):
        return client.get(url).content.decode()

    event = make_event(slug="ules")
    link = 'href="/hu/esemenyek/ules/event.ics" type="text/calendar">'
    assert link in html("/hu/esemenyek/ules/")
    listed = html("/hu/esemenyek/?kind=training")
    assert 'href="webcal://testserver/hu/esemenyek/events.ics?kind=training"' in listed
    assert "webcal://testserver/hu/esemenyek/events.ics" in html("/hu/feeds/")
    facts_change(page=event, fields={"status": "cancelled"})
    assert link not in html("/hu/esemenyek/ules/")


def test_it_is_read_only_and_nothing_breaks_it(index, client):
    make_event(slug="ules")
    for url in (ONE, ALL):
        assert client.head(url).content == b""
        assert [client.post(url).status_code, client.options(url).status_code] == [405, 405]
        for query in ("kind=%00", "topic=%27%22&year=abc", "when=" + "x" * 5000, "language=%0d%0a"):
            assert client.get(f"{url}?{query}").status_code == 200


def test_it_costs_the_same_for_more_events(index, client):
    def cost():
        client.get(ALL)
        with CaptureQueriesContext(connection) as captured:
            client.get(ALL)
        return len(captured)

    make_event(slug="ules", place=make_place()).topics.add(make_topic())
    few = cost()
    for number in range(5):
        make_event(slug=f"ules-{number}", place=make_place(f"Hely {number}"))
    assert cost() == few <= 12
