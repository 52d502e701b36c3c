"""Each list type has a feed that its own page leads to, whatever kind of pages it lists."""

import xml.etree.ElementTree as ET
from collections import Counter

import pytest
from django.apps import apps
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from cms.core.models import ListPage
from tests.factories.every import EVERY
from tests.factories.pages import make_topic, published, translated

pytestmark = pytest.mark.django_db
LISTS = sorted(name for name in EVERY if issubclass(apps.get_model(name), ListPage))
ENTRY = "{http://www.w3.org/2005/Atom}entry"


@pytest.fixture
def made(locales):
    """Every list with whatever its pages need, and one topic on each listed page."""
    topic = make_topic()

    def make(name):
        page = EVERY[name]()
        for item in {item.pk: item.specific for item in page.items()}.values():
            item.topics = [topic]
            published(item)
        return page

    return make


@pytest.mark.parametrize("name", LISTS)
def test_it_holds_the_pages_of_the_list_with_their_topics(made, client, name):
    page = made(name)
    response = client.get(f"{page.url_path}feed.atom")
    assert response.status_code == 200
    found = ET.fromstring(response.content).findall(ENTRY)  # noqa: S314  (our own answer)
    items = page.items()
    assert len(found) == items.count()
    assert response.content.decode().count('term="housing"') == len(found)
    assert f'href="http://testserver{page.url_path}feed.atom"' in client.get(
        page.url_path
    ).content.decode()  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_every_filter_of_the_list_narrows_it(made, client, name):
    page = made(name)
    translated(page)
    shown = {facet.name for facet in page.listing(QueryDict()).facets}
    assert shown <= {facet.name for facet in page.all_facets()}
    for facet in page.all_facets():
        for value in ("housing", "2031", "hu", "x"):
            url = f"{page.url_path}feed.atom?{facet.name}={value}"
            assert client.get(url).status_code == 200, url


@pytest.mark.parametrize("name", LISTS)
def test_no_query_is_asked_twice(made, client, name):
    url = f"{made(name).url_path}feed.atom?topic=housing"
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        client.get(url)
    asked = Counter(query["sql"] for query in captured.captured_queries)
    assert not [sql for sql, times in asked.items() if times > 1]
    assert len(captured) <= 14
