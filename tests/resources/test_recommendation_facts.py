"""Items and signatories of recommendations are the same in all languages, as are answers."""

import pytest
from wagtail.actions.copy_for_translation import CopyPageForTranslationAction

from cms.core.facts.drift import drift
from resources.models import ItemEvent, RecommendationItem, RecommendationPage, Signatory
from resources.recommendations.services import item_change
from tests.factories.members import make_organisation
from tests.factories.pages import fresh, published, translated
from tests.factories.recommendations import (
    item_of,
    key_of,
    make_addressee,
    make_recommendation,
    recently_sent,
)

pytestmark = pytest.mark.django_db
NEW = {"kind": "opinion", "addressee": "Másik hivatal", "priority": "high"}


@pytest.fixture
def pair(locales):
    source = make_recommendation()
    return source, translated(source)


def change(source):
    """A draft of the source: another kind, another addressee of its first item, a third item."""
    source = fresh(source)
    source.kind = NEW["kind"]
    items = list(source.items.all())
    items[0].addressee, items[0].priority = make_addressee(NEW["addressee"]), NEW["priority"]
    source.items = [*items, RecommendationItem(number="3", title="Harmadik", sort_order=2)]
    return source.save_revision()


def answer(page):
    item_change(page=fresh(page), item_key=key_of(page), kind="response",
                changes={"response_state": "answered", "position": "accepted"})  # fmt: skip


def facts(page):
    row, item = fresh(page), item_of(page)
    return {
        "kind": row.kind, "reference": row.reference, "state": row.state, "sent_on": row.sent_on,
        "addressee": item.addressee.name, "priority": item.priority,
        "answer": item.response_state, "position": item.position, "due": item.response_due,
        "numbers": [one.number for one in row.items.all()],
    }  # fmt: skip


def assert_new(pair):
    source, english = pair
    assert facts(source) == facts(english)
    assert {name: facts(english)[name] for name in NEW} == NEW
    assert facts(english)["numbers"] == ["1", "2", "3"]
    assert item_of(english, "2").title == "Pont 2 (en)"
    assert item_of(english, "3").lang_of("title") == "hu"
    assert drift(RecommendationPage) == []


def assert_answered(pair):
    for page in pair:
        assert (facts(page)["answer"], facts(page)["position"]) == ("answered", "accepted")
        assert facts(page)["state"] == "sent"
    assert ItemEvent.objects.filter(kind="response").count() == 1


def test_a_new_item_shows_the_sources_text_with_its_language(pair):
    change(pair[0]).publish()
    assert_new(pair)


def test_path_copy_for_translation_with_a_draft(locales):
    source = make_recommendation()
    change(source)
    translated(source.get_parent().specific)
    english = CopyPageForTranslationAction(fresh(source), locales["en"]).execute(
        skip_permission_checks=True
    )
    assert facts(english) == facts(source)


def test_path_service_on_the_translation(pair):
    recently_sent(pair[0])
    answer(pair[1])
    assert_answered(pair)


def test_signatories_are_the_same_in_all_languages(pair):
    source = fresh(pair[0])
    source.signatories = [Signatory(organisation=make_organisation(), dissent="Nem így")]
    published(source)
    row = fresh(pair[1]).signatories.get()
    assert (row.dissent, row.lang_of("dissent")) == ("Nem így", "hu")
