"""The finder of services: its filters, its order, and what is listed nowhere."""

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.core.facts.change import facts_change
from network.models import ServiceLanguage, ServicePlace
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
