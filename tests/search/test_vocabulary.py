"""The words of the index: counted, read back, found by what is like them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.analysis import Reading
from search.models import Stem, Word
from search.query.spelling import is_one_edit, one_edit
from search.vocabulary import Vocabulary


@pytest.fixture
def vocabulary(db):
    vocabulary = Vocabulary()
    vocabulary.count("hu", [["ház", "házban", "házban"], ["ház", "kerekasztal"]])
    vocabulary.count("en", [["houses", "ház"]])
    return vocabulary


def documents(language, word):
    return Word.objects.get(language=language, word=word).documents


def test_documents_are_counted_not_words(vocabulary):
    assert documents("hu", "ház") == 2
    assert documents("hu", "házban") == 1


def test_a_document_that_goes_is_counted_back(vocabulary):
    vocabulary.count("hu", [["ház", "házban"]], by=-1)
    assert documents("hu", "ház") == 1
    assert vocabulary.held([("hu", "házban")])["hu", "házban"].documents == 0
    assert ("hu", "ház") in vocabulary.held_stems([("hu", "ház")])
    vocabulary.count("hu", [["ház", "kerekasztal"]], by=-1)
    assert not vocabulary.held_stems([("hu", "ház")])
    assert not vocabulary.like("hu", ["haz"])[0].documents


def test_a_reading_is_kept(vocabulary):
    Word.objects.filter(language="hu", word="házban").update(stems="kept")
    readings = vocabulary.readings("hu", ["házban", "házakat"])
    assert readings["házban"].stems == ("kept",)
    assert readings["házakat"].stems == ("ház",)


def test_words_of_several_languages_in_one_statement(vocabulary):
    with CaptureQueriesContext(connection) as statements:
        held = vocabulary.held([("hu", "ház"), ("en", "ház"), ("en", "houses"), ("tr", "ev")])
    assert set(held) == {("hu", "ház"), ("en", "ház"), ("en", "houses")}
    assert len(statements) == 1


def test_forms_of_several_languages_in_one_statement(vocabulary):
    with CaptureQueriesContext(connection) as statements:
        forms = vocabulary.forms([("hu", "ház"), ("en", "house"), ("hu", "asztal")])
    assert forms == {"hu": {"ház", "házban", "kerekasztal"}, "en": {"houses", "ház"} - {"ház"}}
    assert len(statements) == 1


def test_what_is_like_a_word_in_one_statement(vocabulary):
    with CaptureQueriesContext(connection) as statements:
        like = vocabulary.like("hu", ["haz", "kerekasztal"], ["haz"])
    assert {(one.text, one.kind) for one in like} >= {("ház", "word"), ("ház", "stem")}
    assert all(one.text != "houses" for one in like)
    assert len(statements) == 1


def test_nothing_asked_is_no_statement(vocabulary):
    with CaptureQueriesContext(connection) as statements:
        assert vocabulary.held([]) == {}
        assert vocabulary.like("hu", []) == []
        assert vocabulary.forms([]) == {}
    assert not statements


def test_another_reading_takes_the_place_of_the_kept_one(vocabulary):
    vocabulary.count("hu", [{"új"}])
    vocabulary.count("hu", [{"új"}], readings={"új": Reading(("más",))})
    assert Word.objects.get(language="hu", word="új").documents == 2
    assert vocabulary.readings("hu", ["új"])["új"].stems == ("más",)
    assert set(Stem.objects.filter(word="új").values_list("stem", flat=True)) == {"más"}


def test_documents_that_go_are_counted_off(vocabulary):
    vocabulary.count("hu", [{"új", "hír"}, {"új"}])
    vocabulary.count("hu", [{"új", "hír"}], by=-1)
    counted = dict(Word.objects.filter(word__in=["új", "hír"]).values_list("word", "documents"))
    assert counted == {"új": 1, "hír": 0}


def test_every_spelling_one_edit_away():
    near = one_edit("abc", "abcx")
    assert {"ab", "acb", "abx", "xabc", "abcx", "bac"} <= near
    assert "abc" not in near
    assert all(is_one_edit("abc", one) for one in near)
    assert not is_one_edit("abc", "cba")
