"""What became of items: each counts once, the bar is whole, its numbers are of current pages."""

import re

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from cms.core.facts.change import facts_change
from resources.recommendations.outcomes import Outcome, became, outcome_of_all
from resources.recommendations.services import item_change
from tests.factories.recommendations import (
    key_of,
    make_recommendation,
    recently_sent,
)


@pytest.mark.parametrize(
    ("facts", "late", "name"),
    [
        (("awaiting", "none", "implemented"), True, "overdue"),
        (("acknowledged", "none", "not_started"), False, "waiting"),
        (("answered", "accepted_in_part", "not_started"), False, "accepted"),
        (("answered", "rejected", "not_started"), False, "answered"),
        (("no_answer", "none", "not_started"), False, "unanswered"),
        (("not_sent", "none", "partly_implemented"), False, "accepted"),
        (("not_sent", "none", "not_started"), False, "open"),
    ],
)
def test_an_item_counts_once(facts, late, name):
    assert became(*facts, late=late) == name


def three_parts():
    outcome = Outcome()
    outcome.count("answered", "accepted", "not_started", late=False, times=2)
    outcome.count("awaiting", "none", "not_started", late=True)
    outcome.count("not_sent", "none", "not_started", late=False)
    return outcome


def test_the_parts_lie_side_by_side_and_mirrored():
    parts = three_parts().parts
    assert [(part.start, part.width, part.mirrored) for part in parts] == [
        ("0%", "50%", "50%"), ("50%", "25%", "25%"), ("75%", "25%", "0%"),
    ]  # fmt: skip


@pytest.mark.parametrize(("lang", "first"), [("hu", "0%"), ("ar", "50%"), ("fa", "50%")])
def test_the_bar_has_words_and_starts_where_reading_starts(lang, first):
    with translation.override(lang):
        html = render_to_string("components/outcome_bar.html", {"outcome": three_parts()})
        said = three_parts().said
    assert re.search(r'class="part accepted" x="([^"]+)"', html)[1] == first
    assert f"{said}" in html
    assert "style=" not in html


@pytest.mark.django_db
def test_all_counts_the_items_of_current_pages_alone(locales):
    recently_sent(make_recommendation(items=3), days=5)
    answered = recently_sent(make_recommendation(items=1))
    item_change(page=answered, item_key=key_of(answered), kind="response",
                changes={"response_state": "answered", "position": "accepted"})  # fmt: skip
    gone = recently_sent(make_recommendation(items=2), days=5)
    facts_change(page=gone, fields={"state": "superseded"})
    outcome = outcome_of_all(locales["hu"])
    assert outcome.counts == {"overdue": 3, "accepted": 1}
    assert outcome.answered == 1


@pytest.mark.django_db
def test_only_the_latest_step_of_a_long_history_is_open(locales, client):
    page = recently_sent(make_recommendation(items=1))
    item_change(page=page, item_key=key_of(page), kind="response",
                changes={"response_state": "answered"})  # fmt: skip
    response = client.get(page.url_path)
    shown = response.context["items"][0]
    assert shown.latest.kind == "response"
    assert len(shown.earlier) == len(shown.history) - 1 > 1
    html = response.content.decode()
    earlier = html[html.index('<details class="earlier">') :].split("</details>")[0]
    assert earlier.count("<li>") == len(shown.earlier)


@pytest.mark.django_db
def test_a_superseded_document_has_neither_bar_nor_overdue_banner(locales, client):
    page = recently_sent(make_recommendation(items=2), days=5)
    assert 'class="bar"' in client.get(page.url_path).content.decode()
    facts_change(page=page, fields={"state": "superseded"})
    html = client.get(page.url_path).content.decode()
    assert 'class="bar"' not in html
    assert "banner late" not in html
