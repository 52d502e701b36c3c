"""A language as a ZIP file, and ZIP files that are none of ours."""

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from cms.translations.exchange import archive
from cms.translations.exchange.archive import archive_read, archive_written, file_read
from cms.translations.exchange.limits import Refused
from cms.translations.exchange.po import po_written
from cms.translations.exchange.xliff import xliff_written
from tests.translations.sheets import full_sheet

GOOD = xliff_written(full_sheet())


def zipped(files: dict[str, bytes], packing=zipfile.ZIP_DEFLATED) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", packing) as file:
        for name, data in files.items():
            file.writestr(name, data)
    return content.getvalue()


def refusals(content: bytes) -> tuple[str, ...]:
    with pytest.raises(Refused) as caught:
        archive_read(content)
    return caught.value.sentences


@pytest.mark.parametrize("extension", ["xlf", "po"])
def test_a_language_comes_back_page_by_page(extension):
    sheets = [replace(full_sheet(), title=title) for title in ("Lakhatás", "Ügyek", "问题")]
    read = archive_read(archive_written(sheets, extension))
    assert list(read) == [
        f"0001-lakhatas.uk.{extension}",
        f"0002-ugyek.uk.{extension}",
        f"0003-page.uk.{extension}",
    ]
    assert [one.title for one in read.values()] == ["Lakhatás", "Ügyek", "问题"]
    assert all(len(one.units) == 6 for one in read.values())


def test_both_formats_and_what_a_mac_adds_are_read():
    files = {"a.XLF": GOOD, "b/c.po": po_written(full_sheet()), "b/": b"",
             "__MACOSX/._a.xlf": b"x", "b/.DS_Store": b"x"}  # fmt: skip
    assert list(archive_read(zipped(files))) == ["a.XLF", "b/c.po"]


def test_every_problem_is_a_sentence_with_the_name_of_its_file():
    said = refusals(zipped({
        "good.xlf": GOOD, "../out.po": b"x", "/etc/out.po": b"x", "c:out.po": b"x",
        "in.zip": b"x", "notes.txt": b"x",
    }))  # fmt: skip
    assert [one.split(": ")[0] for one in said] == [
        "../out.po", "/etc/out.po", "c:out.po", "in.zip", "notes.txt",
    ]  # fmt: skip


def test_broken_files_of_an_archive_are_told_all_at_once():
    said = refusals(zipped({"a.xlf": GOOD[:-9], "b.xlf": GOOD, "c.po": b"\xff", "d.xlf": b""}))
    assert [one.split(": ")[0] for one in said] == ["a.xlf", "c.po", "d.xlf"]


def test_a_bomb_is_refused_though_it_is_small():
    bomb = zipped({"a.xlf": b"<" * 9 * 1024 * 1024})
    assert len(bomb) < 20_000
    assert refusals(bomb)[0].startswith("a.xlf: ")


def test_many_bombs_are_not_all_unpacked(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_WHOLE", 3 * 1024 * 1024)
    said = refusals(zipped({f"{n}.xlf": b"<" * 2 * 1024 * 1024 for n in range(9)}))
    assert [one.split(":")[0] for one in said] == ["0.xlf", "1.xlf"]


def test_a_size_that_an_archive_states_is_not_believed():
    content = zipped({"a.xlf": b"<" * 12 * 1024 * 1024})
    real, stated = (12 * 1024 * 1024).to_bytes(4, "little"), (9).to_bytes(4, "little")
    assert real in content
    refusals(content.replace(real, stated))


def test_the_number_of_files_is_limited():
    assert len(refusals(zipped({f"{n}.po": b"" for n in range(archive.MOST_FILES + 1)}))) == 1


def test_links_and_other_packings_are_refused():
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        link = zipfile.ZipInfo("a.xlf")
        link.external_attr = 0o120777 << 16
        file.writestr(link, "/etc/passwd")
    assert len(refusals(content.getvalue())) == 1
    assert len(refusals(zipped({"a.xlf": GOOD}, zipfile.ZIP_LZMA))) == 1


def test_encrypted_files_are_refused():
    content = bytearray(zipped({"a.xlf": GOOD}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert len(refusals(bytes(content))) == 1


def test_two_files_of_one_name_are_refused():
    with pytest.warns(UserWarning, match="Duplicate name"):
        content = BytesIO()
        with zipfile.ZipFile(content, "w") as file:
            file.writestr("a.xlf", GOOD)
            file.writestr("a.xlf", GOOD)
    assert refusals(content.getvalue())


@pytest.mark.parametrize("end", [4, 40, 400, -1])
def test_half_an_archive_is_refused(end):
    assert len(refusals(zipped({"a.xlf": GOOD})[:end])) == 1


def test_damaged_bytes_are_refused():
    content = bytearray(zipped({"a.xlf": GOOD}))
    content[60:90] = bytes(30)
    assert refusals(bytes(content))


def test_no_archive_and_an_empty_one_are_refused():
    assert refusals(b"") and refusals(GOOD) and refusals(zipped({}))


def test_a_single_file_is_read_by_its_extension():
    assert file_read("a.xliff", GOOD) == full_sheet()
    with pytest.raises(Refused):
        file_read("a.docx", GOOD)
