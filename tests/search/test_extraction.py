"""Text of files: what is read, and what becomes of files that cannot be."""

import zipfile
from io import BytesIO

import pytest

from search.extraction import State, extracted, limits
from search.extraction.lines import joined

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"


def archive(**parts):
    """An archive; `__` in a name is a slash, `_x` a full stop."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_x", "."), content)
    return file


def docx(body, **more):
    document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return archive(word__document_xxml=document, **more)


def odt(body, **more):
    content = (
        f'<office:document-content xmlns:office="{OFFICE}" xmlns:text="{TEXT}"><office:body>'
        f"<office:text>{body}</office:text></office:body></office:document-content>"
    )
    return archive(content_xxml=content, **more)


def test_word():
    found = extracted(
        docx(
            "<w:p><w:r><w:t>Első</w:t></w:r><w:r><w:tab/><w:t>sor</w:t></w:r></w:p>"
            "<w:p><w:r><w:t>Második</w:t></w:r></w:p>"
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>cella</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        ),
        "docx",
    )
    assert found.state == State.READ
    assert found.pages == ["Első sor\nMásodik\ncella"]


def test_word_with_footnotes():
    notes = f'<w:footnotes xmlns:w="{W}"><w:p><w:r><w:t>jegyzet</w:t></w:r></w:p></w:footnotes>'
    found = extracted(docx("<w:p/>", word__footnotes_xxml=notes), "docx")
    assert found.pages == ["jegyzet"]


def test_open_document():
    found = extracted(
        odt(
            "<text:tracked-changes><text:p>törölt</text:p></text:tracked-changes>"
            "<text:h>Cím</text:h><text:p>Egy<text:s/>két <text:span>fon<text:span>tos"
            "</text:span></text:span> szó<text:line-break/>új sor</text:p>"
        ),
        "odt",
    )
    assert found.pages == ["Cím\nEgy két fontos szó\núj sor"]


def test_a_book_is_read_in_the_order_of_its_spine():
    container = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
    package = (
        '<package><manifest><item id="b" href="two%20b.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="a" href="one.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="c" href="c.css" media-type="text/css"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>'
    )
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("META-INF/container.xml", container)
        made.writestr("OPS/book.opf", package)
        made.writestr("OPS/one.xhtml", "<html><head><title>nem</title></head><p>Első</p></html>")
        made.writestr("OPS/two b.xhtml", "<html><body><p>Máso<b>dik</b></p></body></html>")
    assert extracted(file, "epub").pages == ["Első", "Második"]


@pytest.mark.parametrize(
    "content", ["árvíztűrő".encode(), "árvíztűrő".encode("cp1250"), "árvíztűrő".encode("utf-16")]
)
def test_plain_text_in_its_encodings(content):
    assert extracted(BytesIO(content), "TXT").pages == ["árvíztűrő"]


def test_html_without_what_nobody_reads():
    html = b"<h1>C\xc3\xadm</h1><script>var x</script><p>Sz&ouml;veg<br>sor</p>"
    assert extracted(BytesIO(html), "html").pages == ["Cím\n\nSzöveg\nsor"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("mig\u00adrá\u00adció", "migráció"),
        ("mig\u00ad\nráció", "migráció"),
        ("jog-\nvédelem", "jogvédelem"),
        ("Észak-\nMagyarország", "Észak-\nMagyarország"),
        ("2012-\n2013", "2012-\n2013"),
        ("a\x00b\x0cc", "a b c"),
        ("a  \t b\n\n\n c", "a b\n\nc"),
    ],
)
def test_lines_are_joined(text, read):
    assert joined(text) == read


BOMB = (
    '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
)
OUTSIDE = BOMB.replace('"aaaaaaaaaa"', 'SYSTEM "file:///etc/passwd"')


@pytest.mark.parametrize("document", [BOMB, OUTSIDE, "<no", "<d>" * 1000])
def test_xml_that_is_a_trap_is_broken(document):
    found = extracted(archive(word__document_xxml=document), "docx")
    assert found.state == State.BROKEN
    assert found.pages == []


def test_a_bomb_is_too_large(monkeypatch):
    monkeypatch.setattr(limits, "LARGEST_PART", 1000)
    assert extracted(docx(f"<w:p><w:r><w:t>{'a' * 2000}</w:t></w:r></w:p>"), "docx").state == (
        State.TOO_LARGE
    )


def test_a_large_file_is_not_read(monkeypatch):
    monkeypatch.setattr(limits, "LARGEST_FILE", 10)
    for extension in ("pdf", "docx", "odt", "epub", "txt", "html"):
        assert extracted(BytesIO(b"x" * 11), extension).state == State.TOO_LARGE


def test_many_parts_are_too_many(monkeypatch):
    monkeypatch.setattr(limits, "MOST_PARTS", 1)
    assert extracted(docx("", other="x"), "docx").state == State.TOO_LARGE


@pytest.mark.parametrize("extension", ["pdf", "docx", "odt", "epub"])
@pytest.mark.parametrize("content", [b"", b"no such file", b"PK\x03\x04broken", b"%PDF-1.7\n%"])
def test_what_is_broken_says_so(extension, content):
    assert extracted(BytesIO(content), extension).state == State.BROKEN


def test_a_password_is_told():
    manifest = '<manifest xmlns="m"><file-entry><encryption-data/></file-entry></manifest>'
    found = extracted(odt("<text:p>x</text:p>", **{"META-INF__manifest_xxml": manifest}), "odt")
    assert found.state == State.ENCRYPTED


def test_other_types_are_not_searched():
    assert extracted(BytesIO(b"PK"), "xlsx").state == State.UNKNOWN


def test_nothing_to_read_is_empty():
    assert extracted(docx("<w:p/>"), "docx").state == State.EMPTY
