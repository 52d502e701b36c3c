"""The list of recommendations: its pages, the items of all of them read once, its facets."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import F
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_lazy as _

from cms.core.collation import sort_key
from cms.core.facets import choices_facet, from_codes, newest_first, topic_facet
from cms.core.links import page_links
from cms.core.listing import Facet
from cms.languages import SOURCE
from resources.recommendations.codes import GONE, WAITING, Position, Response, State
from resources.recommendations.rules import is_overdue

COLUMNS = ("page_id", "addressee_id", "response_state", "response_due", "position")


@dataclass
class Outcome:
    """How many items, and what became of them."""

    items: int = 0
    answered: int = 0
    accepted: int = 0
    overdue: int = 0
    waiting: int = 0

    def count(self, state: str, position: str, *, late: bool) -> None:
        self.items += 1
        self.answered += state == Response.ANSWERED
        self.accepted += position in (Position.ACCEPTED, Position.IN_PART)
        self.overdue += late
        self.waiting += not late and state in WAITING


def recommendations(locale: Any) -> Any:
    """Current recommendations of a language: what is not adopted yet, then the last adopted."""
    model = apps.get_model("resources", "RecommendationPage")
    found = model.objects.current(locale).annotate(year=ExtractYear("adopted_on"))
    newest = F("adopted_on").desc(nulls_first=True)
    return found.defer("body", "background").order_by(newest, "-reference", "pk")


class ItemsRead:
    """The items of the pages of one list, read when the first facet asks, for all that ask."""

    def __init__(self) -> None:
        self._rows: list[tuple[Any, ...]] | None = None

    def rows(self, ids: list[int]) -> list[tuple[Any, ...]]:
        if self._rows is None:
            model = apps.get_model("resources", "RecommendationItem")
            found = model.objects.filter(page_id__in=ids).order_by()
            self._rows = list(found.values_list(*COLUMNS))
        return self._rows

    def many(self, values: Callable[..., Any]) -> Callable[[list[int]], dict[int, list[Any]]]:
        def by_page(ids: list[int]) -> dict[int, list[Any]]:
            found: dict[int, list[Any]] = {}
            for page_id, *columns in self.rows(ids):
                found.setdefault(page_id, []).append(values(*columns))
            return found

        return by_page

    def by_page(self) -> dict[int, Outcome]:
        found: dict[int, Outcome] = {}
        for page_id, _addressee, state, due, position in self._rows or ():
            late = is_overdue(state, due)
            found.setdefault(page_id, Outcome()).count(state, position, late=late)
        return found

    def together(self, ids: list[int]) -> Outcome:
        """Of these pages, on whatever page of the list they stand."""
        whole, wanted = Outcome(), set(ids)
        for page_id, _addressee, state, due, position in self._rows or ():
            if page_id in wanted:
                whole.count(state, position, late=is_overdue(state, due))
        return whole


def open_recommendations(locale: Any, most: int) -> list[tuple[Any, Outcome]]:
    """What was sent and waits for answers or for what follows from them, with what became of it."""
    pages = list(recommendations(locale).filter(state=State.SENT)[:most])
    read = ItemsRead()
    if pages:
        read.rows([page.pk for page in pages])
    outcomes = read.by_page()
    return [(page, outcomes.get(page.pk, Outcome())) for page in pages]


def addressee_names(values: Any, lang: str) -> dict[str, Any]:
    """Names by id, in `lang` or else in the source language, sorted as `lang` does."""
    texts = apps.get_model("resources", "AddresseeText").objects.filter(
        locale__language_code__in=[lang, SOURCE],
        addressee__in=[pk for pk in values if pk.isdigit()],
    )
    found: dict[str, str] = {}
    for pk, code, name in texts.values_list("addressee_id", "locale__language_code", "name"):
        if code == lang or str(pk) not in found:
            found[str(pk)] = name
    return in_order(found, lang)


def body_names(values: Any, lang: str) -> dict[str, Any]:
    """Titles of bodies by the id of their source-language page."""
    links = page_links(lang, [int(pk) for pk in values if pk.isdigit()])
    return in_order({str(pk): link.title for pk, link in links.items()}, lang)


def in_order(names: dict[str, str], lang: str) -> dict[str, Any]:
    return dict(sorted(names.items(), key=lambda pair: sort_key(pair[1], lang)))


def deadline_codes() -> list[tuple[str, Any]]:
    return [
        ("overdue", _("Overdue")),
        ("running", _("Within the deadline")),
        ("none", _("No answer expected")),
    ]


def deadline_of(_addressee: Any, state: str, due: date | None, _position: str) -> str:
    if is_overdue(state, due):
        return "overdue"
    return "running" if state in WAITING else "none"


def recommendation_facets(read: ItemsRead) -> tuple[Facet, ...]:
    states = [pair for pair in State.choices if pair[0] not in GONE]
    return (
        Facet("deadline", _("Deadline"), from_codes(deadline_codes),
              many=read.many(deadline_of)),
        choices_facet("state", _("State"), lambda: states),
        Facet("answer", _("Answer"), from_codes(lambda: Response.choices),
              many=read.many(lambda _addressee, state, *_rest: state)),
        Facet("addressee", _("Addressee"), addressee_names,
              many=read.many(lambda addressee, *_rest: addressee)),
        topic_facet(lambda: apps.get_model("resources", "RecommendationPage")),
        Facet("year", _("Year"), newest_first, column="year"),
        Facet("body", _("Body"), body_names, column="roundtable_id"),
    )  # fmt: skip
