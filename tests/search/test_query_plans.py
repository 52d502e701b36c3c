"""What the engine is asked for a query, in the reader's language and in the others."""

import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from search.query.meaning import How
from search.query.plans import planned
from search.query.typed import taken_apart
from search.vocabulary import Vocabulary
from tests.search.test_query_parser import ANY

LANGUAGES = ("hu", "en", "uk", "ru", "zh-hans", "vi", "ar", "tr", "fa")
TEXTS = {
    "hu": ["migrációs", "kerekasztal", "ajánlások", "lakhatás", "joga", "bölömbika", "budapest"],
    "en": ["permits", "housing", "budapest"],
    "ru": ["город", "жильё"],
    "vi": ["nhà", "ở", "thành", "phố"],
    "tr": ["bölüm", "bolluk"],
}
#: Words that need the dictionary of each language.
IN_EACH_SCRIPT = "szó word слово слів 漢字 chữ كلمات کتاب‌ها kelime"
QUICK = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def vocabulary(db):
    vocabulary = Vocabulary()
    for language, words in TEXTS.items():
        vocabulary.count(language, [words])
    return vocabulary


def plans(vocabulary, text, own="hu", languages=LANGUAGES):
    return planned(taken_apart(text), own, languages, vocabulary)


def terms(plan, field):
    return [term.term for unit in plan.every for term in unit if term.field == field]


@pytest.mark.parametrize(
    ("own", "typed", "word", "how"),
    [
        ("hu", "migrációs", "migrációs", How.AS_TYPED),
        ("hu", "migracios", "migrációs", How.ACCENTS),
        ("hu", "lakhtás", "lakhatás", How.CORRECTED),
        ("hu", "lakhatáss", "lakhatás", How.CORRECTED),
        ("hu", "lkahatas", "lakhatás", How.CORRECTED),
        ("tr", "bolum", "bölüm", How.ACCENTS),
        ("ru", "гроод", "город", How.CORRECTED),
    ],
)
def test_what_a_word_is_taken_for(vocabulary, own, typed, word, how):
    (meaning,) = plans(vocabulary, typed, own)[own].meanings
    assert word in meaning.words
    assert meaning.how == how


def test_what_was_mended_is_told(vocabulary):
    own = plans(vocabulary, "migracios kerekasztal lakhtás")["hu"]
    assert [one.typed for one in own.mended] == ["migracios", "lakhtás"]


def test_a_form_that_no_document_holds_stands_for_the_others(vocabulary):
    own = plans(vocabulary, "ajánlásainkról")["hu"]
    assert "ajánlás" in terms(own.plan, "terms")
    assert not own.mended


def test_an_unknown_word_finds_nothing_alone(vocabulary):
    own = plans(vocabulary, "xyzxyz")["hu"]
    assert own.meanings[0].how == How.UNKNOWN
    assert own.loosened is None


def test_another_language_answers_if_it_holds_every_word(vocabulary):
    assert set(plans(vocabulary, "budapest")) == {"hu", "en"}
    assert set(plans(vocabulary, "budapest housing")) == {"hu", "en"}
    assert set(plans(vocabulary, "budapest lakhatás")) == {"hu"}
    assert set(plans(vocabulary, "городах")) == {"hu", "ru"}


def test_accents_are_restored_in_the_readers_language_alone(vocabulary):
    assert set(plans(vocabulary, "migracios", own="en")) == {"en"}


def test_phrases_stand_on_the_surface_with_their_accents(vocabulary):
    plan = plans(vocabulary, '"lakhatas joga"')["hu"].plan
    assert terms(plan, "surf") == ["lakhatás joga"]
    assert not terms(plan, "terms")


def test_what_is_left_out(vocabulary):
    plan = plans(vocabulary, 'kerekasztal -lakhatás -"a b"')["hu"].plan
    assert {"lakhatás", "a b"} <= {term.term for term in plan.none if term.field == "surf"}
    assert "lakhatás" not in terms(plan, "surf")


def test_any_of_the_words(vocabulary):
    own = plans(vocabulary, "kerekasztal lakhatás -joga")["hu"]
    (unit,) = own.loosened.every
    assert {"kerekasztal", "lakhatás"} <= {term.term for term in unit}
    assert own.loosened.none == own.plan.none


def test_syllables_stand_side_by_side(vocabulary):
    plan = plans(vocabulary, "thành phố", own="vi")["vi"].plan
    assert terms(plan, "surf") == ["thành phố"]
    plan = plans(vocabulary, "thanh pho", own="vi")["vi"].plan
    assert "thanh pho" in terms(plan, "terms")


def test_three_statements_however_many_words_and_languages(vocabulary):
    for text in ("kerekasztal", "migracios lakhtas xyz", '"a b" -c ' + "szó " * 40):
        with CaptureQueriesContext(connection) as statements:
            plans(vocabulary, text)
        assert len(statements) <= 3


def test_fewer_where_nothing_is_missing(vocabulary):
    with CaptureQueriesContext(connection) as statements:
        plans(vocabulary, "kerekasztal lakhatás")
    assert len(statements) == 2


@given(text=ANY, own=st.sampled_from(LANGUAGES))
@example(text="abcdefghij" * 100_000, own="hu")
@example(text="ab-" * 300_000, own="hu")
@example(text="árvíztűrőtükörfúrógép " * 50_000, own="hu")
@example(text="ا" * 1_000_000, own="ar")
@example(text="漢字" * 500_000, own="zh-hans")
@example(text="a.b.c.d." * 100_000, own="vi")
@QUICK
def test_any_text_has_a_plan_in_its_own_language_and_soon(vocabulary, text, own):
    plans(vocabulary, IN_EACH_SCRIPT, own)  # dictionaries are read once, by the first who needs one
    began = time.process_time()
    assert own in plans(vocabulary, text, own)
    assert time.process_time() - began < 0.2
