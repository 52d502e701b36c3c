"""Finds pages by words, in one language, among what a visitor may see."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page
from wagtail.search import index

from cms.core.listing import FacetLink, ShownFacet
from cms.core.registries import page_types
from cms.core.visibility import visible_pages
from cms.languages import LANGUAGES
from search.marking import marked, passage_of

MOST_CHARACTERS = 200
NO_WORD = re.compile(r"[^\w\s\-/.]+")
#: Lists and the home page are pages like any other to whoever looks for something.
AS_PAGES = {"list", "home"}


@dataclass(frozen=True)
class Hit:
    """A page that was found; `title` and `text` are HTML with the words marked."""

    page: Any
    kind: str
    title: str
    text: str


@dataclass(frozen=True)
class OtherLanguage:
    """How many pages of another language hold the words, and where they are listed."""

    code: str
    name: str
    direction: str
    count: int
    query: str


def sane(typed: str) -> str:
    """What of the typed text is searched: words of at most 200 characters in all.

    SQLite's query language raises on quotes, NUL and blank, PostgreSQL on NUL; neither means
    anything to a visitor.
    """
    return " ".join(NO_WORD.sub(" ", typed[:MOST_CHARACTERS]).replace("_", " ").split())


def is_searchable(words: str) -> bool:
    return any(character.isalnum() for character in words)


def found_pages(locale: Locale | None, words: str, kind: str = "") -> Any:
    """Pages that hold the words, withdrawn ones too: of one language or of all, of one kind or of
    all (`kind` of `kind_of`). May be empty."""
    if not is_searchable(words):
        return []
    pages = Page.objects.filter(pk__in=visible_pages(locale).values("pk"))
    if kind:
        pages = pages.filter(
            content_type__in=[pk for pk, known in kinds().items() if known == kind]
        )
    return pages.search(words)


def kinds() -> dict[int, str]:
    """Kind by the id of the content type of each page type."""
    types = ContentType.objects.get_for_models(*page_types())
    return {held.pk: kind_of(model) for model, held in types.items()}


def kind_of(model: Any) -> str:
    kind = str(model.library_kind)
    return "page" if kind in AS_PAGES else kind


def kind_names() -> dict[str, str]:
    """Name of each kind in the active language, for several pages of it."""
    return {
        kind_of(model): capfirst(str(model._meta.verbose_name_plural))
        for model in page_types()
        if model.library_kind not in AS_PAGES
    }


def counts_of(words: str) -> list[tuple[str, str, int]]:
    """(language, kind, number) of all pages that hold the words: two queries."""
    ids = list(found_pages(None, words).facet("id"))
    rows = Page.objects.filter(pk__in=ids).order_by().values_list(
        "locale__language_code", "content_type"
    )  # fmt: skip
    counted = rows.annotate(number=Count("pk"))
    return [(lang, kinds().get(type_id, "page"), number) for lang, type_id, number in counted]


def kind_facet(counts: Counter[str], words: str, chosen: str) -> ShownFacet:
    """The kinds of pages that hold the words, as links; choosing the chosen one leaves it."""
    links = [
        FacetLink(
            kind, name, counts[kind],
            urlencode({"q": words} if kind == chosen else {"q": words, "kind": kind}),
            is_chosen=kind == chosen,
        )
        for kind, name in kind_names().items()
        if counts[kind] or kind == chosen
    ]  # fmt: skip
    return ShownFacet("kind", _("Kind"), links)


def other_languages(counts: Counter[str], lang: str, words: str) -> list[OtherLanguage]:
    """The other languages whose pages hold the words: names of people and bodies, numbers."""
    return [
        OtherLanguage(one.code, one.name, one.direction, counts[one.code], urlencode({"q": words}))
        for one in LANGUAGES
        if counts[one.code] and one.code != lang
    ]


def as_their_types(hits: Any) -> list[Any]:
    """The hits of one page of results as their own types, in their order: one query a type."""
    order = [hit.pk for hit in hits]
    pages = {page.pk: page for page in Page.objects.filter(pk__in=order).specific()}
    return [pages[pk] for pk in order if pk in pages]


def hit_of(page: Any, words: str) -> Hit:
    """The page with the words marked: its summary, else the passage of its text with them."""
    text = marked(page.summary, words)
    if "<mark>" not in text:
        passage = passage_of(searched_text(page), words)
        text = marked(passage, words) if passage else text
    return Hit(page, capfirst(str(type(page)._meta.verbose_name)), marked(page.title, words), text)


def searched_text(page: Any) -> str:
    """What the search reads of a page's own fields beside its title and summary."""
    parts = [
        field.get_value(page)
        for field in page.get_search_fields()
        if isinstance(field, index.SearchField) and field.field_name not in {"title", "summary"}
    ]
    lists = [part if isinstance(part, list) else [part] for part in parts if part]
    return " · ".join(str(text) for held in lists for text in held if text)
