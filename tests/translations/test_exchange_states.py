"""What a file says of how far each text is, from a draft to what readers see."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import StringTranslation

from cms.operations.waiting import run_waiting
from cms.translations.drafts import publish_made, revision_make
from cms.translations.exchange.exporting import language_sheets, sheet_of
from cms.translations.exchange.importing import exchange_import
from cms.translations.exchange.po import po_read, po_written
from cms.translations.exchange.units import State
from cms.translations.exchange.xliff import xliff_read, xliff_written
from cms.translations.managed import translation_of
from cms.translations.models import CarriedTranslation, TranslationRevision
from tests.factories.pages import fresh, make_event, published, texts_write, translated
from tests.translations.sheets import translate, with_target

pytestmark = pytest.mark.django_db


@pytest.fixture
def translation(translation):
    by_a_person()
    return translation


def by_a_person():
    StringTranslation.objects.update(translation_type="manual")


def states(translation):
    return {one.source: one.state for one in sheet_of(translation).units}


def approve(translation):
    publish_made(revision_make(translation=translation))


def test_what_readers_see_is_final(translation):
    assert set(states(translation).values()) == {State.FINAL}


def test_what_a_person_wrote_since_is_translated(translation):
    translate(translation, "Ülés", "Сесія")
    found = states(translation)
    assert found.pop("Ülés") is State.TRANSLATED
    assert set(found.values()) == {State.FINAL}


def test_an_earlier_approval_is_reviewed(translation):
    translate(translation, "Ülés", "Сесія")
    approve(translation)
    translate(translation, "Ülés", "Ülés (uk)")
    assert states(translation)["Ülés"] is State.REVIEWED


def test_once_the_source_moves_on_nothing_is_final(translation, event):
    page = fresh(event)
    page.summary = "Másik összefoglaló"
    published(page)
    run_waiting()
    found = states(translation)
    assert found["Másik összefoglaló"] is State.INITIAL
    assert found["Ülés"] is State.REVIEWED


def test_what_is_unpublished_is_final_no_more(translation, twin):
    fresh(twin).unpublish()
    assert set(states(translation).values()) == {State.REVIEWED}


def test_a_revision_that_nobody_approved_says_nothing(event, locales):
    row = translation_of(translated(event, "uk", publish=False))
    by_a_person()
    revision_make(translation=row)
    assert set(states(row).values()) == {State.TRANSLATED}


def test_the_approval_of_another_language_says_nothing(event, twin, locales):
    arabic = translation_of(translated(event, "ar", publish=False))
    texts_write(arabic, lambda text: f"{text} (uk)")
    by_a_person()
    assert set(states(arabic).values()) == {State.TRANSLATED}


def test_a_machines_text_needs_a_review_also_where_it_was_approved(translation):
    StringTranslation.objects.filter(data="Ülés (uk)").update(translation_type="machine")
    assert states(translation)["Ülés"] is State.NEEDS_REVIEW


def test_what_was_taken_over_says_so_until_a_person_changes_it(translation, translator):
    row = StringTranslation.objects.get(data="Ülés (uk)")
    CarriedTranslation.objects.create(text=row)
    assert states(translation)["Ülés"] is State.CARRIED
    sheet = sheet_of(translation)
    report = exchange_import(translation=translation, sheet=sheet, user=translator)
    assert not report.saved
    assert states(translation)["Ülés"] is State.CARRIED
    given = with_target(sheet, "Ülés", "Сесія")
    exchange_import(translation=translation, sheet=given, user=translator)
    assert states(translation)["Ülés"] is State.TRANSLATED


@pytest.mark.parametrize("word", [State.REVIEWED, State.FINAL])
def test_a_file_that_calls_itself_final_is_not_believed(translation, translator, word):
    translate(translation, "Ülés", "Сесія")
    sheet = sheet_of(translation)
    approved = TranslationRevision.objects.count()
    boast = replace(sheet, units=tuple(replace(one, state=word) for one in sheet.units))
    given = with_target(boast, "Magyar összefoglaló", "Інакше", word)
    back = xliff_read(xliff_written(given))
    exchange_import(translation=translation, sheet=back, user=translator)
    found = states(translation)
    assert found["Ülés"] is found["Magyar összefoglaló"] is State.TRANSLATED
    assert TranslationRevision.objects.count() == approved


@pytest.mark.parametrize(
    ("write", "read"), [(xliff_written, xliff_read), (po_written, po_read)], ids=["xliff", "po"]
)
def test_out_and_back_changes_no_text_and_no_state(translation, translator, write, read):
    translate(translation, "Ülés", "Сесія")
    before = states(translation)
    back = read(write(sheet_of(translation)))
    report = exchange_import(translation=translation, sheet=back, user=translator)
    assert not report.saved and not report.needs_review and not report.unknown
    assert states(translation) == before


def test_any_number_of_approved_revisions_costs_the_same(translation, locales):
    def cost():
        with CaptureQueriesContext(connection) as asked:
            list(language_sheets(locales["uk"]))
        return len(asked)

    before = cost()
    for number in range(3):
        translate(translation, "Ülés", f"{number}. засідання")
        approve(translation)
        translated(make_event(title=f"{number}. ülés", slug=f"ules-{number}"), "uk")
    assert cost() == before
