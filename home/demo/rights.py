"""The Declaration of Human Rights as a publication: 30 articles as chapters, nine PDFs."""

from typing import Any

from cms.languages import SOURCE
from home.demo.catalogues import chapter_of
from home.demo.declaration import EDITIONS, declaration, declaration_documents, pages_html
from home.demo.texts import t
from resources.models import PublicationFile, PublicationPage

SUMMARY = t(
    "Az Emberi Jogok Egyetemes Nyilatkozata harminc cikkben, kilenc nyelven. Az ENSZ Közgyűlése "
    "1948. december 10-én fogadta el.",
    "The Universal Declaration of Human Rights in thirty articles and nine languages, adopted by "
    "the General Assembly of the United Nations on 10 December 1948.",
)


def make_declaration(user: Any) -> PublicationPage:
    """The page, unsaved, with its nine files, which are made where they are not there yet."""
    hungarian = declaration(SOURCE)
    chapters = [chapter_of(SOURCE, number) for number in range(len(hungarian.chapters))]
    page = PublicationPage(
        title=hungarian.title, slug="emberi-jogok-egyetemes-nyilatkozata", summary=SUMMARY,
        kind=PublicationPage.Kind.DECLARATION, issued="1948-12-10", reference="A/RES/217(III)",
        publisher_name=EDITIONS["en"].author, language_of_original="en",
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
