"""Checks name what is missing in a translation, and leave right ones alone."""

import pytest

from cms.translations.texts.checks import Check, problems

LINK = 'Lásd <a id="a1">itt</a>.'


def found(source, text, **options):
    return [(one.check, one.about) for one in problems(source, text, **options)]


@pytest.mark.parametrize(
    ("source", "text", "wanted"),
    [
        ("Szöveg", " ", (Check.EMPTY, "")),
        (LINK, "Див. тут.", (Check.LINK, "a1")),
        ("Szia {name}!", "Привіт {ім'я}!", (Check.PLACEHOLDER, "{name}")),
        ("Az EIA/2012/3.7.4.-es kód", "Код EIA/2012/3.7.5.", (Check.CODE, "EIA/2012/3.7.4.")),
        ("Hívja: 1234", "Телефон: 1243", (Check.NUMBER, "1234")),
        ("2012. október 5.", "6 жовтня 2012", (Check.NUMBER, "5")),
        ("x" * 60, "y" * 300, (Check.LENGTH, "")),
        ("Ez egy magyar mondat", "Ez egy magyar mondat", (Check.SAME, "")),
    ],
)
def test_what_is_wrong_is_named(source, text, wanted):
    assert wanted in found(source, text)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (LINK, 'Див. <a id="a1">тут</a>.'),
        ("2012. október 5.", "5 October 2012"),
        ("2012. október 15.", "١٥/١٠/٢٠١٢"),
        ("10 000 forint", "10,000 forints"),
        ("2012.10.05.", "5 October 2012"),
        ("Az EIA/2012/3.7.4.-es kód", "Код EIA/2012/3.7.4."),
        ("EIA/2012/3.7.4.", "EIA/2012/3.7.4."),
        ("BKK", "BKK"),
        ("Írjon a a@b.hu címre", "Write to a@b.hu"),
        ("住房", "Housing"),
    ],
)
def test_what_is_right_is_left_alone(source, text):
    assert found(source, text) == []


def test_a_term_that_was_not_used_is_named():
    terms = [("permit", False), ("city", True)]
    assert found("engedély, város", "licence, city", terms=terms) == [(Check.TERM, "permit")]


def test_only_what_breaks_a_page_is_an_error():
    assert [one.is_error for one in problems(LINK, "x")] == [True]
    assert not any(one.is_error for one in problems("Hívja: 12345", "12346"))
