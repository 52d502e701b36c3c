"""The page of a service: what it shows in both languages, and what it keeps to itself."""

import json
from datetime import date, datetime

import pytest
import time_machine

from cms.core.acts import act_record
from cms.core.facts.change import facts_change
from network.models import ServiceHours, ServicePage, ServicePhone, ServicePlace
from network.opening import BUDAPEST
from tests.factories.pages import fresh, make_place, published, translated
from tests.factories.services import MORNING, make_full_service, make_service

pytestmark = pytest.mark.django_db
MONDAY = datetime(2031, 3, 10, 10, 0, tzinfo=BUDAPEST)


def shown(client, page):
    response = client.get(page.url_path)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def service(locales):
    return make_full_service(slug="jogi-tanacs")


@pytest.fixture
def english(service):
    return translated(service)


def test_it_shows_its_facts_and_its_texts(service, english, client):
    html = shown(client, english)
    for text in (
        "Bárki (en)", "Hívjon (en)", "Beszélgetés (en)", "Írjon (en)", "Ezer forint (en)",
        "Útlevél (en)", "if available", "Partly free", "Migrants · Those who work with migrants",
        "Ukrainian <span", "With an interpreter by telephone", "kedden (en)",
        "Ask for an interpreter 2 days before.", "tel:+3612345678", "You do not have to give it.",
        "1052 Budapest, Városház u. 9–11.", "II. emelet (en)", "24 December 2031",
        "szenteste (en)", "24:00",
    ):  # fmt: skip
        assert text in html, text
    organisation = service.providers.first().organisation
    assert f'href="{organisation.url_path}" lang="hu"' in html


def test_a_form_can_be_downloaded_while_the_service_shows_it(service, client):
    form = service.required.last().form
    assert client.get(form.url).status_code == 200
    service.required = []
    published(service)
    assert client.get(form.url).status_code == 404


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (MONDAY, "until 12:00"),
        (MONDAY.replace(hour=8), "opens on Monday, 10 March at 09:00"),
        (MONDAY.replace(hour=13), "opens on Tuesday, 11 March at 13:00"),
    ],
)
def test_it_says_whether_it_is_open_now(english, client, at, text):
    with time_machine.travel(at, tick=False):
        assert text in shown(client, english)


def test_a_season_that_is_over_is_not_shown(service, english, client):
    page = fresh(service)
    page.hours = [
        *page.hours.all(),
        ServiceHours(weekday=4, valid_until=date(2020, 1, 1), sort_order=9, **MORNING),
    ]
    published(page)
    html = shown(client, english)
    assert "1 January 2020" not in html
    assert "from 1 June 2031" in html


class TestClosure:
    DAYS = {"closed_from": date(2031, 3, 10), "closed_until": date(2031, 3, 14)}

    @pytest.fixture
    def closed(self, service, english):
        facts_change(page=service, fields={"status": "temporarily_closed", **self.DAYS})
        texts = {"hu": "Felújítás.", "en": "Repairs."}
        act_record(page=service, kind="status", texts=texts)
        return english

    def test_it_says_from_when_until_when_and_why(self, closed, client):
        with time_machine.travel(MONDAY, tick=False):
            html = shown(client, closed)
        assert "Closed from 10 March 2031 until 14 March 2031." in html
        assert '<p lang="en" dir="ltr">Repairs.</p>' in html
        assert "opens on Monday, 17 March at 09:00" in html
        assert "Closed now" not in html
        assert "Closed for a time" in html

    def test_it_is_announced_before_it_begins(self, closed, client):
        with time_machine.travel(MONDAY.replace(day=3), tick=False):
            html = shown(client, closed)
        assert "Closed from 10 March 2031" in html
        assert "Open now" in html
        assert "Closed for a time" not in html

    def test_afterwards_it_is_open_by_itself(self, closed, client):
        with time_machine.travel(MONDAY.replace(day=17), tick=False):
            html = shown(client, closed)
        assert "Closed from" not in html
        assert "Open now" in html


def test_an_ended_service_stays_readable_and_leaves_the_list(service, english, client, locales):
    facts_change(page=service, fields={"status": "ended"})
    html = shown(client, english)
    assert "This service has ended." in html
    assert "Opening hours" not in html
    assert english not in ServicePage.objects.current(locales["en"])


