"""The page of a body leads to its recommendations, the newest first, in the reader's language."""

import pytest
from django.utils import timezone

from cms.core.facts.change import facts_change
from tests.core.test_queries import queries
from tests.factories.members import make_body
from tests.factories.pages import translated
from tests.factories.recommendations import make_recommendation

pytestmark = pytest.mark.django_db


@pytest.fixture
def body(locales):
    return make_body(slug="kerekasztal", title="Kerekasztal")


def titles(client, page):
    return [link.title for _h, links in client.get(page.url_path).context["sections"]
            for link in links]  # fmt: skip


def test_its_current_documents_stand_there_the_newest_first(body, client):
    for reference in ("MK-2031/02", "MK-2031/10"):
        slug = reference.lower().replace("/", "-")
        make_recommendation(slug=slug, title="Ajánlás", reference=reference, roundtable=body)
    make_recommendation(slug="masik", reference="MK-2031/11", roundtable=make_body(slug="masik"))
    gone = make_recommendation(slug="elment", reference="MK-2031/12", roundtable=body)
    facts_change(page=gone, fields={"withdrawn_at": timezone.now()})
    assert titles(client, body) == ["MK-2031/10 · Ajánlás", "MK-2031/02 · Ajánlás"]


def test_each_language_names_those_that_it_has(body, client):
    english = translated(body)
    document = make_recommendation(
        slug="ajanlas", title="Ajánlás", reference="MK-2031/02", roundtable=body
    )
    assert titles(client, english) == []
    translated(document)
    assert titles(client, english) == ["MK-2031/02 · Ajánlás (en)"]


def test_it_costs_the_same_with_more_documents(body, client):
    few = queries(client, body.url_path)
    make_recommendation(slug="ajanlas", roundtable=body)
    assert queries(client, body.url_path) == few <= 10
