"""Words are marked in any form, in every script, and no text becomes markup."""

import pytest

from search.marking import marked, passage_of, sought


@pytest.mark.parametrize(
    ("language", "text", "forms", "found"),
    [
        (
            "hu", "Szakpolitikai ajánlásait kérik", {"ajánlás", "ajánlásait"},
            "Szakpolitikai <mark>ajánlásait</mark> kérik",
        ),
        ("hu", "A város a városban", {"a"}, "<mark>A</mark> város <mark>a</mark> városban"),
        ("ru", "ЖИЛЬЁ для всех", {"жилье"}, "<mark>ЖИЛЬЁ</mark> для всех"),
        ("zh-hans", "新来者住房咨询服务", {"住房"}, "新来者<mark>住房</mark>咨询服务"),
        ("zh-hans", "住房咨询", {"住房", "房咨"}, "<mark>住房咨</mark>询"),
        ("ar", "سَكَن للجميع", {"سكن"}, "<mark>سَكَن</mark> للجميع"),
        ("vi", "nhà ở Đà Nẵng", {"nẵng"}, "nhà ở Đà <mark>Nẵng</mark>"),
        ("hu", "a < b & lakhatás", {"lakhatás"}, "a &lt; b &amp; <mark>lakhatás</mark>"),
        ("hu", "Kelet-Európa", {"európa"}, "<mark>Kelet-Európa</mark>"),
        ("hu", "munka\u00advállaló", {"munkavállaló"}, "<mark>munka\u00advállaló</mark>"),
        ("hu", "semmi", {"más"}, "semmi"),
    ],
)  # fmt: skip
def test_words_are_marked(language, text, forms, found):
    assert marked(text, sought(language, forms, ())) == found


def test_the_compounds_that_hold_a_part_are_marked():
    wanted = sought("hu", {"vízum"}, {"vízum"})
    assert marked("Vízumkérelmek", wanted) == "<mark>Vízumkérelmek</mark>"


TOLMACS = sought("hu", {"tolmács"}, ())


def test_a_passage_begins_and_ends_at_a_word():
    text = "Eleje " + "szó " * 100 + "tolmács " + "vége " * 100
    passage = passage_of(text, TOLMACS)
    assert passage.startswith("…szó ")
    assert "tolmács" in passage
    assert passage.endswith(" vége…")
    assert len(passage) < 260


def test_the_passage_with_most_of_the_words_is_taken():
    text = "tolmács " + "szó " * 100 + "díjmentes tolmács jön"
    assert "díjmentes" in passage_of(text, sought("hu", {"tolmács", "díjmentes"}, ()))


def test_no_passage_where_no_word_stands():
    assert passage_of("Semmi ilyen", TOLMACS) == ""
