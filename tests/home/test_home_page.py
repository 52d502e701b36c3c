"""The home page leads into every room; its queries never grow."""

from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from network.models import ServicePhone
from network.service_entry import MOST_URGENT
from tests.factories.library import make_issue, make_publication
from tests.factories.pages import make_event, published
from tests.factories.recommendations import make_recommendation, recently_sent
from tests.factories.services import make_service

pytestmark = pytest.mark.django_db


def fill(number):
    make_event(slug=f"ules-{number}")
    make_publication(slug=f"kiadvany-{number}")
    make_issue(slug=f"szam-{number}", number=number + 1)
    make_service(slug=f"szolgaltatas-{number}", for_whom=["migrants"])
    recently_sent(make_recommendation(slug=f"ajanlas-{number}"), days=5)


def queries(client):
    client.get("/hu/")
    with CaptureQueriesContext(connection) as captured:
        assert client.get("/hu/").status_code == 200
    said = Counter(query["sql"] for query in captured.captured_queries)
    assert not [sql for sql, times in said.items() if times > 1]
    return len(captured)


def test_it_costs_the_same_for_more_of_everything(locales, client):
    fill(0)
    few = queries(client)
    for number in range(1, 4):
        fill(number)
    assert queries(client) == few <= 12


def test_it_leads_into_every_room(locales, client):
    fill(0)
    urgent = make_service(title="Segélyvonal", emergency=True, for_whom=["migrants"])
    urgent.phones = [ServicePhone(number="+36 1 555 0111", sort_order=0)]
    published(urgent)
    html = client.get("/hu/").content.decode()
    for part in ('class="date-tile"', "event.ics", 'href="tel:+3615550111"', "?for=migrants",
                 'class="bar"', "?became=overdue", 'class="grid cards holdings"'):  # fmt: skip
        assert part in html, part
    assert html.index("+36 1 555 0111") < html.index("?for=migrants")


def test_it_calls_out_a_few_helplines_and_counts_all_services(locales, client):
    for number in range(MOST_URGENT + 2):
        line = make_service(
            title=f"Vonal {number}", slug=f"vonal-{number}", emergency=True, for_whom=["migrants"]
        )
        line.phones = [ServicePhone(number=f"+36 1 555 010{number}", sort_order=0)]
        published(line)
    html = client.get("/hu/").content.decode()
    assert html.count('class="notice urgent"') == MOST_URGENT
    assert html.count('class="call"') == MOST_URGENT
    assert f"<small>{MOST_URGENT + 2} szolgáltatás" in html


def test_an_empty_site_has_a_home_page(locales, client):
    html = client.get("/hu/").content.decode()
    assert 'class="bar"' not in html
    assert "None" not in html
