"""The demo's glossary: complete, loaded once, marked as a sample, and what the demo's texts say."""

import time

import pytest

from cms.languages import LANGUAGES, SOURCE
from cms.translations.glossary.terms import terms_in, terms_used
from cms.translations.models import Term, TermTranslation
from home.demo.catalogues import catalogue, file_words
from home.demo.glossary import DEFINED, make_glossary
from home.demo.texts import DEFINITION, EN
from tests.factories.terms import make_term

pytestmark = pytest.mark.django_db
OTHERS = [one.code for one in LANGUAGES if one.code != SOURCE]


@pytest.fixture
def glossary(locales):
    make_glossary()
    return Term.objects.prefetch_related("translations__locale")


def test_it_loads_once_and_fast(locales):
    started = time.process_time()
    terms, translations = make_glossary()
    assert time.process_time() - started < 2
    assert 12 <= terms <= 20 and translations > terms * len(OTHERS)
    before = list(TermTranslation.objects.order_by("pk").values())
    assert make_glossary() == (0, 0)
    assert list(TermTranslation.objects.order_by("pk").values()) == before


def test_a_term_that_is_there_already_keeps_what_it_has(locales):
    term = make_term("kerekasztal", uk="стіл")
    make_glossary()
    kept = term.translations.get(text="стіл")
    assert kept.status == "admitted"
    assert term.translations.filter(locale=locales["uk"], status="preferred").count() == 1


def test_each_term_has_one_preferred_translation_in_each_language(glossary):
    for term in glossary:
        found = [one for one in term.translations.all() if one.status == "preferred"]
        assert sorted(one.locale.language_code for one in found) == sorted(OTHERS), term
    statuses = set(TermTranslation.objects.values_list("status", flat=True))
    assert statuses == set(TermTranslation.Status.values)
    forbidden = Term.objects.filter(is_forbidden=True)
    assert forbidden.exists() and not forbidden.filter(is_public=True).exists()


def test_definitions_of_ours_say_that_they_are_samples(glossary):
    for term in glossary:
        if term.text == DEFINED:
            assert term.definition == DEFINITION
            assert term.translations.filter(definition="", status="preferred").count() == 0
            continue
        assert term.definition.startswith("Minta: ")
        english = term.translations.get(locale__language_code="en", status="preferred")
        assert english.definition.startswith("Sample: ")


def test_most_terms_stand_in_the_demos_texts(glossary, locales):
    hits = terms_in(list(EN), locales["en"].pk)
    found = {hit.entry.text for text in hits for hit in text}
    assert len(found) >= 12
    assert not any(hit.entry.is_forbidden for text in hits for hit in text)


@pytest.mark.parametrize("code", OTHERS)
def test_the_demos_translations_keep_to_it(glossary, locales, code):
    """Nine of ten terms at least are called what the glossary calls them."""
    words = EN if code == "en" else file_words(code)
    assert words.items() <= catalogue(code).items()
    used = [
        (hungarian, *one)
        for hungarian, hits in zip(words, terms_in(list(words), locales[code].pk), strict=True)
        for one in terms_used(hits, words[hungarian], code)
    ]
    missed = [(text, term) for text, term, is_used in used if not is_used]
    assert len(used) > 20
    assert len(missed) <= len(used) / 10, missed
