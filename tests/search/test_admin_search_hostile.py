"""Whatever is typed into a search of the admin, no database refuses it; both databases alike."""

import random
import time

import pytest
from modelsearch.query import MATCH_ALL, MATCH_NONE, And, Boost, Fuzzy, Not, Or, Phrase, PlainText
from wagtail.models import Page

from search.admin.backend import SearchBackend
from search.admin.typed import LONGEST_WORD, MOST_WORDS, cleaned
from tests.search.many_pages import make_pages

HOSTILE = [
    '"', '""', '"""', 'szó0"', '"szó0', 'foo"bar', '" OR "', "\x00", "a\x00b", "\x00\x00", "\x01",
    "\x1b", "\ud800", "a\udfffb", "*", "(", ")", "(((", "AND", "NOT", "a AND", "OR OR", "^a", "-a",
    "NEAR(a b, 2)", "{title}: x", "title : ", ":", "a:b", "&", "|", "!", "a & b | !c", "<->", "'",
    "''", "a'b", "'a':*", ":*", "\\", "\\'", '\\"', "%", "%s", "%(a)s", "100%", "😀", "\u200b",
    "\u202e", "\ufffe", " ", "\t\n", "\x00 \ud800", "- -", "a" * 10_000, "a " * 5_000, '"' * 10_000,
    '" ' * 5_000, "( " * 5_000, "w-" * 5_000, "ﷺ" * 3_000, "szó0 " * 2_000, "a\x00" * 5_000,
]  # fmt: skip
SHAPES = [
    lambda text: text,
    Phrase,
    lambda text: PlainText(text, operator="or"),
    lambda text: And([PlainText(text), PlainText("szó1")]),
    lambda text: Or([Phrase(text), Not(PlainText("szó1"))]),
    lambda text: And([Not(PlainText(text)), Not(Phrase(text)), MATCH_ALL]),
    lambda text: Not(Not(PlainText(text))),
]


def asked(query, kind):
    found = getattr(SearchBackend({}), kind)(query, Page)
    rows = list(found)
    assert found.count() == len(rows) == sum(found.facet("live").values())
    return {row.pk for row in rows}


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["search", "autocomplete"])
def test_nothing_raises_or_takes_long(kind):
    make_pages(12, words=5)
    for number, text in enumerate(HOSTILE):
        started = time.process_time()
        for shape in (SHAPES[0], SHAPES[1 + number % (len(SHAPES) - 1)]):
            asked(shape(text), kind)
        assert time.process_time() - started < 3, text[:20]


@pytest.mark.django_db
def test_nothing_raises_on_text_drawn_by_lot():
    make_pages(20, words=5)
    lots = random.Random(9)  # noqa: S311  (the same each time)
    signs = "\"'\\*():^-+&|!<>{}%\x00\ud800 aő😀\u0301住\n"
    for _ in range(80):
        text = "".join(lots.choices(signs, k=lots.randint(1, 30)))
        asked(lots.choice(SHAPES)(text), lots.choice(["search", "autocomplete"]))


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["search", "autocomplete"])
def test_a_quote_is_a_sign_like_others(kind):
    quoted = {page.pk for page in make_pages(60, words=5) if '"híd"' in page.title}
    assert quoted
    for text in ('"híd"', '"HÍD', 'híd"', "hí\x00d", '"híd" "', "\ud800híd"):
        assert asked(text, kind) == quoted, text
    assert asked(Phrase('a "híd"'), kind) == quoted
    assert asked(And([PlainText('"híd"'), Not(PlainText("\x00"))]), kind) == quoted


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["search", "autocomplete"])
def test_no_word_finds_nothing_and_its_opposite_all(kind):
    make_pages(12, words=5)
    every = set(Page.objects.values_list("pk", flat=True))
    for text in ("\x00", "\x00 \ud800", " "):
        assert asked(PlainText(text), kind) == asked(Phrase(text), kind) == set()
        assert asked(Not(PlainText(text)), kind) == every
        assert asked(Or([PlainText(text), PlainText("Lakhatás")]), kind) == asked("Lakhatás", kind)


@pytest.mark.django_db
def test_combinations_mean_what_logic_says():
    make_pages(40, words=5)
    for page in Page.objects.filter(depth__lt=3):
        SearchBackend({}).add(page.specific)  # rows that a migration or a snapshot made have none
    every = set(Page.objects.values_list("pk", flat=True))
    one, two = PlainText("szó0"), PlainText("szó1")
    a, b = asked(one, "search"), asked(two, "search")
    assert a and b and a != b
    assert asked(Or([one, Not(two)]), "search") == a | (every - b)
    assert asked(And([Not(one), Not(two)]), "search") == every - a - b
    assert asked(Or([Not(one), Not(two)]), "search") == every - (a & b)
    assert asked(And([one, MATCH_ALL]), "search") == a == asked(Not(Not(one)), "search")
    assert asked(Or([one, MATCH_NONE]), "search") == a


def test_what_stays_of_a_text():
    fuzzy = cleaned(Fuzzy('h\x00íd "', operator="and", unaccent=True))
    assert (fuzzy.query_string, fuzzy.operator, fuzzy.unaccent) == ("híd", "and", True)
    boosted = cleaned(Boost(Phrase("a\ud800 b"), 2.5))
    assert (boosted.boost, boosted.subquery.query_string) == (2.5, "a b")
    assert cleaned(Boost(PlainText("\x00"), 2)) is MATCH_NONE
    assert cleaned(PlainText("x " * 500)).query_string.split() == ["x"] * MOST_WORDS
    assert len(cleaned(Phrase("x" * 9_000)).query_string) == LONGEST_WORD
