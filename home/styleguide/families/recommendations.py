"""Recommendations: their states, the states of their items, and what became of them."""

from datetime import timedelta
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from home.styleguide.entries import SMALL, WIDE, Entry, Family, State, card_of, plain, state_of
from home.styleguide.samples import DAY, PAGE, RECOMMENDATION, SUMMARY, here, language, page
from resources.models import RecommendationPage
from resources.recommendations.codes import (
    WAITING,
    Implementation,
    Kind,
    Position,
    Response,
)
from resources.recommendations.codes import State as DocumentState
from resources.recommendations.outcomes import BECAME, Outcome

#: How many items of each class the bar of the examples has.
COUNTS = {"accepted": 9, "answered": 4, "waiting": 5, "overdue": 3, "unanswered": 2, "open": 2}


def family(_home: Any) -> Family:
    bars = {"outcome": outcome(**COUNTS)}
    entries = (
        Entry("components/outcome_bar.html", _("What became of the items"), drawn(), size=WIDE),
        Entry("components/outcome_table.html", _("The same as a table"), tables(bars), size=WIDE),
        Entry(
            "components/outcome_legend.html",
            _("The same on a line"),
            (State(_("All classes"), bars),),
            size=WIDE,
        ),
        Entry(
            "components/swatch.html",
            _("Sign of a class"),
            tuple(State(label, {"name": name}) for name, label in BECAME.items()),
            size=SMALL,
        ),
        Entry("resources/document_state.html", state_of(RecommendationPage), documents()),
        Entry("resources/item_answer.html", _("Answer to an item"), answers()),
        Entry("resources/item_states.html", _("Position and implementation"), stands()),
        Entry(
            "components/recommendation_card.html",
            card_of(RecommendationPage),
            cards(),
            size=WIDE,
        ),
    )
    return Family(
        "recommendations", capfirst(RecommendationPage._meta.verbose_name_plural), entries
    )


def outcome(**counts: int) -> Outcome:
    return Outcome(counts, counts.get("accepted", 0) + counts.get("answered", 0))


def row(title: Any = RECOMMENDATION, **values: Any) -> Any:
    """An item as its row knows it: nothing was answered yet."""
    known: dict[str, Any] = {
        "number": 1,
        "anchor": here(),
        "title": str(title),
        "is_overdue": False,
        "is_waiting": False,
        "days_late": 0,
        "response_state": Response.NOT_SENT,
        "response_due": DAY,
        "position": Position.NONE,
        "implementation": Implementation.NOT_STARTED,
    }
    made = plain(**known | values)
    made.anchor = f"item-{made.number}"
    made.lang_of = {"title": language()}.get
    return made


def item(title: Any, **values: Any) -> Any:
    return plain(row=row(title, **values))


def drawn() -> tuple[State, ...]:
    return (
        State(_("All classes"), {"outcome": outcome(**COUNTS)}),
        State(_("Narrow parts"), {"outcome": outcome(accepted=40, overdue=1, open=2)}),
        State(_("One class"), {"outcome": outcome(waiting=7)}),
    )


def tables(bars: dict[str, Any]) -> tuple[State, ...]:
    return (
        State(_("With links"), {**bars, "url": here()}),
        State(_("Without links"), {**bars, "url": ""}),
    )


def documents() -> tuple[State, ...]:
    return tuple(State(state.label, {"page": plain(state=state)}) for state in DocumentState)


def answers() -> tuple[State, ...]:
    """Every state of an answer; then what a deadline or the document's own end makes of it."""
    known = [
        State(
            state.label,
            {"row": row(response_state=state, is_waiting=state in WAITING), "is_standing": True},
        )
        for state in Response
    ]
    late = row(is_overdue=True, is_waiting=True, days_late=timedelta(days=12).days)
    gone = row(is_waiting=True)
    return (
        *known,
        State(_("Overdue"), {"row": late, "is_standing": True}),
        State(_("The document is withdrawn"), {"row": gone, "is_standing": False}),
    )


def stands() -> tuple[State, ...]:
    answered: dict[str, Any] = {"response_state": Response.ANSWERED}
    positions = [
        State(one.label, {"row": row(**answered, position=one)})
        for one in Position
        if one != Position.NONE
    ]
    done = [
        State(one.label, {"row": row(**answered, implementation=one)})
        for one in Implementation
        if one != Implementation.NOT_STARTED
    ]
    return (*positions, *done)


def card(**values: Any) -> Any:
    known: dict[str, Any] = {
        "kind": Kind.RECOMMENDATION,
        "reference": "FMK/2026/3",
        "adopted_on": DAY,
        "state": DocumentState.SENT,
        "summary": SUMMARY,
    }
    return page(RECOMMENDATION, **known | values)


def cards() -> tuple[State, ...]:
    open_letter = card(
        kind=Kind.OPEN_LETTER, adopted_on=None, state=DocumentState.DRAFTING, summary=""
    )
    return (
        State(_("With what became of it"), {"item": card(), "outcomes": {PAGE: outcome(**COUNTS)}}),
        State(_("Not adopted yet"), {"item": open_letter}),
    )
