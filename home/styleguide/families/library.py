"""The library: cards, covers, files by language and format, how to cite."""

from types import SimpleNamespace
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.core.languages import tongue
from cms.core.outlets import Offer
from home.styleguide.entries import WIDE, Entry, Family, State, card_of
from home.styleguide.pictures import SamplePicture
from home.styleguide.samples import (
    DAY,
    LATER,
    ORGANISATION,
    PAGE,
    PUBLICATION,
    SUMMARY,
    here,
    language,
    page,
)
from resources.citations.formats import CITATIONS
from resources.holdings.cover import cover_lines
from resources.holdings.edtf import shown_edtf
from resources.holdings.licences import BY_CODE as LICENCES
from resources.holdings.matrix import ShownFile, matrix_of
from resources.holdings.shown import Shown
from resources.holdings.vocabulary import FileRole
from resources.models import NewsletterIssuePage, PublicationPage, ResourcePage

Access = PublicationPage.Access
ISSUED = "2026-03"


def family(_home: Any) -> Family:
    covers = (
        State(_("Without a picture"), {"holding": holding()}),
        State(_("With a picture"), {"holding": holding(cover_id=1, cover=SamplePicture("cover"))}),
    )
    entries = (
        Entry("resources/cover.html", _("Cover"), covers, inside="guide-cover"),
        Entry("resources/holding_card.html", card_of(PublicationPage), cards(), size=WIDE),
        Entry("resources/matrix.html", _("Files by language and format"), matrix(), size=WIDE),
        Entry("resources/cite.html", _("How to cite"), cite(), size=WIDE),
        Entry(
            "resources/newsletter_card.html",
            card_of(NewsletterIssuePage),
            issues(),
            size=WIDE,
        ),
    )
    return Family("library", _("Library"), entries)


def holding(**values: Any) -> SimpleNamespace:
    known: dict[str, Any] = {
        "kind": PublicationPage.Kind.GUIDE,
        "library_kind": "publication",
        "cover_id": None,
        "cover_lines": cover_lines(str(PUBLICATION)),
        "has_cover": True,
        "summary": SUMMARY,
        "issued_on": shown_edtf(ISSUED),
        "external_host": "",
        "licence_shown": LICENCES["CC-BY-4.0"],
        "access": Access.OPEN,
        "files_are_open": True,
        "embargo_until": LATER,
    }
    return page(PUBLICATION, **known | values)


def cards() -> tuple[State, ...]:
    files = {
        "spoken": {PAGE: [tongue(code) for code in ("hu", "en", "ar")]},
        "formats": {PAGE: ["PDF", "EPUB"]},
    }
    pictured = holding(
        cover_id=1, cover=SamplePicture("cover"), access=Access.EMBARGO, files_are_open=False
    )
    outside = holding(
        kind=ResourcePage.Kind.VIDEO,
        library_kind="resource",
        has_cover=False,
        licence_shown=None,
        external_host="example.org",
        summary="",
    )
    return (
        State(_("Without a picture"), {"item": holding(), **files}),
        State(_("With a picture; its files come later"), {"item": pictured, **files}),
        State(_("With the sign of its kind"), {"item": outside}),
    )


def shown_files() -> list[ShownFile]:
    def file(code: str, form: str, role: str = "", accessible: str = "unknown") -> ShownFile:
        pages = 24 if form == "PDF" else None
        return ShownFile(here(), "", language(), role, form, code, 184_320, pages, accessible)

    return [
        file("hu", "PDF", accessible="yes"),
        file("hu", "EPUB"),
        file("hu", "PDF", role=str(FileRole.EASY_READ.label), accessible="partly"),
        file("en", "PDF", accessible="no"),
        file("ar", "PDF"),
    ]


def matrix() -> tuple[State, ...]:
    files = shown_files()
    shown = Shown(files, matrix_of(files, language()), [], [], [])
    return (State("", {"page": holding(), "shown": shown, "title": PUBLICATION}),)


def cite() -> tuple[State, ...]:
    words = f"{ORGANISATION}: {PUBLICATION}. Budapest, {DAY.year}"
    offers = [Offer(one.label, here(), one.media_type) for one in CITATIONS]
    shown = Shown(
        [],
        matrix_of([], language()),
        [],
        [],
        [],
        cite=words,
        cited_at=f"https://example.org{here()}",
    )
    return (State("", {"shown": shown, "citations": offers}),)


def issues() -> tuple[State, ...]:
    issue = page(PUBLICATION, issued_on=DAY, year=DAY.year, number=3, summary=SUMMARY)
    return (State("", {"item": issue}),)
