"""The same text on other pages, and words in their use: what people approved comes first."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import Translation, TranslationSource

from cms.translations.memory import concordance, memory_for, sought
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


def found(query, locale):
    return concordance(sought(query), locale.pk).matches


def test_concordance_finds_words_on_both_sides(locales):
    remember(locales, [("A <b>Városháza</b> nyitva", "Мерія відчинена"), ("Ülés", "Засідання")])
    uk = locales["uk"]
    assert texts(found("városháza", uk)) == ["Мерія відчинена"]
    assert texts(found("МЕРІЯ відчинена", uk)) == ["Мерія відчинена"]
    assert texts(found("Városháza nyitva", uk)) == []
    assert found("bicikli", uk) == []


def test_concordance_takes_tags_for_no_words(locales):
    remember(locales, [('Lásd <a id="a1">itt</a>', 'Див. <a id="a1">тут</a>')])
    assert found("a1", locales["uk"]) == []


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("100%", "100% támogatás"), ("a_b", "az a_b mező"), ("*.csv", "minden *.csv fájl"),
        ('"Esély"', '"Esély" program'), ("Q & A", "Q &amp; A"), ("x < y", "x &lt; y"),
        ("\\d", "a \\d jel"),
    ],
)  # fmt: skip
def test_every_sign_stands_for_itself(locales, query, said):
    remember(locales, [(said, "знайдено"), ("1000 axb .csv Esély QA", "інше")])
    assert texts(found(query, locales["uk"])) == ["знайдено"]


def test_as_much_is_read_as_there_is_room_for(locales, monkeypatch):
    monkeypatch.setattr("cms.translations.memory.lookup.MOST", 4)
    remember(locales, [(f"{n}. ülés", f"{n} машина") for n in range(3)], translation_type="machine")
    remember(locales, [(f"{n}. ülés", f"{n} засідання") for n in range(4)])
    matches, is_whole = concordance(sought("ülés"), locales["uk"].pk)
    assert [match.is_machine for match in matches] == [False] * 4
    assert not is_whole
    assert concordance(sought("1. ülés"), locales["uk"].pk).is_whole


@pytest.mark.parametrize("query", ["", "  ", "\0", "\ud800", "%%", "__", "a\0b"])
def test_concordance_finds_nothing_by_what_is_no_word(locales, query):
    remember(locales, [("Ülés", "Засідання")])
    assert found(query, locales["uk"]) == []


@pytest.mark.parametrize("query", ["a", "%", "x" * 201, "x" * 5000])
def test_too_short_or_too_long_is_one_sentence(query):
    with pytest.raises(ValidationError) as refused:
        sought(query)
    [sentence] = refused.value.messages
    assert sentence.endswith(".")


def test_one_chinese_sign_is_a_word(locales):
    remember(locales, [("Ülés", "会议")], code="zh-hans")
    assert texts(found("会", locales["zh-hans"])) == ["会议"]


def test_what_was_sought_is_told_from_the_rest():
    pieces = sought("ülés").pieces("Az Ülés ülése")
    assert [(one.text, one.is_hit) for one in pieces] == [
        ("Az ", False), ("Ülés", True), (" ", False), ("ülés", True), ("e", False),
    ]  # fmt: skip
