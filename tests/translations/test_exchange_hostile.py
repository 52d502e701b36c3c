"""Files that somebody made to hurt, or that are none: a sentence, and nothing read."""

import os
from itertools import pairwise

import pytest

from cms.translations.exchange.limits import DEEPEST, LARGEST, MOST_UNITS, Refused
from cms.translations.exchange.po import po_read, po_written
from cms.translations.exchange.units import Sheet
from cms.translations.exchange.xliff import xliff_read, xliff_written
from tests.translations.sheets import full_sheet, sheet, unit

XXE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file://{}">]>'
NESTED = [f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise("abcdefghi")]
LAUGHS = f"""<!DOCTYPE x [<!ENTITY a "ha">{"".join(NESTED)}]>"""


def refusal(read, content: bytes) -> str:
    with pytest.raises(Refused) as caught:
        read(content)
    assert all(one.endswith(".") for one in caught.value.sentences)
    return " ".join(caught.value.sentences)


def with_doctype(doctype: str, entity: str) -> bytes:
    content = xliff_written(full_sheet()).decode().replace("Добре", entity)
    declaration, rest = content.split("?>", 1)
    return f"{declaration}?>{doctype}{rest}".encode()


@pytest.mark.parametrize("doctype", [XXE, LAUGHS, "<!DOCTYPE x>"])
def test_document_types_and_entities_are_refused(doctype, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("titok")
    said = refusal(xliff_read, with_doctype(doctype.replace("{}", str(secret)), "&e;"))
    assert "document type" in said or "dokumentumtípus" in said
    assert "titok" not in said


def test_an_xliff_file_cut_anywhere_is_broken():
    content = xliff_written(full_sheet()).rstrip()
    for end in range(1, len(content), 37):
        refusal(xliff_read, content[:end])


def test_a_po_file_cut_anywhere_is_broken_or_says_how_much_it_lacks():
    content = po_written(full_sheet())
    for end in range(1, len(content.rstrip()) - 1, 7):
        try:
            read = po_read(content[:end])
        except Refused:
            continue
        lacks = read.stated != len(read.units) or read.units[-1].target != "Готово"
        assert lacks, end


@pytest.mark.parametrize("read", [xliff_read, po_read])
@pytest.mark.parametrize(
    "content",
    [b"", b"  \n", b"x" * (LARGEST + 1), b"\xff\xfe\x00a", b"\x00" * 20, b"PK\x03\x04\x80\x80"],
    ids=["nothing", "blank", "large", "wide", "nul", "zip"],
)  # fmt: skip
def test_what_is_no_such_file_is_refused(read, content):
    refusal(read, content)


@pytest.mark.parametrize(
    "content",
    [b"<html/>", b'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>',
     b'<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>', b'msgid ""'],
)  # fmt: skip
def test_other_xml_is_refused(content):
    refusal(xliff_read, content)


def test_the_name_of_a_file_of_the_server_is_no_po_file(tmp_path):
    path = tmp_path / "page.po"
    path.write_bytes(po_written(full_sheet()))
    assert os.path.isfile(path)
    try:
        read: Sheet | None = po_read(str(path).encode())
    except Refused:
        read = None
    assert read is None or not read.units


def test_xml_that_is_too_deep_or_of_too_many_parts_is_refused():
    content = xliff_written(full_sheet())
    for nested in ("<pc>" * DEEPEST + "</pc>" * DEEPEST, "<cp/>" * 200_001):
        refusal(xliff_read, content.replace("Добре".encode(), nested.encode()))


def test_a_file_with_more_texts_than_a_page_has_is_refused():
    units = [unit(f"Szöveg {number}", number=number) for number in range(MOST_UNITS + 1)]
    for write, read in ((xliff_written, xliff_read), (po_written, po_read)):
        refusal(read, write(sheet(*units)))


@pytest.mark.parametrize(
    "damage",
    ['<pc id="9">x</pc>', '<pc id="9" subType="html:script">x</pc>', '<cp hex="D800"/>',
     '<cp hex="0"/>', '<cp hex="x"/>', '<ec startRef="1"/>'],
)  # fmt: skip
def test_codes_that_nobody_gave_out_are_told_by_number(damage):
    content = xliff_written(full_sheet()).decode()
    said = refusal(xliff_read, content.replace("Добре", damage).replace("Готово", damage).encode())
    assert "4" in said and "5" in said


def test_unknown_encodings_are_refused():
    refusal(xliff_read, b'<?xml version="1.0" encoding="utf-99"?><xliff/>')
    refusal(po_read, po_written(full_sheet()).decode().encode("utf-16"))
