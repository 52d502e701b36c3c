"""What becomes of a file that comes back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation

from cms.translations.exchange.exporting import language_sheets, sheet_of
from cms.translations.exchange.importing import archive_import, exchange_import
from cms.translations.exchange.po import po_read, po_written
from cms.translations.exchange.units import State
from cms.translations.exchange.xliff import xliff_read, xliff_written
from cms.translations.guard import writing
from cms.translations.models import LanguageTeam, Suggestion
from tests.translations.sheets import (
    make_page,
    rewrite,
    texts_of,
    translate,
    translation_of,
    with_target,
)

pytestmark = pytest.mark.django_db
FIRST = "Ügyfélfogadás a Városháza <b>második</b> emeletén"
LINKED = 'Az űrlap <a id="a1">itt</a> tölthető le.'
LAST = "Kérje a kerekasztal segítségét!"
FORMATS = pytest.mark.parametrize(
    ("write", "read"), [(xliff_written, xliff_read), (po_written, po_read)], ids=["xliff", "po"]
)


@pytest.fixture
def page(locales):
    return make_page()


@pytest.fixture
def ukrainian(page, locales):
    return translation_of(page, locales["uk"])


@pytest.fixture
def user(locales):
    person = get_user_model().objects.create_user("oksana")
    person.groups.add(LanguageTeam.objects.get(locale=locales["uk"]).translators)
    return person


def taken(translation, sheet, user):
    return exchange_import(translation=translation, sheet=sheet, user=user)


def sources(units) -> list[str]:
    return [one.source for one in units]


@FORMATS
def test_a_translated_file_is_saved(ukrainian, user, write, read):
    given = read(write(sheet_of(ukrainian)))
    given = with_target(given, FIRST, "Прийом на <b>другому</b> поверсі")
    given = with_target(given, LINKED, 'Бланк <a id="a1">тут</a>.')
    report = taken(ukrainian, read(write(given)), user)
    assert sources(report.saved) == [FIRST, LINKED] and not report.refused
    made = StringTranslation.objects.get(translation_of__data=FIRST)
    assert made.data == "Прийом на <b>другому</b> поверсі"
    assert (made.translation_type, made.last_translated_by, made.has_error) == (
        "manual", user, False,
    )  # fmt: skip
    assert len(texts_of(ukrainian)) == 2


@FORMATS
def test_a_file_that_nobody_touched_changes_nothing(ukrainian, user, write, read):
    translate(ukrainian, FIRST, "Прийом <b>x</b>")
    translate(ukrainian, LINKED, 'Бланк <a id="a1">тут</a>.', translation_type="machine")
    before = list(StringTranslation.objects.order_by("pk").values())
    report = taken(ukrainian, read(write(sheet_of(ukrainian))), user)
    assert sources(report.unchanged) == [FIRST] and sources(report.needs_review) == [LINKED]
    assert not report.saved and not report.unknown and not report.changed_meanwhile
    assert list(StringTranslation.objects.order_by("pk").values()) == before
    assert not Suggestion.objects.exists()


@FORMATS
def test_fuzzy_comes_back_as_needs_review(ukrainian, user, write, read):
    given = with_target(sheet_of(ukrainian), LAST, "Питайте!", State.NEEDS_REVIEW)
    report = taken(ukrainian, read(write(given)), user)
    assert sources(report.needs_review) == [LAST] and not report.saved
    assert not texts_of(ukrainian)
    kept = Suggestion.objects.get()
    assert (kept.text, kept.origin, kept.by) == ("Питайте!", "fuzzy", user)
    again = read(write(sheet_of(ukrainian)))
    assert [(one.target, one.state) for one in again.units if one.source == LAST] == [
        ("Питайте!", State.NEEDS_REVIEW)
    ]
    taken(ukrainian, with_target(again, LAST, "Питайте!"), user)
    assert texts_of(ukrainian) == {LAST: "Питайте!"} and not Suggestion.objects.exists()


def test_doubt_about_a_translation_that_is_there_is_kept_and_leaves_it(ukrainian, user):
    translate(ukrainian, LAST, "Питайте!")
    given = with_target(sheet_of(ukrainian), LAST, "Питайте!", State.NEEDS_REVIEW)
    taken(ukrainian, given, user)
    assert texts_of(ukrainian) == {LAST: "Питайте!"}
    assert State.NEEDS_REVIEW in {one.state for one in sheet_of(ukrainian).units}


def test_a_confirmed_machine_draft_is_a_persons(ukrainian, user):
    translate(ukrainian, LAST, "Питайте!", translation_type="machine", tool_name="X")
    given = sheet_of(ukrainian)
    assert [one.state for one in given.units if one.source == LAST] == [State.NEEDS_REVIEW]
    report = taken(ukrainian, with_target(given, LAST, "Питайте!"), user)
    assert sources(report.saved) == [LAST]
    made = StringTranslation.objects.get()
    assert (made.translation_type, made.tool_name) == ("manual", "")


def test_a_text_without_its_link_needs_review(ukrainian, user):
    report = taken(ukrainian, with_target(sheet_of(ukrainian), LINKED, "Бланк тут."), user)
    assert sources(report.needs_review) == [LINKED]
    assert Suggestion.objects.get().origin == "check" and not texts_of(ukrainian)


@FORMATS
def test_a_text_that_changed_meanwhile_is_memory_and_reported(page, ukrainian, user, write, read):
    given = with_target(sheet_of(ukrainian), LAST, "Питайте!")
    given = read(write(with_target(given, FIRST, "Прийом <b>тут</b>")))
    rewrite(page, "segítségét", "tanácsát")
    report = taken(ukrainian, given, user)
    assert sources(report.changed_meanwhile) == [LAST] and sources(report.saved) == [FIRST]
    assert texts_of(ukrainian)[LAST] == "Питайте!"
    assert not StringSegment.objects.filter(string__data=LAST).exists()
    now = {one.source: one.target for one in sheet_of(ukrainian).units}
    assert now["Kérje a kerekasztal tanácsát!"] == ""


def test_an_old_title_as_memory_does_not_rename_the_page(page, ukrainian, user):
    translate(ukrainian, "Lakhatás", "Житло")
    with writing():
        ukrainian.save_target(publish=False)
    given = with_target(sheet_of(ukrainian), "Lakhatás", "Стара назва")
    page.title = "Új cím"
    page.save_revision().publish()
    translation_of(page, ukrainian.target_locale)
    report = taken(ukrainian, given, user)
    assert sources(report.changed_meanwhile) == ["Lakhatás"]
    twin = Page.objects.get(translation_key=page.translation_key, locale__language_code="uk")
    assert twin.draft_title != "Стара назва"


def test_a_new_title_names_the_draft(page, ukrainian, user):
    translate(ukrainian, "Lakhatás", "Житло")
    with writing():
        ukrainian.save_target(publish=False)
    taken(ukrainian, with_target(sheet_of(ukrainian), "Lakhatás", "Помешкання"), user)
    twin = Page.objects.get(translation_key=page.translation_key, locale__language_code="uk")
    assert twin.draft_title == "Помешкання"


def test_a_moved_block_keeps_its_translation(page, ukrainian, user):
    given = with_target(sheet_of(ukrainian), LAST, "Питайте!")
    StringSegment.objects.filter(source=ukrainian.source).delete()
    page.body = [("text", page.body[0].value)]  # retyped: a block with another id
    page.save_revision().publish()
    translation_of(page, ukrainian.target_locale)
    assert sources(taken(ukrainian, given, user).saved) == [LAST]
    assert {one.source: one.target for one in sheet_of(ukrainian).units}[LAST] == "Питайте!"


def test_a_newer_text_of_the_desk_is_not_written_over(ukrainian, user):
    translate(ukrainian, LAST, "Питайте!")
    given = with_target(sheet_of(ukrainian), LAST, "Запитайте!")
    translate(ukrainian, LAST, "Спитайте!")
    assert sources(taken(ukrainian, given, user).needs_review) == [LAST]
    assert texts_of(ukrainian) == {LAST: "Спитайте!"}
    assert Suggestion.objects.get().origin == "conflict"


def test_an_older_text_is_written_over(ukrainian, user):
    translate(ukrainian, LAST, "Питайте!")
    given = with_target(sheet_of(ukrainian), LAST, "Запитайте!")
    assert sources(taken(ukrainian, given, user).saved) == [LAST]
    assert texts_of(ukrainian) == {LAST: "Запитайте!"}
    late = replace(given, exported=given.exported - timedelta(days=1))
    assert sources(taken(ukrainian, with_target(late, LAST, "Ні"), user).needs_review) == [LAST]


def test_an_unknown_text_is_reported(ukrainian, user):
    given = with_target(sheet_of(ukrainian), LAST, "Питайте!")
    lost = replace(given.units[-1], id="x", path="y", source="Más", target="Інше")
    given = replace(given, units=(*given.units, lost), stated=None)
    report = taken(ukrainian, given, user)
    assert report.unknown == [lost] and sources(report.saved) == [LAST]


def test_ids_that_a_program_threw_away_are_not_needed(ukrainian, user):
    given = with_target(sheet_of(ukrainian), LAST, "Питайте!")
    given = replace(
        given, units=tuple(replace(one, id=f"{n}") for n, one in enumerate(given.units))
    )
    assert sources(taken(ukrainian, given, user).saved) == [LAST]


def test_who_translates_into_another_language_may_not(ukrainian, locales):
    arab = get_user_model().objects.create_user("arab")
    arab.groups.add(LanguageTeam.objects.get(locale=locales["ar"]).translators)
    with pytest.raises(PermissionDenied):
        taken(ukrainian, sheet_of(ukrainian), arab)
    with pytest.raises(PermissionDenied):
        archive_import(locale=locales["uk"], sheets={}, user=arab)


def test_an_archive_is_taken_file_by_file(ukrainian, locales, user):
    other = translation_of(make_page("<p>Más szöveg</p>", "Munka"), locales["uk"])
    translation_of(make_page("<p>Arabul</p>", "Egészség"), locales["ar"])
    sheets = {one.title: one for one in language_sheets(locales["uk"])}
    assert set(sheets) == {"Lakhatás", "Munka"}
    sheets["Lakhatás"] = with_target(sheets["Lakhatás"], LAST, "Питайте!")
    sheets["Munka"] = with_target(sheets["Munka"], "Más szöveg", "<p>Інше</p>")
    sheets["foreign"] = replace(sheets["Munka"], key="6f9619ff-8b86-d011-b42d-00cf4fc964ff")
    sheets["none"] = replace(sheets["Munka"], key="none")
    reports = archive_import(locale=locales["uk"], sheets=sheets, user=user)
    assert {name: len(one.refused) for name, one in reports.items()} == {
        "Lakhatás": 0, "Munka": 1, "foreign": 1, "none": 1,
    }  # fmt: skip
    assert "Más szöveg" not in texts_of(other) and texts_of(ukrainian) == {LAST: "Питайте!"}
