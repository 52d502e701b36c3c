"""The budgets of recommendations: 10 queries a page with 20 items, 12 a list, growing with none."""

from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.core.models import Contact, ContactText
from resources.recommendations.services import item_change
from tests.factories.pages import (
    RoundtablePageFactory,
    home_in,
    make_place,
    make_topic,
    published,
    translated,
)
from tests.factories.recommendations import (
    key_of,
    make_full_recommendation,
    make_index,
    make_recommendation,
    recently_sent,
)

pytestmark = pytest.mark.django_db


def queries(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    said = Counter(query["sql"] for query in captured.captured_queries)
    assert not [sql for sql, times in said.items() if times > 1]
    return len(captured)


def test_twenty_items_with_everything_stay_in_the_budget(locales, client):
    contact = Contact.objects.create(name="Titkárság", place=make_place("Iroda"))
    ContactText.objects.create(contact=contact, locale=locales["hu"], name="Titkárság")
    page = make_full_recommendation(items=20)
    page.contact, page.topics = contact, [make_topic()]
    page.roundtable = published(RoundtablePageFactory(parent=home_in("hu")))
    page = published(page)
    for number in range(1, 21):
        item_change(page=page, item_key=key_of(page, str(number)), kind="response",
                    changes={"response_state": "answered"})  # fmt: skip
    english = translated(page)
    assert queries(client, page.url_path) <= 10
    assert queries(client, english.url_path) <= 10


def test_a_page_costs_the_same_for_more_items(locales, client):
    few, many = make_full_recommendation(items=1), make_full_recommendation(items=12)
    assert queries(client, few.url_path) == queries(client, many.url_path)


def test_a_list_costs_the_same_for_more_documents(locales, client):
    body = published(RoundtablePageFactory(parent=home_in("hu")))
    for number in range(2):
        page = make_recommendation(slug=f"a-{number}", roundtable=body)
        page.topics = [make_topic(f"t-{number}")]
        recently_sent(published(page))
    few = queries(client, make_index().url_path)
    for number in range(5):
        recently_sent(make_recommendation(slug=f"b-{number}", items=3))
    assert queries(client, make_index().url_path) == few <= 12
