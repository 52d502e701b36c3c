"""Terms of the glossary are found in Hungarian texts in any inflection, and in translations."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.translations.glossary.phrases import merged
from cms.translations.glossary.terms import is_used, terms_in, terms_used
from cms.translations.models import Term, TermTranslation
from cms.translations.texts.checks import Check, Problem, problems

pytestmark = pytest.mark.django_db


def render(term, locale, text, status="preferred"):
    TermTranslation.objects.create(term=term, locale=locale, text=text, status=status)


@pytest.fixture
def terms(locales):
    """Makes terms, with their Ukrainian translations by status."""

    def make(text, *translations, **values):
        term = Term.objects.create(text=text, **values)
        for number, translation in enumerate(translations):
            status = "admitted" if number else "preferred"
            render(term, locales["uk"], translation, status)
        return term

    return make


@pytest.fixture
def found(locales):
    """What of a text is marked as a term, in its order."""

    def look(text):
        [hits] = terms_in([text], locales["uk"].pk)
        return [text[hit.start : hit.end] for hit in hits]

    return look


@pytest.mark.parametrize(
    ("term", "text", "marked"),
    [
        ("tartózkodási engedély", "A tartózkodási engedélyét kéri.", "tartózkodási engedélyét"),
        ("Fővárosi Önkormányzat", "A Fővárosi Önkormányzatnál.", "Fővárosi Önkormányzatnál"),
        ("ajánlás", "Az ajánlásokról dönt.", "ajánlásokról"),
        ("kerekasztal", "KEREKASZTALUNK ülése", "KEREKASZTALUNK"),
        ("menedékkérő", "Menedékkérőknek ingyenes.", "Menedékkérőknek"),
        ("lakcímkártya", "a lakcímkártyáddal együtt", "lakcímkártyáddal"),
        ("TAJ", "A TAJ-hoz kell.", "TAJ-hoz"),
        ("13. kerület", "a 13. kerületben", "13. kerületben"),
    ],
)
def test_an_inflected_term_is_found_where_it_stands(terms, found, term, text, marked):
    terms(term)
    assert found(text) == [marked]


def test_words_of_a_term_stand_side_by_side(terms, found):
    terms("Fővárosi Önkormányzat")
    assert found("A fővárosi vezetés és az önkormányzat") == []
    assert found("Ez fővárosi. Önkormányzat nincs.") == []
    assert found("Önkormányzat fővárosi") == []


def test_another_word_is_no_term(terms, found):
    terms("tag")
    assert found("tagozat, tagad, dátum, háztartás") == []
    assert found("a tagok és tagjaink") == ["tagok", "tagjaink"]


def test_tags_and_entities_neither_hide_a_term_nor_make_one(terms, found):
    terms("Fővárosi Önkormányzat")
    terms("amp")
    text = 'a <a id="a1">Fővárosi</a> <b>Önkormányzat</b> &amp; mások'
    assert found(text) == ["Fővárosi</a> <b>Önkormányzat"]


def test_of_a_term_within_a_longer_one_the_longer_is_marked(terms, found):
    terms("önkormányzat")
    terms("Fővárosi Önkormányzat")
    text = "A Fővárosi Önkormányzat és más önkormányzatok"
    assert found(text) == ["Fővárosi Önkormányzat", "önkormányzatok"]


def test_terms_that_share_a_word_are_both_given_and_marked_as_one(terms, locales):
    terms("szociális munka")
    terms("munka törvénykönyve")
    text = "A szociális munka törvénykönyve"
    [hits] = terms_in([text], locales["uk"].pk)
    assert [hit.entry.text for hit in hits] == ["szociális munka", "munka törvénykönyve"]
    assert list(merged((hit.start, hit.end) for hit in hits)) == [(2, len(text))]


def test_terms_written_alike_are_both_given(terms, locales):
    terms("letét", "депозит", domain="bérlet")
    terms("letét", "зберігання", domain="jog")
    [hits] = terms_in(["A letétet visszakapja."], locales["uk"].pk)
    assert [(hit.entry.domain, hit.renderings[0].text) for hit in hits] == [
        ("bérlet", "депозит"), ("jog", "зберігання"),
    ]  # fmt: skip


def test_renderings_are_those_of_the_language_preferred_first(terms, locales):
    term = terms("ajánlás", "рекомендація", "порада")
    render(term, locales["ar"], "توصية")
    render(term, locales["uk"], "авіза", "deprecated")
    [[hit]] = terms_in(["ajánlás"], locales["uk"].pk)
    assert [one.text for one in hit.renderings] == ["рекомендація", "порада", "авіза"]
    assert [one.text for one in hit.wanted] == ["рекомендація", "порада"]
    [[hit]] = terms_in(["ajánlás"], locales["ar"].pk)
    assert [one.text for one in hit.renderings] == ["توصية"]


@pytest.mark.parametrize(
    ("language", "term", "text", "is_there"),
    [
        ("uk", "рекомендація", "згідно з рекомендаціями ради", True),
        ("uk", "дозвіл на проживання", "без дозволу на тимчасове проживання", True),
        ("uk", "рекомендація", "згідно з порадами ради", False),
        ("uk", "робоча група", "група, яка робить", False),
        ("ar", "توصية", "وفقاً للتوصيات الجديدة", True),
        ("ar", "تصريح الإقامة", "يجب تقديم تصريح إقامتك", True),
        ("ar", "الإقامة", "عن إقامتهم", True),
        ("ar", "توصية", "وفقاً للقرار الجديد", False),
        ("ru", "рабочая группа", "в рабочей группе", True),
        ("en", "residence permit", "with their <b>residence permits</b>", True),
        ("tr", "oturma izni", "oturma izninizi getirin", True),
        ("fa", "توصیه", "بر اساس توصیه‌های شورا", True),
        ("vi", "giấy phép cư trú", "Giấy phép cư trú của bạn", True),
        ("vi", "giấy phép cư trú", "Giấy phép lao động", False),
        ("zh-hans", "居留许可", "请带上您的居留许可原件", True),
        ("zh-hans", "居留许可", "请带上您的工作许可", False),
        ("uk", "!", "!", False),
    ],
)
def test_a_translation_uses_a_term_in_any_inflection(language, term, text, is_there):
    assert is_used(term, text, language) == is_there


def test_the_check_names_the_term_that_is_missing(terms, locales):
    terms("ajánlás", "рекомендація", "порада")
    terms("piros", "червоний", is_forbidden=True)
    terms("ülés")
    source = "Az ajánlások a piros ülésen"
    [hits] = terms_in([source], locales["uk"].pk)
    assert terms_used(hits, "Рекомендації", "uk") == [("рекомендація", True)]
    assert terms_used(hits, "Поради", "uk") == [("рекомендація", True)]
    missing = problems(source, "Звіти", terms_used(hits, "Звіти", "uk"))
    assert Problem(Check.TERM, "рекомендація") in missing


def test_one_query_for_texts_of_any_number_once_the_glossary_is_known(terms, locales):
    for number in range(20):
        terms(f"{number}. ajánlás", "рекомендація")
    terms_in([""], locales["uk"].pk)
    with CaptureQueriesContext(connection) as asked:
        found = terms_in([f"a {number}. ajánlást" for number in range(20)] * 10, locales["uk"].pk)
    assert [len(hits) for hits in found] == [1] * 200
    assert len(asked) == 1


def test_every_change_of_the_glossary_is_seen_at_once(terms, found, locales):
    term = terms("ajánlás", "порада")
    assert found("A javaslat ajánlás") == ["ajánlás"]
    Term.objects.filter(pk=term.pk).first().delete()
    assert found("A javaslat ajánlás") == []
    term = terms("ajánlás", "порада")
    term.text = "javaslat"
    term.save()
    assert found("A javaslat ajánlás") == ["javaslat"]
    rendering = TermTranslation.objects.get()
    rendering.text = "пропозиція"
    rendering.save()
    [[hit]] = terms_in(["javaslat"], locales["uk"].pk)
    assert [one.text for one in hit.renderings] == ["пропозиція"]
    rendering.delete()
    [[hit]] = terms_in(["javaslat"], locales["uk"].pk)
    assert hit.renderings == ()
