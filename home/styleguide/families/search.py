"""The search: what was found in pages and files, how it is put in order, and what is said of it."""

from typing import Any

from django.core.paginator import Paginator
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cms.core.frame import Link
from home.models import StandardPage
from home.styleguide.entries import WIDE, Entry, Family, State
from home.styleguide.samples import (
    DAY,
    HUNGARIAN_TITLE,
    LEARNING,
    MEETING,
    PUBLICATION,
    SUMMARY,
    here,
)
from search.marking import marked, sought
from search.query.asked import Asked
from search.results import Hit, InFile, Mended

READER = "en"


def family(_home: Any) -> Family:
    entries = (
        Entry("search/hit.html", _("What the search found"), hits(), size=WIDE),
        Entry("search/switches.html", _("Order and choice of results"), switches(), size=WIDE),
        Entry("search/mended.html", _("Words sought otherwise than typed"), mended(), size=WIDE),
        Entry("search/down.html", _("The search does not answer"), down(), size=WIDE),
    )
    return Family("search", _("Search"), entries)


def shown(text: object) -> SafeString:
    """The text with its first word marked."""
    return marked(str(text), sought(READER, {str(text).split()[0].casefold()}, ()))


def hit(title: object, language: str, **values: Any) -> Hit:
    kind = str(capfirst(StandardPage._meta.verbose_name))
    held = {"issued": DAY, "is_past": False, "text": shown(SUMMARY), **values}
    return Hit(title=shown(title), url=here(), kind=kind, language=language, **held)


def hits() -> tuple[State, ...]:
    files = [
        InFile(shown(PUBLICATION), here(), number, shown(SUMMARY), READER, "PDF")
        for number in (2, 14)
    ]
    return (
        State(_("Words marked"), {"hit": hit(LEARNING, READER), "lang": READER}),
        State(
            _("Pages of its file"),
            {"hit": hit(PUBLICATION, READER, files=files, more=3), "lang": READER},
        ),
        State(_("In another language"), {"hit": hit(HUNGARIAN_TITLE, "hu"), "lang": READER}),
        State(_("Withdrawn page"), {"hit": hit(MEETING, READER, is_past=True), "lang": READER}),
    )


def switches() -> tuple[State, ...]:
    queries = dict.fromkeys(("to_relevance", "to_date", "to_here", "to_current"), "q=a")
    found = Paginator(range(12), 20).get_page(1)
    more = {"hits": found, "past": 2, "foreign": 5, **queries}
    return (
        State(_("Best first"), {"asked": Asked("a"), **more}),
        State(
            _("Newest first"),
            {"asked": Asked("a", by_date=True, only_here=True, only_current=True), **more},
        ),
    )


def mended() -> tuple[State, ...]:
    words = [Mended(str(LEARNING), str(MEETING))]
    return (
        State(_("Another spelling"), {"mended": words, "is_loose": False}),
        State(_("Not all of the words"), {"mended": [], "is_loose": True}),
    )


def down() -> tuple[State, ...]:
    return (State("", {"titles": [Link(str(LEARNING), here(), READER)], "query": "a"}),)
