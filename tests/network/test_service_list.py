"""The finder of services: its filters, its order, and what is listed nowhere."""

from datetime import time

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.core.facts.change import facts_change
from network.models import ServiceException, ServiceHours, ServiceLanguage, ServicePlace
from tests.core.test_listing import counts
from tests.core.test_queries import queries
from tests.factories.pages import make_place, make_topic, published, translated
from tests.factories.services import make_full_service, make_service
from tests.network.test_service_page import MONDAY

pytestmark = pytest.mark.django_db


def listed(client, query="", lang="hu"):
    return client.get(f"/{lang}/szolgaltatasok/{query}").context["listing"]


@pytest.fixture
def services(locales):
    legal = make_service(title="Jogi tanács", for_whom=["migrants"], cost="free")
    legal.languages = [ServiceLanguage(code="uk", sort_order=0)]
    legal.places = [ServicePlace(place=make_place(district="VIII."), sort_order=0)]
    legal.topics = [make_topic()]
    training = make_service(
        title="Képzés", for_whom=["professionals"], cost="paid", registration="appointment"
    )
    return [published(legal), training]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("?for=migrants", "Jogi tanács"),
        ("?for=professionals", "Képzés"),
        ("?topic=housing", "Jogi tanács"),
        ("?language=uk", "Jogi tanács"),
        ("?cost=paid", "Képzés"),
        ("?registration=appointment", "Képzés"),
        ("?district=VIII.", "Jogi tanács"),
    ],
)
def test_each_filter_finds_its_service(services, client, query, title):
    assert [page.title for page in listed(client, query).items] == [title]


def test_filters_say_how_many_they_lead_to(services, client):
    make_service(title="Harmadik", for_whom=["migrants", "professionals"])
    assert counts(listed(client), "for") == {"migrants": 2, "professionals": 2}


def test_emergencies_stand_first_and_plans_last(services, client):
    make_service(title="Állandó ügyelet", emergency=True)
    make_service(title="Ágyak", status="planned")
    titles = [page.title for page in listed(client).items]
    assert titles == ["Állandó ügyelet", "Jogi tanács", "Képzés", "Ágyak"]


def test_cards_say_whether_a_service_is_open(services, client):
    with time_machine.travel(MONDAY, tick=False):
        html = client.get("/hu/szolgaltatasok/").content.decode()
    assert html.count('class="chip done"') == 2


def found_open(client, at, value="now"):
    with time_machine.travel(at, tick=False):
        return [page.title for page in listed(client, f"?open={value}").items]


def with_hours(title, *rows, **values):
    page = make_service(hours=False, title=title, **values)
    page.hours = [
        ServiceHours(weekday=day, opens=time(opens), closes=time(closes), sort_order=n)
        for n, (day, opens, closes) in enumerate(rows)
    ]
    return published(page)


@pytest.mark.parametrize(
    ("at", "now", "later"),
    [
        (MONDAY.replace(hour=8), [], ["Délelőtt"]),
        (MONDAY, ["Délelőtt"], []),
        (MONDAY.replace(hour=12), [], []),
        (MONDAY.replace(hour=23), ["Éjjel"], []),
        (MONDAY.replace(day=11, hour=3), ["Éjjel"], []),
        (MONDAY.replace(day=11, hour=6), [], []),
    ],
)
def test_what_is_open_now_is_found_across_midnight(locales, client, at, now, later):
    with_hours("Délelőtt", (0, 9, 12))
    with_hours("Éjjel", (0, 20, 0), (1, 0, 6))
    assert found_open(client, at) == now
    assert set(found_open(client, at, "later")) >= set(later)


def test_a_closed_day_a_closure_and_an_ended_service_are_not_open(locales, client):
    holiday, closed, plan = (with_hours(f"Rend {n}", (0, 9, 12)) for n in range(3))
    holiday.exceptions = [ServiceException(day=MONDAY.date(), sort_order=0)]
    published(holiday)
    days = {"status": "temporarily_closed", "closed_from": MONDAY.date()}
    facts_change(page=closed, fields=days)
    facts_change(page=plan, fields={"status": "planned"})
    assert found_open(client, MONDAY) == []
    assert found_open(client, MONDAY.replace(day=17)) == ["Rend 0"]


def test_a_day_with_other_hours_is_open_in_those_alone(locales, client):
    page = with_hours("Rend", (0, 9, 12))
    page.exceptions = [
        ServiceException(
            day=MONDAY.date(), closed=False, opens=time(15), closes=time(18), sort_order=0
        )
    ]
    published(page)
    assert found_open(client, MONDAY) == []
    assert found_open(client, MONDAY.replace(hour=16)) == ["Rend"]


def test_the_filter_shows_with_its_one_value(services, client):
    with time_machine.travel(MONDAY, tick=False):
        assert counts(listed(client), "open") == {"now": 2}


def test_a_helpline_stands_on_top_with_a_number_to_tap(services, client):
    make_full_service(title="Segélyvonal")
    html = client.get("/hu/szolgaltatasok/").content.decode()
    assert 'class="helpline" href="tel:+3612345678"' in html
    assert html.index("Segélyvonal") < html.index("Jogi tanács")


def test_drafts_private_withdrawn_and_ended_ones_are_not_listed(services, client, locales):
    legal, training = services
    facts_change(page=legal, fields={"withdrawn_at": timezone.now()})
    PageViewRestriction.objects.create(page=training, restriction_type="login")
    make_service(title="Vázlat").unpublish()
    facts_change(page=make_service(title="Vége"), fields={"status": "ended"})
    listing = listed(client)
    assert listing.total == 0
    assert listing.facets == []


def test_each_language_lists_its_own(services, client):
    translated(services[0])
    assert [page.title for page in listed(client, lang="en").items] == ["Jogi tanács (en)"]


def test_the_list_costs_the_same_for_more_services(services, client):
    translated(make_full_service())
    few = queries(client, "/hu/szolgaltatasok/")
    for number in range(5):
        make_full_service(slug=f"szolgaltatas-{number}")
    assert queries(client, "/hu/szolgaltatasok/") == few <= 12


def test_the_page_costs_the_same_for_more_rows(locales, client):
    service = make_full_service()
    few = queries(client, service.url_path)
    service.languages = [
        ServiceLanguage(code=code, sort_order=n) for n, code in enumerate(("hu", "en", "uk", "vi"))
    ]
    service.places = [ServicePlace(place=make_place(str(n)), sort_order=n) for n in range(5)]
    service.hours = []
    published(service)
    assert queries(client, service.url_path) == few <= 10
