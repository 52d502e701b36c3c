"""What a text said before: kept by everything that writes texts, shown with what changed."""

import time
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from cms.operations.waiting import run_waiting
from cms.translations.exchange.exporting import sheet_of
from cms.translations.exchange.importing import exchange_import
from cms.translations.machine.drafting import machine_draft
from cms.translations.models import SegmentEdit
from cms.translations.notes.beside import notes_of
from cms.translations.notes.clearing import KEPT_DAYS, notes_clear
from cms.translations.notes.edits import GOES_ON
from cms.translations.requests import translation_request
from cms.translations.saving import segment_save
from tests.factories.pages import fresh
from tests.translations.people import translator_of
from tests.translations.sheets import with_target
from tests.translations.test_notes import notes, said, segment_of
from tests.translations.test_segments import page_of_paragraphs

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)


def save(translation, user, text, source="Ülés", **values):
    pk = segment_of(translation, source)
    return segment_save(translation=translation, segment_id=pk, text=text, user=user, **values)


def told(translation, user, source="Ülés"):
    """Text and origin of each version, the latest first."""
    pk = segment_of(translation, source)
    found = notes_of(translation=translation, segment_id=pk, user=user)
    return [(one.text, one.edit.origin) for one in found.versions]


def test_the_first_change_keeps_what_was_there(translation, translator):
    save(translation, translator, "Збори")
    save(translation, translator, "Нарада")
    assert told(translation, translator) == [
        ("Нарада", "desk"), ("Збори", "desk"), ("Ülés (uk)", "earlier"),
    ]  # fmt: skip


def test_a_machines_text_that_had_no_entry_is_kept_as_a_machines(translation, translator):
    row = StringTranslation.objects.get(data="Ülés (uk)")
    row.translation_type = "machine"
    row.save()
    save(translation, translator, "Збори")
    assert told(translation, translator)[1] == ("Ülés (uk)", "machine")


def test_the_same_text_saved_once_more_is_no_change(translation, translator):
    save(translation, translator, "Ülés (uk)")
    assert told(translation, translator) == []


def test_a_deleted_text_is_not_lost(translation, translator, client):
    save(translation, translator, "")
    assert told(translation, translator) == [("", "desk"), ("Ülés (uk)", "earlier")]
    client.force_login(translator)
    page = BeautifulSoup(client.get(notes(translation)).content, "html.parser")
    assert [one["data-put"] for one in page.select("[data-put]")] == ["Ülés (uk)"]


def test_who_types_on_goes_on_with_the_entry_while_nothing_is_taken_away(
    translation, translator, reviewer
):
    with time_machine.travel(NOW, tick=False) as clock:
        for text in ("Зас", "Засід", "Засідання", "Друге засідання"):
            save(translation, translator, text)
            clock.shift(timedelta(seconds=5))
        texts = [text for text, _origin in told(translation, translator)]
        assert texts == ["Друге засідання", "Засідання", "Ülés (uk)"]  # a capital is gone
        save(translation, reviewer, "Друге засідання ради")
        clock.shift(GOES_ON + timedelta(seconds=1))
        save(translation, reviewer, "Друге засідання ради міста")
    texts = [text for text, _origin in told(translation, translator)]
    assert texts[:3] == ["Друге засідання ради міста", "Друге засідання ради", "Друге засідання"]


def test_after_a_conflict_both_texts_are_there(translation, translator, reviewer):
    save(translation, translator, "Засідання", base=None)
    refused = save(translation, reviewer, "Збори", base="")
    assert refused.conflict == "Засідання"
    assert told(translation, translator)[0] == ("Засідання", "desk")
    save(translation, reviewer, "Збори", base=None)
    texts = [text for text, _origin in told(translation, reviewer)]
    assert texts[:2] == ["Збори", "Засідання"]


def test_what_changed_is_marked_word_by_word_and_is_text(translation, translator, client):
    save(translation, translator, "Перше <script> засідання ради")
    save(translation, translator, "Друге <script> засідання ради")
    client.force_login(translator)
    html = client.get(notes(translation)).content.decode()
    page = BeautifulSoup(html, "html.parser")
    latest = page.select_one(".desk-version")
    assert (latest.select_one("del").text, latest.select_one("ins").text) == ("Перше", "Друге")
    assert "<script> засідання" not in html
    assert latest.select_one("[data-put]") is None  # it is in the field already
    put = page.select_one("[data-put]")
    assert put["data-put"] == "Перше <script> засідання ради"
    assert put["type"] == "button" and put.has_attr("hidden")


@pytest.mark.parametrize("code", ["ar", "en"])
def test_a_version_runs_as_its_language_does(event, locales, users, client, code):
    translation = translation_request(page=event, locale=locales[code])
    save(translation, users["administrator"], "A")
    client.force_login(users["administrator"])
    page = BeautifulSoup(client.get(notes(translation)).content, "html.parser")
    text = page.select_one(".desk-version div")
    assert (text["lang"], text["dir"]) == (code, "rtl" if code == "ar" else "ltr")


