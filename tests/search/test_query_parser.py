"""What a visitor types is taken apart: whatever it is, quickly and without an error."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.query.typed import MOST_WORDS, Typed, taken_apart

SIGNS = st.sampled_from(list("\"“”„«»「-−–*():^~\\'\0\u200c\u202e\ud800 \t\nANDORNEARaáßİ漢ا٣"))
ANY = st.one_of(st.text(), st.text(SIGNS), st.lists(st.text(SIGNS)).map(" ".join))


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("két szó", Typed(words=("két", "szó"))),
        ('"két szó" harmadik', Typed(words=("harmadik",), phrases=("két szó",))),
        ("„két szó”", Typed(phrases=("két szó",))),
        ("szó -nem", Typed(words=("szó",), without=("nem",))),
        ('szó -"ez sem"', Typed(words=("szó",), without_phrases=("ez sem",))),
        ('szó "nyitva marad', Typed(words=("szó",), phrases=("nyitva marad",))),
        ("a-b - c", Typed(words=("a-b", "c"))),
        ('"" - -- *', Typed()),
        ("\0a\0", Typed(words=("a",))),
    ],
)
def test_words_phrases_and_what_is_left_out(text, typed):
    assert taken_apart(text) == typed


@given(ANY)
@settings(max_examples=300, deadline=None)
def test_nothing_that_can_be_typed_is_an_error(text):
    typed = taken_apart(text)
    parts = (typed.words, typed.phrases, typed.without, typed.without_phrases)
    assert all(any(sign.isalnum() for sign in part) for many in parts for part in many)
    assert all(len(many) <= MOST_WORDS for many in parts)


@given(st.text(SIGNS, min_size=1, max_size=50))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_megabyte_takes_no_longer(text):
    many = text * (1_000_000 // len(text))
    began = time.process_time()
    taken_apart(many)
    assert time.process_time() - began < 0.2
