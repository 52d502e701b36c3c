"""Text of PDFs: page by page, and of Arabic script from every producer."""

from collections import Counter
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from home.demo.declaration import declaration_pdf
from search.analysis import analyser_for
from search.extraction import State, extracted
from search.extraction.pdf import WORD, mended, plain_letters

FOLDER = Path(__file__).parent / "pdfs"
ZWNJ = "\u200c"


def words_of(text, language):
    return WORD.findall(analyser_for(language).normalise(plain_letters(text)))


def share_found(wanted, found):
    """Of words; a half-space may have become a blank or nothing."""
    left, hits = Counter(word.replace(ZWNJ, "") for word in found), 0
    for word in wanted:
        pieces = [word.replace(ZWNJ, "")]
        if not left[pieces[0]]:
            pieces = [piece for piece in word.split(ZWNJ) if piece]
        if all(left[piece] for piece in pieces):
            left.subtract(pieces)
            hits += 1
    return hits / len(wanted)


@pytest.mark.parametrize("producer", ["chromium", "libreoffice", "typst"])
@pytest.mark.parametrize("language", ["ar", "fa"])
def test_arabic_script_of_every_producer_is_read(producer, language):
    wanted = words_of((FOLDER / f"{language}.txt").read_text(), language)
    with (FOLDER / f"{producer}-{language}.pdf").open("rb") as file:
        found = extracted(file, "pdf", knows=analyser_for(language).spells)
    assert found.state == State.READ
    assert len(wanted) > 1000
    assert share_found(wanted, words_of("\n".join(found.pages), language)) >= 0.98


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("اإلعالن", "الإعلان"), ("يملاعلا", "العالمي"), ("وال", "ولا"), ("العالم", "العالم"),
        ("xyz اإلنسان 12", "xyz الإنسان 12"), ("ززززز", "ززززز"),
    ],
)  # fmt: skip
def test_words_are_mended_as_the_dictionary_knows_them(printed, read):
    assert mended(printed, analyser_for("ar").spells).text == read


def test_pages_are_kept_apart():
    with BytesIO(declaration_pdf("hu").content) as file:
        found = extracted(file, "pdf")
    assert len(found.pages) > 3
    assert "Emberi Jogok" in found.pages[0]
    assert "egyetlen rendelkezés" not in found.pages[0]
    assert found.pages[-1] not in found.pages[:-1]


def changed(change):
    writer = pypdf.PdfWriter(BytesIO(declaration_pdf("hu").content))
    change(writer)
    file = BytesIO()
    writer.write(file)
    return file


def test_a_password_is_told():
    file = changed(lambda writer: writer.encrypt("secret"))
    assert extracted(file, "pdf").state == State.ENCRYPTED


def test_a_file_that_all_may_open_is_read():
    file = changed(lambda writer: writer.encrypt("", owner_password="secret"))
    assert extracted(file, "pdf").state == State.READ


def test_pages_without_text_are_a_scan():
    writer = pypdf.PdfWriter()
    writer.add_blank_page(width=200, height=200)
    file = BytesIO()
    writer.write(file)
    assert extracted(file, "pdf").state == State.SCANNED
