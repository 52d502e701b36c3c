"""Texts that are three quarters the same, found by trigrams and told by their words."""

import logging
from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import String

from cms.translations.memory import similar
from cms.translations.memory.trigrams import (
    FTS,
    MOST,
    TRIGGERS,
    by_words,
    candidates,
    has_pg_trgm,
    trigrams_made,
)
from tests.translations.memory_rows import remember

pytestmark = pytest.mark.django_db
OPEN = "A városháza hétfőn nyolc órától délután négyig tart nyitva."
OTHER = "A városháza kedden nyolc órától délután négyig tart nyitva."
FAR = "A könyvtár kedden zárva, máskor tizenkét órától várja az olvasókat."
sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's own table")
postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL's extension")


def test_a_text_like_it_is_found_and_another_is_not(locales):
    remember(locales, [(OPEN, "відчинено"), (FAR, "бібліотека")])
    [match] = similar(OTHER, locales["uk"].pk)
    assert (match.source, match.text) == (OPEN, "відчинено")
    assert 0.75 <= match.ratio < 1
    assert not match.is_exact


def test_the_same_text_is_left_to_the_exact_matches(locales):
    remember(locales, [(OPEN, "відчинено")])
    assert similar(OPEN, locales["uk"].pk) == []


def test_likest_first_but_people_before_machines(locales):
    nearest, near = OPEN.replace("hétfőn", "szerdán"), OPEN.replace("hétfőn nyolc", "a hét hat")
    remember(locales, [(nearest, "машина")], translation_type="machine")
    remember(locales, [(near, "два"), (OPEN, "один")])
    [approved] = remember(locales, [(near, "перевірено")])
    found = similar(OTHER, locales["uk"].pk, reviewed=lambda _rows: {approved.pk})
    assert [match.text for match in found] == ["перевірено", "один", "два", "машина"]


def test_only_what_is_translated_into_the_language(locales):
    remember(locales, [(OPEN, "відчинено")])
    assert similar(OTHER, locales["ar"].pk) == []


def test_no_more_than_asked_for(locales):
    days = ["kedden", "szerdán", "csütörtökön", "pénteken", "szombaton", "vasárnap"]
    remember(locales, [(OPEN.replace("hétfőn", day), day) for day in days])
    assert len(similar(OPEN, locales["uk"].pk)) == 5
    assert len(similar(OPEN, locales["uk"].pk, limit=2)) == 2


def test_tags_do_not_hide_a_text(locales):
    remember(locales, [(OPEN, "відчинено")])
    assert similar(OPEN.replace("városháza", "<b>városháza</b>"), locales["uk"].pk)


@pytest.mark.parametrize(
    "text", ["", "a", "ok", "<b></b>", '"', "a\"b'c OR *", "%%s %", "x" * 9000]
)
def test_no_text_is_too_odd(locales, text):
    remember(locales, [(OPEN, "відчинено")])
    assert similar(text, locales["uk"].pk) == []


@pytest.mark.parametrize("number", [1, 40])
def test_the_same_queries_for_few_and_many(locales, number):
    remember(locales, [(OPEN.replace("nyolc", f"{n}"), f"{n}") for n in range(number)])
    with CaptureQueriesContext(connection) as asked:
        assert similar(OPEN, locales["uk"].pk)
    assert len(asked) == 4


def test_found_among_many(locales):
    subjects = ["hivatal", "könyvtár", "iskola", "rendelő", "óvoda", "bíróság", "követség", "posta"]
    verbs = ["kinyit", "bezár", "költözik", "felvesz", "értesít", "szünetel", "elmarad", "indul"]
    places = ["Óbudán", "Pesten", "Kispesten", "Csepelen", "Angyalföldön", "Zuglóban"]
    pairs = [
        (f"A(z) {a} jövő héten ismét {b} {c}, kérjük türelmét.", f"{a} {b} {c}")
        for a, b, c in product(subjects, verbs, places)
    ]
    remember(locales, [*pairs, (OPEN, "відчинено")])
    assert len(pairs) > 5 * MOST
    assert [match.source for match in similar(OTHER, locales["uk"].pk)] == [OPEN]


def test_long_texts_that_hold_all_its_words_do_not_crowd_it_out(locales):
    words = OTHER.strip(".").split()
    turned = [" ".join(words[n:] + words[:n]) for n in range(len(words))]
    long = [f"{' '.join(turned[n % 9 :] + turned[: n % 9])} {n}." for n in range(2 * MOST)]
    remember(locales, [*((text, "довго") for text in long), (OPEN, "відчинено")])
    assert [match.source for match in similar(OTHER, locales["uk"].pk)] == [OPEN]


def test_without_trigrams_its_longest_words_find_it(locales):
    remember(locales, [(OPEN, "відчинено"), (FAR, "бібліотека"), ("Napirend", "порядок")])
    likeliest, *_others = by_words(OTHER, locales["uk"].pk)
    assert String.objects.get(pk=likeliest).data == OPEN
    assert by_words("!", locales["uk"].pk) == []
    assert by_words(OTHER, locales["ar"].pk) == []


@sqlite
def test_rows_that_change_or_go_leave_the_table(locales):
    remember(locales, [(OPEN, "відчинено")])
    string = String.objects.get(data=OPEN)
    assert candidates("hétfőn nyolc", locales["uk"].pk) == [string.pk]
    String.objects.filter(pk=string.pk).update(data=FAR)
    assert candidates("hétfőn nyolc", locales["uk"].pk) == []
    assert candidates(FAR, locales["uk"].pk) == [string.pk]
    String.objects.all().delete()
    assert candidates(FAR, locales["uk"].pk) == []
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {FTS} ({FTS}, rank) VALUES ('integrity-check', 1)")


@sqlite
def test_a_table_that_was_written_anew_gets_its_triggers_again(locales):
    with connection.cursor() as cursor:
        for event in TRIGGERS:
            cursor.execute(f"DROP TRIGGER {FTS}_{event}")
    remember(locales, [(OPEN, "відчинено")])
    assert similar(OTHER, locales["uk"].pk) == []
    trigrams_made()
    assert similar(OTHER, locales["uk"].pk)
    remember(locales, [(OPEN.replace("hétfőn", "pénteken"), "п'ятниця")])
    assert len(similar(OTHER, locales["uk"].pk)) == 2


@postgresql
def test_a_database_without_the_extension_is_served_too(locales, caplog):
    assert has_pg_trgm(connection)
    remember(locales, [(OPEN, "відчинено"), (FAR, "бібліотека")])
    with connection.cursor() as cursor:
        cursor.execute("DROP EXTENSION pg_trgm CASCADE")
    assert not has_pg_trgm(connection)
    assert [match.text for match in similar(OTHER, locales["uk"].pk)] == ["відчинено"]
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE nobody_in_particular")
        cursor.execute("SET LOCAL ROLE nobody_in_particular")
        with caplog.at_level(logging.WARNING):
            trigrams_made()
        cursor.execute("RESET ROLE")
    assert "pg_trgm or its index cannot be created" in caplog.text
    assert not has_pg_trgm(connection)
    connection.check_constraints()  # an index waits for none that are deferred
    trigrams_made()
    assert has_pg_trgm(connection)
