"""The sitemap and robots.txt: what search engines are shown, and what not."""

import xml.etree.ElementTree as ET
from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.core.facts.change import facts_change
from cms.languages import LANGUAGES
from home import sitemap
from tests.factories.pages import (
    StandardPageFactory,
    home_in,
    make_event,
    published,
    translated,
)
from tests.factories.recommendations import make_recommendation
from tests.factories.states import HIDDEN, SHOWN, make_list, make_states

pytestmark = pytest.mark.django_db
SITE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def read(client, url):
    response = client.get(url)
    assert response.status_code == 200, url
    assert response["Content-Type"] == "application/xml"
    return ET.fromstring(response.content)  # noqa: S314  (our own answer)


def addresses(element):
    return [found.text.removeprefix("http://testserver") for found in element.iter(f"{SITE}loc")]


def alternates(element, address):
    for url in element.iter(f"{SITE}url"):
        if url.findtext(f"{SITE}loc").endswith(address):
            return {link.get("hreflang"): link.get("href") for link in url.iter(LINK)}
    raise AssertionError(address)


def changed(element, address):
    for url in element.iter(f"{SITE}url"):
        if url.findtext(f"{SITE}loc").endswith(address):
            return datetime.fromisoformat(url.findtext(f"{SITE}lastmod"))
    raise AssertionError(address)


def test_it_lists_current_pages_alone_each_in_the_file_of_its_language(locales, client):
    pages = make_states(make_list(slug="esemenyek"))
    shown = pages[SHOWN].slug
    assert addresses(read(client, "/sitemap-hu.xml")) == [
        "/hu/", "/hu/esemenyek/", f"/hu/esemenyek/{shown}/",
    ]  # fmt: skip
    english = addresses(read(client, "/sitemap-en.xml"))
    assert f"/en/esemenyek/{shown}/" in english
    text = client.get("/sitemap-en.xml").content.decode()
    assert not [title for title in HIDDEN if f"/{pages[title].slug}/" in text]


def test_what_its_type_calls_superseded_is_not_in_it(locales, client):
    page = make_recommendation(slug="ajanlas")
    assert "/ajanlas/" in client.get("/sitemap-hu.xml").content.decode()
    facts_change(page=page, fields={"state": "superseded"})
    assert "/ajanlas/" not in client.get("/sitemap-hu.xml").content.decode()


def test_a_page_names_its_other_languages(locales, client):
    translated(published(StandardPageFactory(parent=home_in("hu"), slug="rolunk")))
    published(StandardPageFactory(parent=home_in("hu"), slug="csak-magyarul"))
    hungarian = read(client, "/sitemap-hu.xml")
    expected = {
        "hu": "http://testserver/hu/rolunk/",
        "en": "http://testserver/en/rolunk/",
        "x-default": "http://testserver/en/rolunk/",
    }
    assert alternates(hungarian, "/hu/rolunk/") == expected
    assert alternates(read(client, "/sitemap-en.xml"), "/en/rolunk/") == expected
    assert alternates(hungarian, "/hu/csak-magyarul/") == {}


def test_a_language_that_is_not_shown_is_no_alternate(locales, client):
    page = published(StandardPageFactory(parent=home_in("hu"), slug="rolunk"))
    translated(page, publish=False)
    assert alternates(read(client, "/sitemap-hu.xml"), "/hu/rolunk/") == {}


def test_a_fact_that_an_action_changed_counts_in_every_language(locales, client):
    make_list(slug="esemenyek")
    event = make_event(slug="ules")
    translated(event)
    before = changed(read(client, "/sitemap-en.xml"), "/ules/")
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        facts_change(page=event, fields={"status": "cancelled"})
    assert changed(read(client, "/sitemap-en.xml"), "/ules/") - before > timedelta(days=1)


def test_the_index_leads_to_each_file(locales, client):
    every = [f"/sitemap-{language.code}.xml" for language in LANGUAGES]
    assert addresses(read(client, "/sitemap.xml")) == every
    home_in("en").unpublish()
    every.remove("/sitemap-en.xml")
    assert addresses(read(client, "/sitemap.xml")) == every
    assert client.get("/sitemap-en.xml").status_code == 404


def test_many_pages_are_several_files(locales, client, rf, monkeypatch):
    for number in range(4):
        published(StandardPageFactory(parent=home_in("hu"), slug=f"oldal-{number}"))
    assert [part.url for part in sitemap.parts(most=2)][:4] == [
        "/sitemap-hu.xml", "/sitemap-hu.xml?p=2", "/sitemap-hu.xml?p=3", "/sitemap-en.xml",
    ]  # fmt: skip
    files = [sitemap.entries(rf.get("/"), "hu", str(n), most=2) for n in (1, 2, 3)]
    assert [len(file) for file in files] == [2, 2, 1]
    assert len({entry.url for file in files for entry in file}) == 5


@pytest.mark.parametrize("url", [
    "/sitemap-xx.xml", "/sitemap-hu.xml?p=2", "/sitemap-hu.xml?p=0", "/sitemap-hu.xml?p=x",
    "/sitemap-hu.xml?p=%00", "/sitemap-hu.xml?p=²", "/sitemap-hu.xml?p=" + "9" * 5000,
])  # fmt: skip
def test_a_file_that_does_not_exist(locales, client, url):
    assert client.get(url).status_code == 404


def test_it_costs_the_same_for_more_pages_and_languages(locales, client):
    def cost(url):
        with CaptureQueriesContext(connection) as captured:
            client.get(url)
        return len(captured)

    before = [cost("/sitemap.xml"), cost("/sitemap-hu.xml")]
    for number in range(4):
        translated(published(StandardPageFactory(parent=home_in("hu"), slug=f"oldal-{number}")))
    assert [cost("/sitemap.xml"), cost("/sitemap-hu.xml")] == before
    assert max(before) <= 3


def test_robots_find_the_sitemap_and_stay_out_of_admin_and_narrowed_searches(locales, client):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    lines = response.content.decode().splitlines()
    assert lines[0] == "User-agent: *"
    assert {"Disallow: /admin/", "Disallow: /hu/search/*&", "Disallow: /en/search/*&"} <= set(lines)
    assert "Sitemap: http://testserver/sitemap.xml" in lines
    assert "" not in lines[:4]


@pytest.mark.parametrize("url", ["/robots.txt", "/sitemap.xml", "/sitemap-hu.xml", "/hu/feeds/"])
def test_they_are_read_only(locales, client, url):
    assert client.head(url).status_code == 200
    assert [client.post(url).status_code, client.options(url).status_code] == [405, 405]
