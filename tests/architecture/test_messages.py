"""The interface is completely translated: no empty, no fuzzy message, no placeholder lost."""

import re
import shutil

import polib
import pytest
from django.utils.translation import to_locale

from cms.env import ROOT
from cms.languages import FALLBACK, LANGUAGES
from cms.messages import extract

FILES = sorted((ROOT / "locale").glob("*/LC_MESSAGES/*.po"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parts[-3])
def test_complete(path):
    messages = polib.pofile(str(path))
    forms = int(re.search(r"nplurals=(\d)", messages.metadata["Plural-Forms"])[1])
    assert len(messages) > 1000
    for entry in messages:
        assert not entry.fuzzy, entry.msgid
        if entry.msgid_plural:
            check_plural(entry, list(entry.msgstr_plural.values()), forms)
        else:
            assert entry.msgstr, entry.msgid
            assert names(entry.msgstr) == names(entry.msgid), entry.msgid
            assert tags(entry.msgstr) == tags(entry.msgid), entry.msgid


def check_plural(entry, texts, forms):
    """A form for one or two may say the number as a word; the last is for any number."""
    assert len(texts) == forms and all(texts), entry.msgid
    assert names(texts[-1]) == names(entry.msgid_plural), entry.msgid
    assert all(names(text) <= names(entry.msgid_plural) for text in texts), entry.msgid


def test_every_language_has_its_file():
    codes = {to_locale(language.code) for language in LANGUAGES} - {FALLBACK}
    assert {path.parts[-3] for path in FILES} == codes


@pytest.mark.skipif(not shutil.which("xgettext"), reason="gettext extracts messages")
def test_extracting_again_changes_nothing(tmp_path):
    """A new string is in every language's file, on every machine in the same place."""
    for name in ("cms", "home", "network", "resources", "search", "templates", "locale"):
        shutil.copytree(
            ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("fonts", "udhr")
        )
    shutil.copy(ROOT / "manage.py", tmp_path)
    extract(tmp_path)
    for path in FILES:
        assert (tmp_path / path.relative_to(ROOT)).read_text() == path.read_text(), path


def names(text):
    return set(re.findall(r"%\(\w+\)[sd]", text))


def tags(text):
    return sorted(re.findall(r"</?\w+", text))
