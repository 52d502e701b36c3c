"""Finds pages by words, in one language, among what a visitor may see."""

import re
from typing import Any

from wagtail.models import Locale, Page

from cms.core.visibility import visible_pages

MOST_CHARACTERS = 200
NO_WORD = re.compile(r"[^\w\s\-/.]+")


def sane(typed: str) -> str:
    """What of the typed text is searched: words of at most 200 characters in all.

    SQLite's query language raises on quotes, NUL and blank, PostgreSQL on NUL; neither means
    anything to a visitor.
    """
    return " ".join(NO_WORD.sub(" ", typed[:MOST_CHARACTERS]).replace("_", " ").split())


def found_pages(locale: Locale, words: str) -> Any:
    """Pages of one language that hold the words, withdrawn ones too. May be empty."""
    if not any(character.isalnum() for character in words):
        return []
    visible = visible_pages(locale)
    return Page.objects.filter(pk__in=visible.values("pk")).search(words)


def as_their_types(hits: Any) -> list[Any]:
    """The hits of one page of results as their own types, in their order: one query a type."""
    order = [hit.pk for hit in hits]
    pages = {page.pk: page for page in Page.objects.filter(pk__in=order).specific()}
    return [pages[pk] for pk in order if pk in pages]
