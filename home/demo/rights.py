"""The Declaration of Human Rights as a publication: 30 articles as chapters, nine PDFs."""

from typing import Any

from home.demo.declaration import EDITIONS, Chapter, declaration, declaration_documents, pages_html
from home.demo.texts import EN, t
from resources.models import PublicationFile, PublicationPage

SUMMARY = t(
    "Az emberi jogok egyetemes nyilatkozata harminc cikkben, kilenc nyelven. Az ENSZ Közgyűlése "
    "1948. december 10-én fogadta el.",
    "The Universal Declaration of Human Rights in thirty articles and nine languages, adopted by "
    "the General Assembly of the United Nations on 10 December 1948.",
)


def paired(first: tuple[str, ...], second: tuple[str, ...]) -> list[tuple[str, str]]:
    """Paragraphs side by side; where one edition has more, its last ones stand together."""
    size = min(len(first), len(second))
    if not size:
        return []
    left = [*first[: size - 1], " ".join(first[size - 1 :])]
    right = [*second[: size - 1], " ".join(second[size - 1 :])]
    return list(zip(left, right, strict=True))


def note_english(hungarian: Chapter, english: Chapter) -> Chapter:
    """Note the English of a chapter, paragraph by paragraph; the Hungarian one in those."""
    EN[hungarian.heading] = english.heading
    paragraphs = paired(hungarian.paragraphs, english.paragraphs)
    points = paired(hungarian.points, english.points)
    for hu, en in [*paragraphs, *points]:
        EN[hu] = en
    return Chapter(
        hungarian.heading, tuple(hu for hu, _en in paragraphs), tuple(hu for hu, _en in points)
    )


def make_declaration(user: Any) -> PublicationPage:
    """The page, unsaved, with its nine files, which are made where they are not there yet."""
    hungarian, english = declaration("hu"), declaration("en")
    EN[hungarian.title] = english.title
    chapters = [
        note_english(*pair) for pair in zip(hungarian.chapters, english.chapters, strict=True)
    ]
    page = PublicationPage(
        title=hungarian.title, slug="emberi-jogok-egyetemes-nyilatkozata", summary=SUMMARY,
        kind=PublicationPage.Kind.DECLARATION, issued="1948-12-10", reference="A/RES/217(III)",
        publisher_name=EDITIONS["hu"].author,
        chapters=[
            ("chapter", {"heading": chapter.heading, "content": [("text", pages_html(chapter))]})
            for chapter in chapters
        ],
    )  # fmt: skip
    documents = declaration_documents(user)
    page.files = [
        PublicationFile(document=documents[code], sort_order=order)
        for order, code in enumerate(EDITIONS)
    ]
    return page
