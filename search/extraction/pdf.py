"""Text of PDFs, page by page, by pdfium; pages in Arabic script by whichever reading is the best.

No extractor reads right-to-left text right from every producer: some swap the letters of the
lam-alef ligature, some turn whole words around. So such a page is read in several ways, its words
are mended where the language's dictionary then knows them, and the reading of which it knows the
largest share is kept.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import compress, product
from typing import Any, BinaryIO

import pypdf
import pypdfium2 as pdfium

from search.extraction.limits import Refused, size_checked

#: Whether a dictionary of the file's language has a word.
Knows = Callable[[str], bool]

MOST_PAGES = 5_000
#: pdfium's own number of "a password is needed".
NEEDS_PASSWORD = 4

ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
WORD = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06fc\u0750-\u077f\u200c]+")
MARKS = re.compile(r"[\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
#: Alef, with or without hamza or madda, before a lam: what a swapped ligature looks like.
SWAPPED = re.compile(r"([\u0627\u0623\u0625\u0622])(\u0644)")
#: Words that another reader may have written as one.
LONGEST_RUN = 3
#: "No" and words made of it, as a swapped ligature shows them: no article stands alone.
ARTICLES = {"ال": "لا", "وال": "ولا", "فال": "فلا", "إال": "إلا", "أال": "ألا"}
#: What a changed word counts against a known one.
DOUBT = 0.4
#: More places in one word than any word has ligatures.
MOST_LIGATURES = 4


def pdf_pages(file: BinaryIO, knows: Knows | None = None) -> Iterator[str]:
    """`knows`: for files in Arabic script. Raises Refused, and what pdfium raises."""
    document = _opened(size_checked(file))
    try:
        if len(document) > MOST_PAGES:
            raise Refused("too_large")
        second = _Second(file)
        for number in range(len(document)):
            text = _text_of(document, number)
            yield best_of(text, partial(second.text, number), knows) if knows else text
    finally:
        document.close()


def _opened(file: BinaryIO) -> Any:
    try:
        return pdfium.PdfDocument(file, autoclose=False)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == NEEDS_PASSWORD:
            raise Refused("encrypted") from None
        raise Refused("broken") from error


def _text_of(document: Any, number: int) -> str:
    page = document[number]
    try:
        text_page = page.get_textpage()
        try:
            return str(text_page.get_text_bounded())
        finally:
            text_page.close()
    finally:
        page.close()


class _Second:
    """The same file by pypdf, which is slow: opened for the first page that asks for it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._reader: pypdf.PdfReader | None = None

    def text(self, number: int) -> str:
        """Empty where pypdf cannot read what pdfium could."""
        with suppress(Exception):
            if self._reader is None:
                self._file.seek(0)
                self._reader = pypdf.PdfReader(self._file)
            return self._reader.pages[number].extract_text()
        return ""


def best_of(text: str, second: Callable[[], str], knows: Knows) -> str:
    """The best of both readings, mended; `text` alone where nothing in it is Arabic."""
    if not ARABIC.search(text):
        return text
    readings = [mended(plain_letters(reading), knows) for reading in (text, second())]
    best, other = sorted(readings, key=lambda reading: reading.score, reverse=True)
    return _completed(best.text, other.text, knows)


def plain_letters(text: str) -> str:
    """Letters instead of the shapes that they had in print (NFKC)."""
    return MARKS.sub("", unicodedata.normalize("NFKC", text))


@dataclass(frozen=True)
class Mended:
    """Numbers of words: in the text, those that a dictionary knows, those that were changed."""

    text: str
    words: int
    known: int
    changed: int

    @property
    def score(self) -> float:
        """A word that had to be changed tells against a reading: chance makes words too."""
        return (self.known - DOUBT * self.changed) / self.words if self.words else 0.0


def mended(text: str, knows: Knows) -> Mended:
    """Each word as the dictionary knows it, turned around or with its ligatures put right."""
    kept: dict[str, tuple[str, bool]] = {}
    counts = Counter[str]()

    def mend(found: re.Match[str]) -> str:
        word = found[0]
        if word not in kept:
            way = ARTICLES.get(word) or next((other for other in _ways(word) if knows(other)), "")
            kept[word] = (way or word, bool(way))
        better, is_known = kept[word]
        counts["words"] += 1
        counts["known"] += is_known
        counts["changed"] += better != word
        return better

    text = WORD.sub(mend, text)
    return Mended(text, counts["words"], counts["known"], counts["changed"])


def _completed(text: str, other: str, knows: Knows) -> str:
    """The text with each unknown word as the other reading has it: known, of the same letters."""
    same_letters = dict(_runs(other, knows))

    def complete(found: re.Match[str]) -> str:
        word = found[0]
        return word if knows(word) else same_letters.get(_letters(word), word)

    return WORD.sub(complete, text)


def _runs(text: str, knows: Knows) -> Iterator[tuple[str, str]]:
    """(letters, words) of known words, up to LONGEST_RUN side by side: the single ones last."""
    for length in range(LONGEST_RUN, 0, -1):
        for line in text.splitlines():
            words = [word if knows(word) else "" for word in WORD.findall(line)]
            for at in range(len(words) - length + 1):
                if all(run := words[at : at + length]):
                    yield _letters("".join(run)), " ".join(run)


def _letters(word: str) -> str:
    """Its letters in no order, those with a sign as those without."""
    plain = MARKS.sub("", unicodedata.normalize("NFD", word)).replace("\u06d5", "\u0647")
    return "".join(sorted(plain))


def _ways(word: str) -> Iterator[str]:
    """The word itself, then other readings of its letters, the likeliest first."""
    for way in (word, word[::-1]):
        yield way
        places = [found.start() for found in SWAPPED.finditer(way)]
        if 0 < len(places) <= MOST_LIGATURES:
            for chosen in product((False, True), repeat=len(places)):
                yield _swapped(way, list(compress(places, chosen)))


def _swapped(word: str, places: list[int]) -> str:
    letters = list(word)
    for at in places:
        letters[at], letters[at + 1] = letters[at + 1], letters[at]
    return "".join(letters)
