"""Each native library may be missing: the search answers, and the log says so once."""

import errno
import logging
import os
import subprocess
import sys

import pytest

from search.analysis import libraries

WITHOUT = """
import sys
sys.modules[{module!r}] = None
import django; django.setup()
from search.corpus import Corpus
with Corpus({language!r}) as corpus:
    corpus.add([(1, {text!r})])
    print(corpus.find({query!r}))
"""


@pytest.mark.parametrize(
    ("module", "language", "text", "query"),
    [
        ("hunspell", "hu", "A kerekasztalok ülései.", "kerekasztalokat"),
        ("hunspell", "ar", "المدينة الكبيرة", "مدينة"),
        ("Stemmer", "hu", "A kerekasztalok ülései.", "kerekasztal"),
        ("simplemma.strategies", "en", "Many permits were given.", "permit"),
        ("marisa_trie", "tr", "Evlerimizde yaşıyoruz.", "ev"),
        ("pymorphy3", "ru", "Жители города.", "городов"),
        ("simplemma.strategies", "uk", "Допомога мешканцям міста.", "міст"),
    ],
)
def test_the_search_answers_without(module, language, text, query):
    program = WITHOUT.format(module=module, language=language, text=text, query=query)
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.test"}
    run = subprocess.run(
        [sys.executable, "-c", program],
        check=False,
        capture_output=True,
        text=True,
        env=environment,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == "[1]"
    assert run.stderr.count(f"The package {module} is missing") == 1


@pytest.fixture
def fresh():
    for function in (libraries.lemmas, libraries.prepare, libraries._module):
        function.cache_clear()
    kept = list(libraries._folder)
    yield
    libraries._folder[:] = kept
    for function in (libraries.lemmas, libraries.prepare, libraries._module):
        function.cache_clear()


def test_tries_are_built_ahead(fresh, tmp_path):
    libraries.keep_tries_in(tmp_path / "tries")
    libraries.prepare()
    assert {path.name for path in (tmp_path / "tries").iterdir()} == {
        f"{language}.dic" for language in libraries.LEMMAS
    }
    assert libraries.lemmas("en")("children") == "child"


def test_a_folder_that_cannot_be_made_costs_only_memory(fresh, tmp_path, caplog):
    (tmp_path / "file").write_text("")
    libraries.keep_tries_in(tmp_path / "file")
    with caplog.at_level(logging.WARNING):
        assert libraries.lemmas("fa")("کتاب‌ها")
    assert "No dictionary can be kept" in caplog.text


def test_a_folder_that_cannot_be_written_costs_only_memory(fresh, tmp_path, caplog, monkeypatch):
    libraries.keep_tries_in(tmp_path)
    monkeypatch.setattr(libraries, "TemporaryDirectory", full_disk)
    assert libraries.lemmas("fa")("کتاب‌ها")
    assert "No dictionary can be kept" in caplog.text


def full_disk(**_options):
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("name", ["hu_HU", "uk_UA", "ar"])
def test_each_dictionary_has_its_notice(name):
    notice = (libraries.DICTIONARIES / f"{name}.LICENSE").read_text()
    assert "Mozilla Public License" in notice


def test_there_is_no_other_dictionary():
    names = {path.stem for path in libraries.DICTIONARIES.iterdir()}
    assert names == {"hu_HU", "uk_UA", "ar"}
