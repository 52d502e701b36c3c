"""Words are marked where they stand, in every script, and no text becomes markup."""

import pytest

from search.marking import marked, passage_of


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        (
            "Szakpolitikai ajánlásait kérik",
            "ajanlas",
            "Szakpolitikai <mark>ajánlásait</mark> kérik",
        ),
        ("A város a városban", "a", "<mark>A</mark> város <mark>a</mark> városban"),
        ("ЖИЛЬЁ для всех", "жилье", "<mark>ЖИЛЬЁ</mark> для всех"),
        ("新来者住房咨询服务", "住房", "新来者<mark>住房</mark>咨询服务"),
        ("سَكَن للجميع", "سكن", "<mark>سَكَن</mark> للجميع"),
        ("nhà ở Đà Nẵng", "nang", "nhà ở Đà <mark>Nẵng</mark>"),
        ("a < b & lakhatás", "lakhatás", "a &lt; b &amp; <mark>lakhatás</mark>"),
        ("semmi", "más", "semmi"),
    ],
)
def test_words_are_marked(text, words, found):
    assert marked(text, words) == found


def test_a_passage_begins_and_ends_at_a_word():
    text = "Eleje " + "szó " * 100 + "tolmács " + "vége " * 100
    passage = passage_of(text, "tolmács")
    assert passage.startswith("…szó ")
    assert "tolmács" in passage
    assert passage.endswith(" vége…")
    assert len(passage) < 260


def test_no_passage_where_no_word_stands():
    assert passage_of("Semmi ilyen", "tolmács") == ""
