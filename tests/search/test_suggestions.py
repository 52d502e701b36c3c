"""Titles and topics while one types: those whose words begin as the typed ones, without accents."""

import pytest

from cms.core.models import Topic, TopicLabel
from cms.operations.waiting import run_waiting
from tests.factories.pages import StandardPageFactory, home_in, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def titles(locales):
    for title in ("Lakhatási tanácsadás", "Tanácsadás munkáról", "Ösztöndíj"):
        published(StandardPageFactory(parent=home_in("hu"), title=title))
    topic = Topic.objects.create(notation="housing")
    TopicLabel.objects.create(topic=topic, locale=locales["hu"], text="Lakhatás")
    run_waiting()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("tana", ["Tanácsadás munkáról", "Lakhatási tanácsadás"]),
        ("lakh", ["Lakhatás", "Lakhatási tanácsadás"]), ("TANÁCS lakh", ["Lakhatási tanácsadás"]),
        ("oszton", ["Ösztöndíj"]), ("dij", []), ("", []), ("  ", []), ("\0", []), ('"', []),
    ],
)  # fmt: skip
def test_words_are_begun(titles, client, typed, found):
    answer = client.get("/hu/search/suggestions/", {"q": typed}).json()
    assert [one["title"] for one in answer] == found


def test_a_topic_leads_to_its_results_and_a_page_to_itself(titles, client):
    topic, page = client.get("/hu/search/suggestions/", {"q": "lakh"}).json()
    assert topic == {"title": "Lakhatás", "url": "/hu/search/?topic=housing", "kind": "topic"}
    assert client.get(page["url"]).status_code == 200


def test_other_languages_have_their_own(titles, client):
    assert client.get("/en/search/suggestions/", {"q": "lakh"}).json() == []
