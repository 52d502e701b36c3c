"""The facets that many lists share: kinds, years, topics, languages, and other codes."""

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.core.collation import sort_key
from cms.core.files import language_codes
from cms.core.links import page_links
from cms.core.listing import Facet, Names
from cms.core.models.topics import Topic, TopicLabel
from cms.core.prepared import Prepared, among
from cms.languages import SOURCE

Codes = Callable[[], Iterable[tuple[str, Any]]]


def from_codes(codes: Codes) -> Names:
    """Names from (code, label) pairs, in their order: `Model.Kind.choices` or a function."""

    def names(values: Iterable[str], _lang: str) -> dict[str, Any]:
        return {code: label for code, label in codes() if code in values}

    return names


def newest_first(values: Iterable[str], _lang: str) -> dict[str, Any]:
    """Years and other numbers, which name themselves."""
    return {value: value for value in sorted(values, reverse=True)}


def topic_names(values: Iterable[str], lang: str) -> dict[str, Any]:
    """Preferred labels by notation, in the reader's language or else in the source's, sorted."""
    labels = TopicLabel.objects.filter(
        topic__notation__in=list(values), kind=TopicLabel.Kind.PREFERRED,
        locale__language_code__in=[lang, SOURCE],
    )  # fmt: skip
    names: dict[str, str] = {}
    for notation, text, code in labels.values_list(
        "topic__notation", "text", "locale__language_code"
    ):
        if code == lang or notation not in names:
            names[notation] = text
    return dict(sorted(names.items(), key=lambda pair: pair[1].casefold()))


def publisher_names(values: Iterable[str], lang: str) -> dict[str, Any]:
    """Names by key: `page-<id>` of a publisher with a page here, else the name itself; sorted."""
    ids = {int(value.removeprefix("page-")): value for value in values if value[:5] == "page-"}
    links = page_links(lang, list(ids))
    names = {ids[pk]: link.title for pk, link in links.items()}
    names |= {value: value for value in values if value not in ids.values()}
    return dict(sorted(names.items(), key=lambda pair: sort_key(pair[1], lang)))


def choices_facet(name: str, label: Any, codes: Codes, column: str = "") -> Facet:
    return Facet(name, label, from_codes(codes), column=column or name)


def year_facet(column: str, key: Callable[[Any], str] = str) -> Facet:
    return Facet("year", _("Year"), newest_first, column=column, key=key)


def language_facet(column: str, label: Any = None) -> Facet:
    return Facet("language", label or _("Language"), from_codes(language_codes), column=column)


def topic_facet(model: Callable[[], Any]) -> Facet:
    """The topics of pages of one type; `model()` gives the type, which may not be loaded yet."""

    def many(ids: list[int]) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for page_id, notation in _notations(model(), ids=ids):
            found.setdefault(page_id, []).append(notation)
        return found

    return Facet("topic", _("Topic"), topic_names, many=many)


def notations_of(model: Any, ids: Any) -> Any:
    """(page, notation) for each topic in use of pages of a type."""
    field = model.topics.field
    page = field.m2m_column_name()
    rows = field.remote_field.through.objects.filter(among(page, ids))
    usable = rows.exclude(topic__status=Topic.Status.DEPRECATED)
    return usable.order_by().values_list(page, "topic__notation")


_notations = Prepared(notations_of)
