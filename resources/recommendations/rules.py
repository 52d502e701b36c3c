"""What may become of an item or a document, and when: each refusal is one sentence."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.core.languages import listed
from resources.recommendations.codes import WAITING, Position, Response, State

#: State → states that the action "change state" may give it. Adopting, sending and withdrawing
#: are actions of their own.
NEXT_STATES = {
    State.DRAFTING: (State.CONSULTATION, State.FINALISING),
    State.CONSULTATION: (State.FINALISING, State.DRAFTING),
    State.FINALISING: (State.CONSULTATION, State.DRAFTING),
    State.ADOPTED: (State.CLOSED,),
    State.SENT: (State.CLOSED,),
    State.CLOSED: (State.SENT, State.ADOPTED),
}
BEFORE_ADOPTION = (State.DRAFTING, State.CONSULTATION, State.FINALISING)


def is_overdue(state: str, due: date | None, today: date | None = None) -> bool:
    """Whether a deadline has passed without an answer, by the date in Budapest."""
    return state in WAITING and due is not None and (today or timezone.localdate()) > due


def item_refusal(page: Any, item: Any, changes: dict[str, Any]) -> str:
    """Why these live facts of `item` cannot be written; empty where they can."""
    after = {name: getattr(item, name) for name in item.live_fields} | changes
    is_sent = page.sent_on is not None
    if after["response_state"] != Response.NOT_SENT and not is_sent:
        return _("It was not sent yet: mark the document as sent first.")
    if after["response_state"] == Response.NOT_SENT and is_sent:
        return _("It was sent: it cannot become “not sent” again.")
    return _due_refusal(page, changes) or _outcome_refusal(page, after, changes)


def _due_refusal(page: Any, changes: dict[str, Any]) -> str:
    due = changes.get("response_due")
    if due is None:
        return ""
    if page.sent_on is None:
        return _("A deadline runs from the day of sending: mark the document as sent first.")
    if due < page.sent_on:
        return _("The answer cannot be due before the day on which it was sent.")
    return ""


def _outcome_refusal(page: Any, after: dict[str, Any], changes: dict[str, Any]) -> str:
    takes_position = changes.get("position", Position.NONE) != Position.NONE
    if takes_position and after["response_state"] != Response.ANSWERED:
        return _("A position comes with an answer: enter first that the answer arrived.")
    if after["response_state"] == Response.NO_ANSWER and after["position"] != Position.NONE:
        return _("Where no answer came there is no position.")
    if "implementation" in changes and page.adopted_on is None:
        return _("What is not adopted cannot be implemented.")
    return ""


def received_refusal(page: Any, on: date | None) -> str:
    """Why an answer cannot have come on this day."""
    if on is None:
        return ""
    if page.sent_on is None:
        return _("It was not sent yet: mark the document as sent first.")
    if on < page.sent_on:
        return _("An answer cannot arrive before the day on which it was sent.")
    return _not_in_future(on)


def adoption_refusal(page: Any, on: date) -> str:
    if page.state not in BEFORE_ADOPTION:
        return _("It is adopted already.")
    return _not_in_future(on)


def sending_refusal(page: Any, items: list[Any], on: date) -> str:
    if page.state != State.ADOPTED or page.adopted_on is None:
        return _("Only what is adopted can be sent: adopt it first.")
    if on < page.adopted_on:
        return _("It cannot be sent before the day on which it was adopted.")
    lacking = [item.number for item in items if item.addressee_id is None]
    if lacking:
        return _("These items have no addressee yet: %(numbers)s.") % {"numbers": listed(lacking)}
    return _not_in_future(on)


def state_refusal(page: Any, state: str) -> str:
    if state not in NEXT_STATES.get(page.state, ()):
        return _("It cannot go from “%(old)s” to “%(new)s”.") % {
            "old": page.get_state_display(), "new": State(state).label,
        }  # fmt: skip
    if state == State.SENT and page.sent_on is None:
        return _("It was never sent.")
    if state == State.ADOPTED and page.sent_on is not None:
        return _("It was sent: it goes back to that.")
    return ""


def _not_in_future(on: date) -> str:
    return _("This day is still to come.") if on > timezone.localdate() else ""