def test_a_planned_service_has_no_hours_yet(locales, client):
    assert "hoursAvailable" not in shown(client, make_service(status="planned"))


class TestHiddenAddress:
    @pytest.fixture
    def shelter(self, service):
        page = fresh(service)
        place = make_place("Védett ház", hidden=True, district="XXIII.")
        place.address = "Titok u. 1."
        place.save()
        page.places = [ServicePlace(place=place, sort_order=0)]
        page.hours = [ServiceHours(weekday=0, place=place, sort_order=0, **MORNING)]
        return published(page)

    def test_it_is_nowhere(self, shelter, english, client):
        for page in (shelter, english):
            pages = shown(client, page), shown(client, fresh(page).get_parent())
            for html in pages:
                for secret in ("Titok", "Védett", "XXIII"):
                    assert secret not in html

    def test_people_are_told_to_ask(self, shelter, english, client):
        html = shown(client, english)
        assert "The address is not public" in html
        assert "At an address that is not public" in html


class TestStructuredData:
    def data(self, client, page):
        html = shown(client, page)
        return json.loads(html.split('<script type="application/ld+json">')[1].split("<")[0])

    def test_hours_are_opening_hours_specifications(self, service, client):
        hours = self.data(client, service)["hoursAvailable"]
        assert {
            "@type": "OpeningHoursSpecification", "dayOfWeek": "https://schema.org/Monday",
            "opens": "09:00", "closes": "12:00",
        } in hours  # fmt: skip
        assert {"23:59"} == {spec["closes"] for spec in hours if spec["opens"] == "13:00"}
        assert {
            key: spec[key] for spec in hours if spec.get("validFrom") == "2031-12-24"
            for key in ("opens", "closes")
        } == {"opens": "00:00", "closes": "00:00"}  # fmt: skip

    def test_a_public_body_offers_a_government_service(self, service, client):
        assert self.data(client, service)["@type"] == "Service"
        organisation = service.providers.first().organisation
        organisation.kind = "municipal"
        published(organisation)
        data = self.data(client, service)
        assert data["@type"] == "GovernmentService"
        assert data["provider"] == [{"@type": "Organization", "name": organisation.title}]

    def test_it_says_how_to_reach_it(self, service, client):
        channel = self.data(client, service)["availableChannel"]
        assert channel["servicePhone"][0]["telephone"] == "+36 1 234 5678"
        assert channel["availableLanguage"] == ["uk", "hu"]
        assert channel["serviceLocation"][0]["address"].startswith("1052 Budapest")


def test_an_emergency_number_stands_on_top(service, english, client):
    html = shown(client, english)
    assert html.index('class="notice urgent"') < html.index("Bárki (en)")


def test_a_row_that_is_not_translated_says_so(service, english, client):
    page = fresh(service)
    page.phones = [*page.phones.all(), ServicePhone(number="12345", note="új", sort_order=5)]
    published(page)
    assert '<span class="meta" lang="hu" dir="ltr">új</span>' in shown(client, english)


def test_a_draft_in_preview_shows_the_rows_of_the_draft(service, client):
    page = fresh(service)
    page.phones = [ServicePhone(number="99 999", sort_order=0)]
    page.hours = [ServiceHours(weekday=6, sort_order=0, **MORNING)]
    page.save_revision()
    draft = fresh(service).get_latest_revision_as_object()
    assert "99 999" in draft.make_preview_request().render().content.decode()
    assert "99 999" not in shown(client, service)


def test_the_week_marks_today_in_the_season_that_holds(locales, client):
    with time_machine.travel(MONDAY, tick=False):
        html = shown(client, make_full_service())
    assert html.count('<tr class="today">') == 2
    assert 'scope="row">hétfő <span class="now-mark">' in html


def test_where_it_is_not_translated_its_hours_show_all_the_same(locales, client):
    service = make_full_service()
    translated(service.get_parent().specific)
    html = client.get(service.url_path.replace("/hu/", "/en/", 1)).content.decode()
    assert "Opening hours" in html
    assert "09:00" in html
