"""The Atom feed of a list: what is in it, when an entry counts as updated, how it is asked for."""

import xml.etree.ElementTree as ET
from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.core.acts import act_record, note_keep
from cms.core.models import SiteIdentity, SiteText
from tests.factories.pages import fresh, home_in, make_event, make_topic, published, translated
from tests.factories.states import SHOWN, make_list, make_states

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture
def index(locales):
    return make_list(slug="esemenyek", title="Események")


def read(client, url="/hu/esemenyek/feed.atom"):
    response = client.get(url)
    assert response.status_code == 200, url
    return ET.fromstring(response.content)  # noqa: S314  (our own answer)


def titles(feed):
    return [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]


def updated(feed):
    return datetime.fromisoformat(feed.find(f"{ATOM}entry").findtext(f"{ATOM}updated"))


def links(element, rel):
    return [link.attrib for link in element.findall(f"{ATOM}link") if link.get("rel") == rel]


def test_it_holds_what_the_list_holds_in_its_language(index, client):
    make_states(index)
    assert titles(read(client)) == [SHOWN]
    assert titles(read(client, "/en/esemenyek/feed.atom")) == [f"{SHOWN} (en)"]


def test_an_entry_says_what_it_is(index, client):
    event = make_event(slug="ules", title="Ülés & vita", summary="Rövid <b>szöveg</b>")
    event.topics = [make_topic()]
    translated(published(event))
    entry = read(client, "/en/esemenyek/feed.atom").find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Ülés & vita (en)"
    summary = entry.find(f"{ATOM}summary")
    assert (summary.text, summary.get(XML_LANG)) == ("Rövid <b>szöveg</b> (en)", "en")
    assert entry.find(f"{ATOM}category").attrib == {"term": "housing", "label": "Housing"}
    assert links(entry, "alternate")[0]["href"] == "http://testserver/en/esemenyek/ules/"


def test_its_names_stay_when_its_addresses_change(index, client):
    event = make_event(slug="ules")
    before = [element.text for element in read(client).iter(f"{ATOM}id")]
    event.slug = "uj-cim"
    published(event)
    index.slug = "rendezvenyek"
    published(index)
    after = read(client, "/hu/rendezvenyek/feed.atom").iter(f"{ATOM}id")
    assert [element.text for element in after] == before
    assert len(set(before)) == 2
    assert all(name.startswith("urn:uuid:") for name in before)


def test_languages_have_names_of_their_own_and_know_each_other(index, client):
    translated(make_event(slug="ules"))
    hungarian, english = read(client), read(client, "/en/esemenyek/feed.atom")
    assert hungarian.get(XML_LANG) == "hu"
    assert hungarian.findtext(f"{ATOM}id") != english.findtext(f"{ATOM}id")
    assert links(hungarian, "self") == [
        {"rel": "self", "href": "http://testserver/hu/esemenyek/feed.atom"}
    ]
    assert {
        "rel": "alternate", "type": "application/atom+xml", "hreflang": "en",
        "href": "http://testserver/en/esemenyek/feed.atom",
    } in links(hungarian, "alternate")  # fmt: skip


def test_the_filters_of_the_list_are_those_of_the_feed(index, client):
    make_event(slug="kepzes", title="Képzés", kind="training")
    housing = make_event(slug="lakhatas", title="Lakhatásról")
    housing.topics = [make_topic()]
    published(housing)
    assert titles(read(client, "/hu/esemenyek/feed.atom?kind=training")) == ["Képzés"]
    narrowed = read(client, "/hu/esemenyek/feed.atom?topic=housing&page=9&x=1")
    assert titles(narrowed) == ["Lakhatásról"]
    assert narrowed.findtext(f"{ATOM}title").startswith("Események · Lakhatás")
    assert links(narrowed, "self")[0]["href"].endswith("feed.atom?topic=housing")
    assert narrowed.findtext(f"{ATOM}id") != read(client).findtext(f"{ATOM}id")


def test_events_are_the_coming_ones_unless_a_reader_wants_the_past(index, client):
    make_event(slug="regi", title="Régi", starts_at=timezone.now() - timedelta(days=3))
    make_event(slug="uj", title="Új")
    assert titles(read(client)) == ["Új"]
    assert titles(read(client, "/hu/esemenyek/feed.atom?when=past")) == ["Régi"]


def test_a_minor_edit_tells_nobody_and_another_change_does(index, client):
    event = make_event(slug="ules")
    first = updated(read(client))
    with time_machine.travel(first + timedelta(days=1)):
        note_keep(page=event, text="", minor=True)
        published(fresh(event))
        assert updated(read(client)) == first
    with time_machine.travel(first + timedelta(days=2)):
        published(fresh(event))
        second = updated(read(client))
    assert second - first >= timedelta(days=2)
    with time_machine.travel(first + timedelta(days=3)):
        note_keep(page=event, text="Elütés javítva", minor=True)
        published(fresh(event))
        assert updated(read(client)) == second
    with time_machine.travel(first + timedelta(days=4)):
        act_record(page=fresh(event), kind="status", texts={"hu": "Elmarad."})
        assert updated(read(client)) - first >= timedelta(days=4)


