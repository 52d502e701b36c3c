"""What a sheet says of a page, and what it costs."""

from functools import partial

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation as languages
from wagtail_localize.models import StringTranslation

from cms.translations.exchange.exporting import language_sheets, sheet_of
from cms.translations.exchange.importing import exchange_import
from cms.translations.exchange.units import State, Term
from tests.factories.pages import make_event
from tests.translations.sheets import make_page, translate, translation_of, with_target

pytestmark = pytest.mark.django_db
LAST = "Kérje a kerekasztal segítségét!"


@pytest.fixture
def ukrainian(locales):
    return translation_of(make_page(), locales["uk"])


def by_source(sheet):
    return {one.source: one for one in sheet.units}


def test_a_sheet_names_page_and_languages(ukrainian):
    sheet = sheet_of(ukrainian)
    assert (sheet.key, sheet.title) == (str(ukrainian.uuid), "Lakhatás")
    assert (sheet.source_language, sheet.target_language) == ("hu", "uk")
    assert sheet.stated == len(sheet.units) and sheet.exported


def test_units_say_where_they_stand(ukrainian):
    with languages.override("en"):
        units = by_source(sheet_of(ukrainian))
    assert units["Lakhatás"].label == "Title"
    assert units[LAST].label.endswith("› Text") and units[LAST].path.startswith("body.")


def test_texts_of_rows_have_the_rows_name(locales):
    event = translation_of(make_event(), locales["uk"])
    with languages.override("en"):
        assert by_source(sheet_of(event))["Megnyitó"].label == "Agenda item › Title"


def test_states_say_what_a_person_has_done(ukrainian):
    translate(ukrainian, LAST, "Питайте!")
    translate(ukrainian, "Lakhatás", "Житло", translation_type="machine")
    StringTranslation.objects.filter(data="Питайте!").update(has_error=False)
    units = by_source(sheet_of(ukrainian))
    assert units[LAST].state is State.TRANSLATED
    assert units["Lakhatás"].state is State.NEEDS_REVIEW
    StringTranslation.objects.filter(data="Питайте!").update(has_error=True)
    assert by_source(sheet_of(ukrainian))[LAST].state is State.NEEDS_REVIEW
    StringTranslation.objects.filter(data="Питайте!").update(data="<p>x</p>")
    assert by_source(sheet_of(ukrainian))[LAST].target == ""


def test_a_text_that_stands_twice_leaves_once(locales):
    page = make_page("<p>Kétszer</p><p>Kétszer</p><p>Egyszer</p>")
    sheet = sheet_of(translation_of(page, locales["uk"]))
    assert [one.source for one in sheet.units].count("Kétszer") == 1


def test_terms_are_those_of_the_glossary_that_is_given(ukrainian):
    term = Term("kerekasztal", "круглий стіл")
    sheet = sheet_of(ukrainian, lambda text: [term] if "kerekasztal" in text else [])
    assert by_source(sheet)[LAST].terms == (term,) == sheet.terms


def queries(act) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        act()
    return len([one for one in caught if "SAVEPOINT" not in one["sql"]])


def test_a_sheet_costs_the_same_for_any_number_of_texts(ukrainian, locales):
    long = make_page("".join(f"<p>Bekezdés {n}</p>" for n in range(60)), "Hosszú")
    rows = (ukrainian, translation_of(long, locales["uk"]))
    assert {queries(partial(sheet_of, one)) for one in rows} == {5}


def test_a_language_costs_the_same_for_any_number_of_pages(ukrainian, locales):
    one = queries(lambda: list(language_sheets(locales["uk"])))
    for number in range(4):
        translation_of(make_page(title=f"Oldal {number}"), locales["uk"])
    assert queries(lambda: list(language_sheets(locales["uk"]))) == one
    assert len(list(language_sheets(locales["uk"]))) == 5


def test_an_import_costs_no_query_for_a_text(locales):
    boss = get_user_model().objects.create_superuser("boss")
    costs = []
    for count in (2, 100):
        body = "".join(f"<p>Bekezdés {count} {n}</p>" for n in range(count))
        row = translation_of(make_page(body, f"Oldal {count}"), locales["uk"])
        sheet = sheet_of(row)
        for n in range(count):
            sheet = with_target(sheet, f"Bekezdés {count} {n}", f"Абзац {count} {n}")
        take = partial(exchange_import, translation=row, sheet=sheet, user=boss)
        costs.append(queries(take))
    assert StringTranslation.objects.count() == 102
    # SQLite takes 999 values a statement: 90 rows
    assert costs[0] <= costs[1] <= costs[0] + 1 <= 10