def test_it_goes_on_when_the_hungarian_changes(translation, event, translator):
    save(translation, translator, "Збори")
    source = fresh(event)
    source.title = "Rendkívüli ülés"
    source.save_revision().publish()
    run_waiting()
    save(translation, translator, "Позачергові збори", "Rendkívüli ülés")
    pk = segment_of(translation, "Rendkívüli ülés")
    found = notes_of(translation=translation, segment_id=pk, user=translator).versions
    assert [one.text for one in found] == ["Позачергові збори", "Збори", "Ülés (uk)"]
    assert [one.source for one in found] == ["", "Ülés", "Ülés"]


def test_a_file_is_kept_in_a_constant_number_of_queries(locales, translator):
    counts = []
    for number in (2, 2, 40):  # the first one fills caches
        page = page_of_paragraphs(number)
        translation = translation_request(page=page, locale=locales["uk"])
        sheet = sheet_of(translation)
        for unit in sheet.units:
            if unit.source != "Oldal":  # a title is written by itself
                sheet = with_target(sheet, unit.source, f"{unit.source} (uk)")
        with CaptureQueriesContext(connection) as seen:
            report = exchange_import(translation=translation, sheet=sheet, user=translator)
        assert len(report.saved) == number
        counts.append(len(seen))
        edits = SegmentEdit.objects.filter(translation=translation)
        assert [(one.origin, one.by) for one in edits] == [("file", translator)] * number
        fresh(page).delete()
    assert counts[1] == counts[2]


def test_a_file_keeps_the_text_that_it_writes_over(translation, translator):
    sheet = with_target(sheet_of(translation), "Ülés", "Збори")
    exchange_import(translation=translation, sheet=sheet, user=translator)
    assert told(translation, translator) == [("Збори", "file"), ("Ülés (uk)", "earlier")]


def test_a_draft_by_machine_is_kept_as_one(event, locales, machine):
    user = translator_of(locales["ar"])
    translation = translation_request(page=event, locale=locales["ar"])
    machine_draft(translation=translation, user=user)
    drafted = StringTranslation.objects.get(
        locale=locales["ar"], translation_of__data="Ülés", context__path="title"
    )
    assert told(translation, user) == [(drafted.data, "machine")]
    save(translation, user, "جلسة")
    assert [origin for _text, origin in told(translation, user)] == ["desk", "machine"]


def test_another_language_reads_no_history(translation, locales):
    with pytest.raises(PermissionDenied):
        told(translation, translator_of(locales["ar"]))


def test_a_history_that_is_made_to_be_slow_is_answered_in_time(translation, translator):
    for number in range(20):
        words = " ".join(f"слово{number}х{at}" for at in range(700 if number % 2 else 250))
        save(translation, translator, f"Початок {words} кінець")
    began = time.monotonic()
    pk = segment_of(translation)
    versions = notes_of(translation=translation, segment_id=pk, user=translator).versions
    assert time.monotonic() - began < 10  # without a limit minutes
    latest = versions[0].changes
    assert [one.kind for one in latest] == ["same", "gone", "new", "same"]
    assert (latest[0].text, latest[-1].text) == ("Початок ", " кінець")
    for version in versions:
        assert "".join(one.text for one in version.changes if one.kind != "gone") == version.text


def test_it_costs_the_same_for_many_changes_and_comments(translation, translator, locales, client):
    client.force_login(translator)

    def cost():
        client.get(notes(translation))
        with CaptureQueriesContext(connection) as seen:
            client.get(notes(translation))
        return len(seen)

    save(translation, translator, "Збори")
    said(translation, translator)
    few = cost()
    for number in range(12):
        save(translation, translator, f"{number} Збори")
        said(translation, translator_of(locales["uk"], f"translator-{number}"))
    assert cost() == few


def test_texts_that_are_gone_are_kept_for_a_year(translation, event, translator):
    with time_machine.travel(NOW, tick=False):
        save(translation, translator, "Збори")
        save(translation, translator, "Підсумок", "Magyar összefoglaló")
    source = fresh(event)
    source.title = "Egészen más"
    source.save_revision().publish()
    run_waiting()
    with time_machine.travel(NOW + timedelta(days=KEPT_DAYS - 1), tick=False):
        gone = SegmentEdit.objects.filter(string__data="Ülés")
        assert gone.exists()
        notes_clear()
        assert gone.filter(text="Збори").exists()
    with time_machine.travel(NOW + timedelta(days=KEPT_DAYS + 1), tick=False):
        notes_clear()
    assert not SegmentEdit.objects.filter(string__data="Ülés", text="Збори").exists()
    assert SegmentEdit.objects.filter(text="Підсумок").exists()


def test_the_desk_names_the_page_of_every_text(translation, translator, client):
    client.force_login(translator)
    html = client.get(reverse("desk:edit", args=[translation.uuid])).content.decode()
    assert f'data-help="{notes(translation)}?part"' in html
