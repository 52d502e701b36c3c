"""Lists of holdings: their pages, and the files of all of them read once for facets and cards."""

import json
from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db.models import Case, CharField, F, Q, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, Concat
from wagtail.models import Page

from cms.core.collation import in_order_of
from cms.core.facets import notations_of
from cms.core.prepared import Prepared, among
from cms.core.visibility import VisibleQuerySet, of_type
from resources.holdings.matrix import languages_shown

#: The page types of the library; in lower case they are the joins from a page to each.
TYPES = ("PublicationPage", "ResourcePage")
#: Long texts, which no list shows.
TEXTS = ("body", "chapters")


def publisher_key(prefix: str = "") -> Any:
    """`page-<id>` of a publisher with a page here, else its name as it is printed."""
    return Case(
        When(
            Q(**{f"{prefix}publisher__isnull": False}),
            then=Concat(Value("page-"), Cast(f"{prefix}publisher_id", CharField())),
        ),
        default=F(f"{prefix}publisher_name"),
        output_field=CharField(),
    )


def publications(locale: Any) -> Any:
    """Current publications of a language, the newest first."""
    model = apps.get_model("resources", "PublicationPage")
    found = model.objects.current(locale).annotate(publisher_key=publisher_key())
    return in_order(found.select_related("cover").defer(*TEXTS), locale.language_code)


def holdings(locale: Any) -> Any:
    """Current publications and resources of a language as pages, with what lists need of them."""
    return _holdings(locale.language_code, locale)


def _holdings(lang: str, locale: Any) -> Any:
    kinds = {name.lower(): apps.get_model("resources", name) for name in TYPES}
    either = Q()
    for model in kinds.values():
        either |= Q(pk__in=model.objects.current(locale).values("pk"))
    shared = ("kind", "issued", "access", "summary")
    found = VisibleQuerySet(Page).filter(of_type(*kinds.values()), either).annotate(
        **{name: Coalesce(*(F(f"{kind}__{name}") for kind in kinds)) for name in shared},
        publisher_key=Coalesce(*(
            Case(When(Q(**{f"{kind}__isnull": False}), then=publisher_key(f"{kind}__")))
            for kind in kinds
        )),
    )  # fmt: skip
    joined = found.select_related(*(f"{kind}__cover" for kind in kinds))
    texts = ("publicationpage__body", "publicationpage__chapters", "resourcepage__body")
    return in_order(joined.defer(*texts), lang)


_newest = Prepared(lambda most, lang, locale: _holdings(lang, locale)[:most])


def newest_holdings(locale: Any, most: int) -> tuple[list[Any], dict[int, list[Any]]]:
    """The last issued, and the languages of their files by the id of the page: two queries."""
    lang = locale.language_code
    found = [as_holding(page) for page in _newest(most, lang, locale=locale.pk)]
    codes = FilesRead().by_page(languages_in)([page.pk for page in found]) if found else {}
    return found, {pk: languages_shown(of_page) for pk, of_page in codes.items()}


def in_order(found: Any, lang: str) -> Any:
    return found.order_by("-issued", in_order_of(lang), "pk")


def as_holding(page: Any) -> Any:
    """The publication or resource that was read with a page of `holdings`; no query."""
    if type(page) is not Page:
        return page
    for name in TYPES:
        found = getattr(page, name.lower(), None)
        if found is not None:
            return found
    return page


def topics_of(ids: list[int]) -> dict[int, list[str]]:
    """Notations of topics by the id of the page, of both types in one query."""
    found: dict[int, list[str]] = {}
    for page_id, notation in _notations(ids=ids):
        found.setdefault(page_id, []).append(notation)
    return found


def _notations_of(ids: Any) -> Any:
    first, *others = (notations_of(apps.get_model("resources", name), ids) for name in TYPES)
    return first.union(*others, all=True)


_notations = Prepared(_notations_of)


class FilesRead:
    """The files of the pages of one list: read when the first facet asks, for all that ask."""

    def __init__(self) -> None:
        self._rows: list[tuple[int, str, str, str]] | None = None

    def rows(self, ids: list[int]) -> list[tuple[int, str, str, str]]:
        """(page, language or JSON list of languages, file name, accessible)."""
        if self._rows is None:
            self._rows = _file_rows(ids=ids)
        return self._rows

    def by_page(self, values: Callable[[Any], list[str]]) -> Callable[[list[int]], dict[int, Any]]:
        def many(ids: list[int]) -> dict[int, list[str]]:
            found: dict[int, list[str]] = {}
            for row in self.rows(ids):
                found.setdefault(row[0], []).extend(values(row))
            return found

        return many


def _file_rows_of(ids: Any) -> Any:
    none = Value("", CharField())
    files = (apps.get_model("resources", name) for name in ("PublicationFile", "ResourceFile"))
    parts = [
        model.objects.filter(among("page_id", ids)).order_by().values_list(
            "page_id", Cast("document__language", TextField()),
            Cast("document__file", CharField()), "document__accessible",
        )
        for model in files
    ]  # fmt: skip
    links = apps.get_model("resources", "ResourcePage").objects.filter(among("page_ptr_id", ids))
    said = links.order_by().values_list("pk", Cast("languages", TextField()), none, none)
    return parts[0].union(*parts[1:], said, all=True)


_file_rows = Prepared(_file_rows_of)


def languages_in(row: Any) -> list[str]:
    text = row[1]
    return json.loads(text) if text.startswith("[") else [text]


def format_in(row: Any) -> list[str]:
    return [row[2].rpartition(".")[2].upper()] if row[2] else []


def accessible_in(row: Any) -> list[str]:
    return [row[3]]
