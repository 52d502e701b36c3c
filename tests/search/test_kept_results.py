"""What a search shows is kept for visitors, until content, the index or the day change."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from cms.operations.waiting import run_waiting
from search.engines.current import engine
from search.engines.port import EngineDown
from search.engines.sqlite import SqliteEngine
from tests.factories.pages import StandardPageFactory, home_in, published

pytestmark = pytest.mark.django_db(transaction=True)
ADDRESS = "/hu/search/?q=minta"
#: Its site, its frame, the generation, the index's number.
KEPT = 5


@pytest.fixture(autouse=True)
def one_day():
    with time_machine.travel(datetime(2031, 3, 10, 8, 30, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def page(locales):
    page = published(StandardPageFactory(parent=home_in("hu"), title="Minta oldal"))
    run_waiting()
    return page


def html(client, address=ADDRESS):
    return client.get(address).content.decode()


def queries(client):
    with CaptureQueriesContext(connection) as captured:
        assert "oldal" in html(client)
    return len(captured)


def test_results_are_looked_up_once(page, client):
    first = html(client)
    assert queries(client) <= KEPT
    assert html(client) == first


def test_nothing_is_asked_twice_where_nothing_is_kept(page, client):
    html(client, "/hu/search/?q=nincsilyen")  # what the process itself keeps
    with CaptureQueriesContext(connection) as captured:
        html(client)
    asked = [query["sql"] for query in captured]
    assert len(asked) == len(set(asked)) <= 12


def test_each_query_page_and_language_has_its_own(page, client):
    html(client)
    assert "Minta oldal" not in html(client, "/hu/search/?q=nincsilyen")
    assert "<mark>Minta</mark>" not in html(client, "/hu/search/?q=oldal")
    assert html(client, "/en/search/?q=minta") != html(client)


def test_a_new_page_is_found_when_it_is_indexed(page, client):
    html(client)
    published(StandardPageFactory(parent=home_in("hu"), title="Minta zsiráf"))
    assert "zsiráf" not in html(client)
    run_waiting()
    assert "zsiráf" in html(client)


def test_a_page_that_is_closed_is_gone_at_once(page, client):
    assert "Minta" in html(client)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert "<mark>Minta</mark>" not in html(client)


def test_the_index_says_that_it_was_written(page):
    before = engine().version()
    engine().put([])
    assert engine().version() > before
    assert engine().version() == engine().version()


def test_an_index_that_was_made_anew_has_a_number_of_its_own(page):
    before = engine().version()
    with engine().connection.cursor() as cursor:
        cursor.execute("DROP TABLE search_version")
    engine().create()
    assert engine().version() != before


def test_nothing_is_kept_for_who_is_signed_in(page, client, admin_client):
    html(client)
    with CaptureQueriesContext(connection) as captured:
        html(admin_client)
    assert len(captured) > KEPT


def test_an_engine_that_is_down_is_not_kept(page, client, monkeypatch):
    def down(self):
        raise EngineDown

    with monkeypatch.context() as broken:
        broken.setattr(SqliteEngine, "version", down)
        assert client.get(ADDRESS).status_code == 503
    assert client.get(ADDRESS).status_code == 200
