"""Every state in which a reader may meet a page says so in words: a walk through all of them.

That the database is away (503) is in test_error_pages.py.
"""

import re
from datetime import date, timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone, translation

from cms.core.error_pages import server_error
from cms.core.facts.change import facts_change
from network.event_codes import EventStatus
from tests.factories.pages import (
    StandardPageFactory,
    fresh,
    home_in,
    make_event,
    published,
)
from tests.factories.recommendations import make_full_recommendation

pytestmark = pytest.mark.django_db


def main_of(client, page, status=200):
    return part_of(client.get(getattr(page, "url_path", page)), status)


def part_of(response, status):
    assert response.status_code == status
    html = response.content.decode()
    return " ".join(
        re.sub(r"<[^>]+>", " ", html[html.index("<main") : html.index("</main")]).split()
    )


@pytest.mark.parametrize("status", EventStatus, ids=lambda status: status.value)
def test_an_event_says_its_status(locales, client, status):
    event = make_event()
    facts_change(page=event, fields={"status": status.value})
    assert str(status.label) in main_of(client, fresh(event))


def test_a_postponed_event_says_from_when(locales, client):
    event = make_event()
    moved = {"status": "postponed", "postponed_from": event.starts_at - timedelta(days=7)}
    facts_change(page=event, fields=moved)
    assert "<s class=" in client.get(fresh(event).url_path).content.decode()


@pytest.mark.parametrize(
    ("reason", "word"), [("error", "Visszavonva"), ("superseded", "váltotta fel")]
)
def test_a_withdrawn_or_superseded_page_says_so(locales, client, reason, word):
    page = published(StandardPageFactory(parent=home_in("hu"), slug="regi"))
    gone = {"withdrawn_at": timezone.now(), "withdrawn_reason": reason}
    facts_change(page=page, fields=gone)
    assert word in main_of(client, fresh(page))


def test_a_recommendation_says_which_answers_are_overdue(locales, client):
    page = make_full_recommendation()
    row = page.items.first()
    late = {"response_state": "awaiting", "response_due": date(2020, 1, 1)}
    facts_change(page=page, rows={"items": {row.translation_key: late}})
    assert "határideje lejárt" in main_of(client, fresh(page))


def test_a_page_that_a_language_lacks_says_where_it_can_be_read(locales, client):
    page = published(StandardPageFactory(parent=home_in("hu"), slug="csak-magyarul"))
    with translation.override("en"):
        said = main_of(client, page.url_path.replace("/hu/", "/en/", 1))
    assert "This page is not yet in your language" in said
    assert "Magyar" in said


def test_there_is_no_page(locales, client):
    assert "nincs oldal" in main_of(client, "/hu/nincs/", 404)


def test_something_went_wrong():
    response = server_error(RequestFactory().get("/hu/"))
    assert "próbálja" in part_of(response, 500).lower()
