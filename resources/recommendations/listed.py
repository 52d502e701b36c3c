"""The list of recommendations: its pages, the items of all of them read once, its facets."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db.models import F
from django.db.models.functions import ExtractYear
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.core.collation import sort_key
from cms.core.facets import choices_facet, from_codes, newest_first, topic_facet
from cms.core.links import page_links
from cms.core.listing import Facet
from cms.core.prepared import Prepared, among
from cms.languages import SOURCE
from resources.recommendations.codes import GONE, State
from resources.recommendations.outcomes import BECAME, Outcome, became
from resources.recommendations.rules import is_overdue

COLUMNS = (
    "page_id", "addressee_id", "response_due", "response_state", "position", "implementation",
)  # fmt: skip


def recommendations(locale: Any) -> Any:
    """Current recommendations of a language: what is not adopted yet, then the last adopted."""
    model = apps.get_model("resources", "RecommendationPage")
    found = model.objects.current(locale).annotate(year=ExtractYear("adopted_on"))
    newest = F("adopted_on").desc(nulls_first=True)
    return found.defer("body", "background").order_by(newest, "-reference", "pk")


def _item_rows_of(ids: Any) -> Any:
    items = apps.get_model("resources", "RecommendationItem").objects
    return items.filter(among("page_id", ids)).order_by().values_list(*COLUMNS)


_item_rows = Prepared(_item_rows_of)


class ItemsRead:
    """The items of the pages of one list, read when the first facet asks, for all that ask."""

    def __init__(self) -> None:
        self._rows: list[tuple[Any, ...]] | None = None

    def rows(self, ids: list[int]) -> list[tuple[Any, ...]]:
        """(page, addressee, whether it is overdue, response state, position, implementation)."""
        if self._rows is None:
            today = timezone.localdate()
            self._rows = [
                (page_id, addressee, is_overdue(facts[0], due, today), *facts)
                for page_id, addressee, due, *facts in _item_rows(ids=ids)
            ]
        return self._rows

    def many(self, values: Callable[..., Any]) -> Callable[[list[int]], dict[int, list[Any]]]:
        def by_page(ids: list[int]) -> dict[int, list[Any]]:
            found: dict[int, list[Any]] = {}
            for page_id, *columns in self.rows(ids):
                found.setdefault(page_id, []).append(values(*columns))
            return found

        return by_page

    def by_page(self, ids: list[int]) -> dict[int, Outcome]:
        found: dict[int, Outcome] = {}
        for page_id, _addressee, late, *facts in self._of(ids):
            found.setdefault(page_id, Outcome()).count(*facts, late=late)
        return found

    def together(self, ids: list[int]) -> Outcome:
        """Of these pages, on whatever page of the list they stand."""
        whole = Outcome()
        for (late, *facts), times in Counter(row[2:] for row in self._of(ids)).items():
            whole.count(*facts, late=late, times=times)
        return whole

    def _of(self, ids: list[int]) -> list[tuple[Any, ...]]:
        wanted = set(ids)
        return [row for row in self._rows or () if row[0] in wanted]


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


def became_of(_addressee: Any, late: bool, *facts: str) -> str:
    return became(*facts, late=late)


def recommendation_facets(read: ItemsRead) -> tuple[Facet, ...]:
    states = [pair for pair in State.choices if pair[0] not in GONE]
    return (
        Facet("became", _("What became of it"), from_codes(BECAME.items),
              many=read.many(became_of)),
        choices_facet("state", _("State"), lambda: states),
        Facet("addressee", _("Addressee"), addressee_names,
              many=read.many(lambda addressee, *_rest: addressee)),
        topic_facet(lambda: apps.get_model("resources", "RecommendationPage")),
        Facet("year", _("Year"), newest_first, column="year"),
        Facet("body", _("Body"), body_names, column="roundtable_id"),
    )  # fmt: skip
