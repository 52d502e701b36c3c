"""Other programs read our files, and we read what they write.

They are under the GPL: run where they are installed, never imported.
"""

import os
import re
import shutil
import subprocess
from dataclasses import replace

import polib
import pytest
from django.contrib.auth import get_user_model

from cms.translations.exchange.exporting import sheet_of
from cms.translations.exchange.importing import exchange_import
from cms.translations.exchange.po import po_read, po_written
from cms.translations.exchange.units import State
from tests.translations.sheets import full_sheet, make_page, texts_of, translation_of, with_target


def needs(*commands: str):
    """Not run on a machine that lacks one, but in CI, where that is a failure."""
    missing = [one for one in commands if shutil.which(one) is None]
    return pytest.mark.skipif(
        bool(missing) and "CI" not in os.environ, reason=f"not on this machine: {missing}"
    )


def run(*command: object) -> str:
    done = subprocess.run(
        [str(one) for one in command], check=False, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert "error" not in done.stderr.lower() and "warning" not in done.stderr.lower(), done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.po"
    path.write_bytes(po_written(full_sheet()))
    return path


@needs("msgfmt")
@pytest.mark.parametrize("language", ["uk", "zh-hans", "ar"])
def test_msgfmt_finds_no_fault(tmp_path, language):
    path = tmp_path / "page.po"
    path.write_bytes(po_written(full_sheet(language)))
    told = run("msgfmt", "--check", "--statistics", "-o", tmp_path / "page.mo", path)
    assert [int(number) for number in re.findall(r"\d+", told)] == [4, 1, 1]


@needs("msgfmt")
def test_msgfmt_would_find_a_fault(tmp_path, page):
    page.write_bytes(page.read_bytes()[:-3])
    command = ["msgfmt", "-o", tmp_path / "x", page]
    assert subprocess.run(command, check=False, capture_output=True).returncode


@needs("msgcat", "msgattrib")
def test_what_gettext_writes_again_is_the_same_sheet(tmp_path, page):
    run("msgcat", "--width=40", "-o", tmp_path / "again.po", page)
    assert po_read((tmp_path / "again.po").read_bytes()) == po_read(page.read_bytes())
    run("msgattrib", "--set-fuzzy", "-o", tmp_path / "fuzzy.po", page)
    states = [one.state for one in po_read((tmp_path / "fuzzy.po").read_bytes()).units]
    assert states.count(State.NEEDS_REVIEW) == 5


@needs("pofilter")
def test_pofilter_sees_what_is_doubtful_and_missing_and_nothing_else(tmp_path, page):
    tests = ("isfuzzy", "untranslated", "xmltags", "escapes", "newlines", "hassuggestion")
    out = tmp_path / "found.po"
    run("pofilter", "--progress=none", *(f"--test={one}" for one in tests), page, out)
    found = [entry.msgid for entry in polib.pofile(str(out))]
    units = full_sheet().units
    assert found == [units[1].source, units[2].source]


@needs("pofilter")
def test_pofilter_sees_a_lost_tag(tmp_path, page):
    given = with_target(full_sheet(), full_sheet().units[0].source, "без тегів")
    page.write_bytes(po_written(given))
    run("pofilter", "--progress=none", "--test=xmltags", page, tmp_path / "found.po")
    assert polib.pofile(str(tmp_path / "found.po"))[0].msgstr == "без тегів"


@needs("po2xliff", "xliff2po")
@pytest.mark.django_db
def test_a_file_that_went_through_other_formats_is_taken(tmp_path, locales):
    """These commands throw `msgctxt` away: the texts alone say where they belong."""
    row = translation_of(make_page(), locales["uk"])
    given = with_target(sheet_of(row), "Kérje a kerekasztal segítségét!", "Питайте!")
    (tmp_path / "a.po").write_bytes(po_written(given))
    run("po2xliff", "--progress=none", tmp_path / "a.po", tmp_path / "b.xlf")
    run("xliff2po", "--progress=none", tmp_path / "b.xlf", tmp_path / "c.po")
    back = po_read((tmp_path / "c.po").read_bytes())
    assert [replace(one, id="", path="", source_hash="") for one in given.units] == [
        replace(one, id="", path="") for one in back.units
    ]
    boss = get_user_model().objects.create_superuser("boss")
    report = exchange_import(translation=row, sheet=back, user=boss)
    assert len(report.saved) == 1 and not report.unknown
    assert texts_of(row) == {"Kérje a kerekasztal segítségét!": "Питайте!"}
