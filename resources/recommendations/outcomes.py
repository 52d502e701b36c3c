"""What became of items, in numbers and as the parts of a bar: of a document, a list, or all.

Each item counts once, in the first class that holds: so the parts of a bar add up to its whole.
"""

from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db.models import BooleanField, Case, Count, Q, Value, When
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cms.core.figures import Figure
from cms.core.languages import listed
from cms.core.prepared import Prepared
from resources.recommendations.codes import WAITING, Implementation, Position, Response

AGREED = (Position.ACCEPTED, Position.IN_PART)
DONE = (Implementation.IMPLEMENTED, Implementation.PARTLY)
#: Class of an item → what a row of the table calls it; in the order of the bar.
BECAME: dict[str, Promise] = {
    "accepted": _("Accepted or implemented"),
    "answered": _("Answered otherwise"),
    "waiting": _("Awaiting an answer"),
    "overdue": _("Overdue"),
    "unanswered": _("No answer received"),
    "open": _("Not sent"),
}
COLUMNS = ("response_state", "position", "implementation")


def became(state: str, position: str, implementation: str, *, late: bool) -> str:
    """The class of one item; a deadline that runs says more than what was begun meanwhile."""
    if state in WAITING:
        return "overdue" if late else "waiting"
    if position in AGREED or implementation in DONE:
        return "accepted"
    return {Response.ANSWERED: "answered", Response.NO_ANSWER: "unanswered"}.get(
        Response(state), "open"
    )


@dataclass(frozen=True)
class Part:
    """A part of a bar; places and width are percents of the whole, as SVG writes them."""

    name: str
    label: Any
    count: int
    start: str
    #: The same place counted from the other end, for pages that are read from right to left.
    mirrored: str
    width: str
    #: Whether its number has room within it, also on a phone.
    is_wide: bool

    @property
    def said(self) -> str:
        return counted(self.name, self.count)


@dataclass
class Outcome:
    """How many items, and what became of them; `answered` counts the accepted too."""

    counts: dict[str, int] = field(default_factory=dict)
    answered: int = 0

    def count(self, state: str, *facts: str, late: bool, times: int = 1) -> None:
        """Add items in this answer state, with `facts` position and implementation."""
        name = became(state, *facts, late=late)
        self.counts[name] = self.counts.get(name, 0) + times
        self.answered += times * (state == Response.ANSWERED)

    @property
    def items(self) -> int:
        return sum(self.counts.values())

    @property
    def accepted(self) -> int:
        return self.counts.get("accepted", 0)

    @property
    def overdue(self) -> int:
        return self.counts.get("overdue", 0)

    @property
    def waiting(self) -> int:
        return self.counts.get("waiting", 0)

    @property
    def parts(self) -> list[Part]:
        """The classes that occur, in the order of the bar."""
        found, before, whole = [], 0, self.items
        for name, label in BECAME.items():
            number = self.counts.get(name, 0)
            if number:
                found.append(_part(name, label, number, before, whole))
            before += number
        return found

    @property
    def said(self) -> str:
        """The bar in words."""
        return listed([part.said for part in self.parts])


def _part(name: str, label: Any, number: int, before: int, whole: int) -> Part:
    start, width = 100 * before / whole, 100 * number / whole
    return Part(
        name=name, label=label, count=number,
        start=percent(start), mirrored=percent(100 - start - width), width=percent(width),
        is_wide=width >= 8,
    )  # fmt: skip


def percent(value: float) -> str:
    """As SVG reads it, in whatever language the page is."""
    return f"{value:.3f}".rstrip("0").rstrip(".") + "%"


def counted(name: str, number: int) -> str:
    """So many items of a class, in words."""
    said = {
        "accepted": ngettext("%(number)s accepted", "%(number)s accepted", number),
        "answered": ngettext(
            "%(number)s answered otherwise", "%(number)s answered otherwise", number
        ),
        "waiting": ngettext(
            "%(number)s awaiting an answer", "%(number)s awaiting an answer", number
        ),
        "overdue": ngettext("%(number)s overdue", "%(number)s overdue", number),
        "unanswered": ngettext(
            "%(number)s without an answer", "%(number)s without an answer", number
        ),
        "open": ngettext("%(number)s not sent yet", "%(number)s not sent yet", number),
    }
    return said[name] % {"number": Figure(number)}


def outcome_of_all(locale: Any) -> Outcome:
    """Over the items of all current recommendations of a language: one query, counted there."""
    outcome = Outcome()
    for *facts, is_late, times in _counted(locale=locale.pk, today=timezone.localdate()):
        outcome.count(*facts, late=bool(is_late), times=times)
    return outcome


def _counted_of(locale: Any, today: Any) -> Any:
    pages = apps.get_model("resources", "RecommendationPage").objects.current(locale)
    items = apps.get_model("resources", "RecommendationItem").objects
    passed = Q(response_state__in=WAITING, response_due__lt=today)
    late = Case(When(passed, then=Value(True)), default=Value(False), output_field=BooleanField())
    rows = items.filter(page_id__in=pages.values("pk")).order_by().annotate(late=late)
    return rows.values_list(*COLUMNS, "late").annotate(times=Count("pk"))


_counted = Prepared(_counted_of)
