"""Notices: what a reader has to know before reading on."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.core.acts import ShownAct
from cms.core.models.pages import WithdrawnReason
from cms.core.translation_notice import Piece
from cms.languages import SOURCE
from home.styleguide.entries import WIDE, Entry, Family, State, plain
from home.styleguide.families.recommendations import item, outcome
from home.styleguide.samples import (
    CHANGED,
    CHANGED_BEFORE,
    DAY,
    HOUR,
    HUNGARIAN_PAGE,
    LATER,
    MOVED,
    REASON,
    RECOMMENDATION,
    SECOND_ITEM,
    here,
    language,
    link,
    page,
)
from network.event_codes import EventStatus
from resources.models import PublicationPage

Access = PublicationPage.Access
#: Of a Hungarian text.
PASSAGES = (
    (
        Piece("same", "A tanfolyam "),
        Piece("gone", "kedden"),
        Piece("new", "szerdán és csütörtökön"),
        Piece("same", " este hatkor kezdődik."),
    ),
    (Piece("new", "Jelentkezni a helyszínen is lehet."),),
)


def family(_home: Any) -> Family:
    entries = (
        Entry(
            "components/translation_notice.html",
            _("Translation that is behind"),
            translations(),
            size=WIDE,
        ),
        Entry("components/withdrawn.html", _("Withdrawn page"), withdrawn(), size=WIDE),
        Entry("network/event_ribbon.html", _("Ribbon of an event"), ribbons(), size=WIDE),
        Entry("resources/overdue.html", _("Overdue answers"), overdue(), size=WIDE),
        Entry("resources/access.html", _("Files that are closed"), closed_files(), size=WIDE),
    )
    return Family("notices", _("Notices"), entries)


def act(text: Any, kind: str = "published", at: Any = HOUR) -> ShownAct:
    return ShownAct(kind, at, str(text), language())


def translations() -> tuple[State, ...]:
    source = link(RECOMMENDATION, SOURCE)
    told = [act(CHANGED, at=MOVED), act(CHANGED_BEFORE)]
    known: dict[str, Any] = {"follows": DAY, "source": source, "report": here()}
    return (
        State(
            _("Behind, with what was said of the changes"),
            {**known, "is_behind": True, "changes": told},
        ),
        State(
            _("Behind, with the passages that have changed"),
            {**known, "is_behind": True, "passages": PASSAGES, "more": 3},
        ),
        State(_("Behind, nothing was said"), {**known, "is_behind": True}),
        State(_("By a machine"), {**known, "is_machine": True}),
        State(_("With paragraphs in Hungarian"), {**known, "has_fallbacks": True}),
        State(
            _("By a machine, and behind"),
            {**known, "is_behind": True, "is_machine": True, "changes": told},
        ),
        State(_("Up to date"), known),
    )


def withdrawn() -> tuple[State, ...]:
    """Every reason; the first also says what was written and what replaces the page."""
    plainly = [
        State(reason.label, {"page": withdrawn_page(reason)})
        for reason in WithdrawnReason
        if reason != WithdrawnReason.SUPERSEDED
    ]
    said = [act(CHANGED, "withdrawn")]
    replaced = withdrawn_page(
        WithdrawnReason.SUPERSEDED, shown_acts=said, replaced_by_id=HUNGARIAN_PAGE
    )
    return (State(WithdrawnReason.SUPERSEDED.label, {"page": replaced}), *plainly)


def withdrawn_page(reason: WithdrawnReason, **values: Any) -> Any:
    known: dict[str, Any] = {"shown_acts": [], "replaced_by_id": None}
    return page(
        RECOMMENDATION,
        is_withdrawn=True,
        withdrawn_at=HOUR,
        withdrawn_reason=reason,
        **known | values,
    )


def ribbons() -> tuple[State, ...]:
    """Every status; where an event does not take place as announced, with the reason."""
    said = [act(REASON, "status")]
    by_status = [
        State(status.label, {"page": ribbon_page(status, shown_acts=said)})
        for status in EventStatus
    ]
    return (*by_status, State(_("Postponed without a new day"), {"page": undated(said)}))


def ribbon_page(status: EventStatus, **values: Any) -> Any:
    is_moved = status == EventStatus.POSTPONED
    return plain(
        status=status,
        starts_at=MOVED if is_moved else HOUR,
        postponed_from=HOUR if is_moved else None,
        date_is_void=status == EventStatus.CANCELLED,
        all_day=False,
        last_day=None,
        ends_at=None,
        **values,
    )


def undated(said: list[ShownAct]) -> Any:
    return plain(
        status=EventStatus.POSTPONED,
        starts_at=HOUR,
        postponed_from=HOUR,
        date_is_void=True,
        all_day=False,
        shown_acts=said,
    )


def overdue() -> tuple[State, ...]:
    late = [
        item(RECOMMENDATION, number=1, is_overdue=True),
        item(SECOND_ITEM, number=2, is_overdue=True),
    ]
    return (
        State(_("One entry"), {"items": late[:1], "outcome": outcome(overdue=1)}),
        State(_("Many entries"), {"items": late, "outcome": outcome(overdue=2)}),
    )


def closed_files() -> tuple[State, ...]:
    embargo = plain(files_are_open=False, access=Access.EMBARGO, embargo_until=LATER)
    asked = plain(files_are_open=False, access=Access.ON_REQUEST, contact=True)
    return (
        State(Access.EMBARGO.label, {"page": embargo}),
        State(Access.ON_REQUEST.label, {"page": asked}),
    )