def test_publishing_a_translation_does_not_renew_the_entry_of_the_source(index, client):
    event = make_event(slug="ules")
    first = updated(read(client))
    with time_machine.travel(first + timedelta(days=1)):
        note_keep(page=translated(event), text="Corrected", minor=False)
        published(
            fresh(event.get_translation(event.locale.__class__.objects.get(language_code="en")))
        )
        assert updated(read(client)) == first
        assert updated(read(client, "/en/esemenyek/feed.atom")) > first


def test_who_has_it_is_told_so_until_something_changes(index, client):
    make_event(slug="ules")
    response = client.get("/hu/esemenyek/feed.atom")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    tag = {"HTTP_IF_NONE_MATCH": response["ETag"]}
    since = {"HTTP_IF_MODIFIED_SINCE": response["Last-Modified"]}
    assert client.get("/hu/esemenyek/feed.atom", **tag).status_code == 304
    assert client.get("/hu/esemenyek/feed.atom", **since).status_code == 304
    with time_machine.travel(timezone.now() + timedelta(seconds=5)):
        fresh(index).get_children().get().specific.unpublish()
        assert client.get("/hu/esemenyek/feed.atom", **tag).status_code == 200
        assert client.get("/hu/esemenyek/feed.atom", **since).status_code == 200


def test_an_empty_feed_stays_the_same(index, client):
    first, second = (ET.tostring(read(client)) for _ in range(2))
    assert first == second
    assert titles(read(client)) == []


@pytest.mark.parametrize("state", ["draft", "private", "under a private page"])
def test_a_list_that_not_everybody_may_see_has_none(index, client, users, state):
    if state == "draft":
        index.unpublish()
    else:
        page = index if state == "private" else home_in("hu")
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert client.get("/hu/esemenyek/feed.atom").status_code == 404
    client.force_login(users["administrator"])
    assert client.get("/hu/esemenyek/feed.atom").status_code == 404


@pytest.mark.parametrize("url", [
    "/hu/feed.atom", "/hu/esemenyek/ules/feed.atom", "/hu/nincs/feed.atom",
    "/en/esemenyek/feed.atom", "/xx/esemenyek/feed.atom", "/hu/esemenyek/feed.atom/",
])  # fmt: skip
def test_other_addresses_have_none(index, client, url):
    make_event(slug="ules")
    assert client.get(url, follow=True).status_code == 404


def test_it_is_read_only_and_nothing_breaks_it(index, client):
    make_event(slug="ules", title="Cím\x0bjel", summary="a\x01b")
    url = "/hu/esemenyek/feed.atom"
    assert client.head(url).content == b""
    assert [client.post(url).status_code, client.options(url).status_code] == [405, 405]
    for query in ("kind=%00", "topic=%27%22&year=abc", "when=" + "x" * 5000, "topic=%0b"):
        read(client, f"{url}?{query}")
    assert titles(read(client)) == ["Cím\njel"]


def test_it_costs_the_same_for_more_entries(index, client):
    def cost():
        client.get("/hu/esemenyek/feed.atom?kind=roundtable_meeting")
        with CaptureQueriesContext(connection) as captured:
            client.get("/hu/esemenyek/feed.atom?kind=roundtable_meeting")
        return len(captured)

    make_event(slug="ules").topics.add(make_topic())
    few = cost()
    for number in range(5):
        make_event(slug=f"ules-{number}")
    assert cost() == few <= 12


def test_the_list_and_the_page_of_feeds_lead_to_it(index, client):
    identity = SiteIdentity.objects.create(site_id=home_in("hu").get_site().pk)
    SiteText.objects.create(identity=identity, locale=index.locale, name="Kerekasztal")
    make_states(index)
    listed = client.get("/hu/esemenyek/?kind=training").content.decode()
    assert 'type="application/atom+xml" title="Események · Hírcsatorna (Atom)"' in listed
    assert 'href="http://testserver/hu/esemenyek/feed.atom?kind=training"' in listed
    assert '<a href="/hu/esemenyek/feed.atom?kind=training"' in listed
    assert '<a href="/hu/feeds/">' in listed
    overview = client.get("/hu/feeds/").content.decode()
    assert "/hu/esemenyek/feed.atom" in overview
    assert "Zárt lista" not in overview
    assert "/hu/" not in client.get("/en/feeds/").content.decode().partition("<main")[2]
