"""The same text on other pages, and words in their use: what people approved comes first."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import Translation, TranslationSource

from cms.translations.memory import concordance, memory_for
from tests.core.fact_steps import make_pair
from tests.translations.memory_rows import place, remember

pytestmark = pytest.mark.django_db


def texts(matches):
    return [match.text for match in matches]


def test_a_text_is_known_from_another_page(locales):
    remember(locales, [("Városháza", "Мерія"), ("Városháza", "Мерія"), ("Napirend", "Порядок")])
    found = memory_for(["Városháza", "Ismeretlen"], locales["uk"].pk)
    assert list(found) == ["Városháza"]
    [match] = found["Városháza"]
    assert (match.text, match.ratio, match.times, match.is_exact) == ("Мерія", 1.0, 2, True)


def test_another_language_knows_nothing_of_it(locales):
    remember(locales, [("Városháza", "Мерія")])
    assert memory_for(["Városháza"], locales["ar"].pk) == {}


def test_reviewed_before_written_before_drafted(locales):
    text = "Városháza"
    remember(locales, [(text, "машина")] * 3, translation_type="machine")
    remember(locales, [(text, "людина")] * 2)
    [approved] = remember(locales, [(text, "перевірено")])
    found = memory_for([text], locales["uk"].pk, reviewed=lambda _rows: {approved.pk})[text]
    assert texts(found) == ["перевірено", "людина", "машина"]
    assert [match.is_reviewed for match in found] == [True, False, False]
    assert [match.is_machine for match in found] == [False, False, True]


def test_the_more_often_used_one_comes_first(locales):
    remember(locales, [("Ülés", "Сесія"), ("Ülés", "Засідання"), ("Ülés", "Засідання")])
    assert texts(memory_for(["Ülés"], locales["uk"].pk)["Ülés"]) == ["Засідання", "Сесія"]


def test_faulty_and_empty_texts_are_not_offered(locales):
    remember(locales, [("Ülés", "<b>Засідання")], has_error=True)
    remember(locales, [("Ülés", "")])
    assert memory_for(["Ülés"], locales["uk"].pk) == {}


def test_a_page_is_no_memory_of_itself(locales):
    pair = make_pair()
    source = TranslationSource.objects.get(object_id=pair.source.translation_key)
    own = Translation.objects.get(source=source, target_locale=locales["en"])
    remember(locales, [("Ülés", "Meeting")], code="en", context=place(source.object_id))
    remember(locales, [("Ülés", "Session")], code="en", context=None)
    remember(locales, [("Ülés", "Sitting")], code="en")
    found = memory_for(["Ülés"], locales["en"].pk, without=own.pk)
    assert sorted(texts(found["Ülés"])) == ["Session", "Sitting"]
    assert len(memory_for(["Ülés"], locales["en"].pk)["Ülés"]) == 3


@pytest.mark.parametrize("number", [5, 200])
def test_one_query_for_a_page_of_any_length(locales, number):
    known = [(f"{n}. bekezdés", f"{n} абзац") for n in range(number)]
    remember(locales, known)
    with CaptureQueriesContext(connection) as asked:
        found = memory_for([text for text, _translation in known], locales["uk"].pk, without=1)
    assert len(found) == number
    assert len(asked) == 1


def test_concordance_finds_words_on_both_sides(locales):
    remember(locales, [("A <b>Városháza</b> nyitva", "Мерія відчинена"), ("Ülés", "Засідання")])
    uk = locales["uk"].pk
    assert texts(concordance("városháza", uk)) == ["Мерія відчинена"]
    assert texts(concordance("МЕРІЯ відчинена", uk)) == ["Мерія відчинена"]
    assert texts(concordance("Városháza nyitva", uk)) == []
    assert concordance("bicikli", uk) == []


def test_concordance_takes_tags_for_no_words(locales):
    remember(locales, [('Lásd <a id="a1">itt</a>', 'Див. <a id="a1">тут</a>')])
    assert concordance("a1", locales["uk"].pk) == []


def test_concordance_gives_what_was_asked_for_at_most(locales):
    remember(locales, [(f"{n}. ülés", f"{n} засідання") for n in range(9)])
    assert len(concordance("ülés", locales["uk"].pk, 4)) == 4


@pytest.mark.parametrize("query", ["", "  ", "\0", "a\0b", "\ud800", "%", "_", "x" * 5000])
def test_concordance_refuses_nothing(locales, query):
    remember(locales, [("Ülés", "Засідання")])
    assert concordance(query, locales["uk"].pk) == []
