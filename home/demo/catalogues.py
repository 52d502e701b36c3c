"""The demo's texts in each language, by their Hungarian."""

from functools import cache
from pathlib import Path

import polib
from wagtail.models import Locale

from cms.languages import FALLBACK, LANGUAGES, SOURCE
from home.demo.declaration import EDITIONS, Chapter, declaration
from home.demo.texts import EN

FOLDER = Path(__file__).parent / "translations"


def catalogue(code: str) -> dict[str, str]:
    """Text by Hungarian text. English stands in the code, the rest in `translations/<code>.po`."""
    words = declaration_words(code)
    return words | (EN if code == FALLBACK else file_words(code))


def in_known_languages(text: str) -> dict[str, str]:
    """The text by language, Hungarian first, in those whose catalogue has it."""
    codes = [language.code for language in LANGUAGES if language.code != SOURCE]
    return {SOURCE: text} | {
        code: words[text] for code in codes if text in (words := catalogue(code))
    }


def in_all_languages(text: str) -> list[tuple[Locale, str]]:
    """(locale, text) of a record's text in every language of the site."""
    return [
        (locale, text if locale.language_code == SOURCE else catalogue(locale.language_code)[text])
        for locale in Locale.objects.all()
    ]


@cache
def file_words(code: str) -> dict[str, str]:
    return {entry.msgid: entry.msgstr for entry in polib.pofile(str(FOLDER / f"{code}.po"))}


@cache
def declaration_words(code: str) -> dict[str, str]:
    """The Declaration's title, headings and paragraphs."""
    hungarian, other = declaration(SOURCE), declaration(code)
    words = {hungarian.title: other.title}
    for number, chapter in enumerate(hungarian.chapters):
        words[chapter.heading] = other.chapters[number].heading
        pairs = zip(texts_of(SOURCE, number), texts_of(code, number), strict=True)
        words |= dict(pairs)
    return words


def chapter_of(code: str, number: int) -> Chapter:
    """A chapter with as many paragraphs and points as all editions have.

    Where one has more, its last ones stand together: strings are matched one by one.
    """
    editions = [declaration(language).chapters[number] for language in EDITIONS]
    own = declaration(code).chapters[number]
    return Chapter(
        own.heading,
        folded(own.paragraphs, min(len(edition.paragraphs) for edition in editions)),
        folded(own.points, min(len(edition.points) for edition in editions)),
    )


def folded(texts: tuple[str, ...], size: int) -> tuple[str, ...]:
    return (*texts[: size - 1], " ".join(texts[size - 1 :])) if size else ()


def texts_of(code: str, number: int) -> tuple[str, ...]:
    chapter = chapter_of(code, number)
    return (*chapter.paragraphs, *chapter.points)
