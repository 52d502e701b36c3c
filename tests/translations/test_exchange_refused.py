"""Files of another page or language, and half a file: refused whole, with all that is wrong."""

from dataclasses import replace

import pytest
from django.contrib.auth import get_user_model
from wagtail_localize.models import StringTranslation

from cms.translations.exchange.exporting import sheet_of
from cms.translations.exchange.importing import exchange_import
from cms.translations.exchange.limits import LONGEST, MOST_SENTENCES
from cms.translations.exchange.po import KEY, po_read, po_written
from cms.translations.models import Suggestion
from tests.translations.sheets import make_page, translation_of, with_target

pytestmark = pytest.mark.django_db
LAST = "Kérje a kerekasztal segítségét!"
LINKED = 'Az űrlap <a id="a1">itt</a> tölthető le.'


@pytest.fixture
def ukrainian(locales):
    return translation_of(make_page(), locales["uk"])


@pytest.fixture
def boss():
    return get_user_model().objects.create_superuser("boss")


@pytest.fixture
def given(ukrainian):
    return with_target(sheet_of(ukrainian), LAST, "Питайте!")


@pytest.fixture
def refused(ukrainian, boss):
    """Takes a sheet that is to change nothing: its sentences."""

    def take(sheet) -> tuple[str, ...]:
        report = exchange_import(translation=ukrainian, sheet=sheet, user=boss)
        assert not StringTranslation.objects.exists() and not Suggestion.objects.exists()
        assert not report.saved and not report.needs_review and not report.changed_meanwhile
        return report.refused

    return take


def test_the_file_itself_is_taken(ukrainian, given, boss):
    assert exchange_import(translation=ukrainian, sheet=given, user=boss).saved


def test_a_file_of_another_page(refused, locales):
    other = sheet_of(translation_of(make_page("<p>Más</p>", "Munka"), locales["uk"]))
    assert len(refused(with_target(other, "Más", "Інше"))) == 1


def test_a_file_of_the_same_page_in_another_language(refused, ukrainian, locales):
    arabic = translation_of(ukrainian.source.get_source_instance(), locales["ar"])
    said = refused(with_target(sheet_of(arabic), LAST, "اسأل"))
    assert len(said) == 2 and "ar" in said[1] and "uk" in said[1]


def test_texts_of_another_page_under_the_name_of_this_one(refused, given):
    foreign = tuple(replace(one, id=f"f{n}", source=f"Idegen {n}")
                    for n, one in enumerate(given.units))  # fmt: skip
    assert len(refused(replace(given, units=foreign))) == 1


def test_a_file_without_a_header(refused, given):
    content = po_written(given).decode()
    header, rest = content.split("\n\n", 1)
    assert KEY in header
    assert len(refused(po_read(rest.encode()))) == 2  # neither page nor language
    lines = [line for line in content.split("\n") if KEY not in line]
    assert len(refused(po_read("\n".join(lines).encode()))) == 1


def test_half_a_file(refused, given):
    half = po_written(given).decode().rpartition("\n\n")[0]
    (said,) = refused(po_read(half.encode()))
    assert str(len(given.units)) in said and str(len(given.units) - 1) in said


def test_a_file_without_texts(refused, given):
    assert len(refused(replace(given, units=(), stated=0))) == 1


def test_another_language_than_it_was_translated_from(refused, given):
    assert len(refused(replace(given, source_language="en"))) == 1


def test_a_source_text_that_was_changed_in_the_file(refused, given):
    units = [replace(one, source=f"{one.source}!") for one in given.units]
    said = refused(replace(given, units=tuple(units)))
    assert len(said) == len(units) and any("kerekasztal" in one for one in said)


@pytest.mark.parametrize(
    "target",
    ['<a id="a2">тут</a>', '<a href="https://example.org">тут</a>', "<p>тут</p>",
     "<script>x</script>", "<b>" * 2_000, "я" * (LONGEST + 1)],
    ids=["link", "href", "block", "script", "deep", "long"],
)  # fmt: skip
def test_translations_that_cannot_be_kept(refused, given, target):
    (said,) = refused(with_target(given, LINKED, target))
    assert "Az űrlap itt" in said and "<" not in said


def test_two_translations_of_one_text(refused, given):
    twice = replace(given.units[-1], target="А")
    units = (*given.units[:-1], twice, replace(twice, target="Б"))
    assert len(refused(replace(given, units=units, stated=None))) == 1


@pytest.mark.parametrize(("language", "count"), [("uk-ua", 0), ("ukx", 1), ("", 1), ("ru", 1)])
def test_a_territory_is_no_other_language(ukrainian, given, boss, language, count):
    named = replace(given, target_language=language)
    report = exchange_import(translation=ukrainian, sheet=named, user=boss)
    assert len(report.refused) == count


def test_all_that_is_wrong_is_told_at_once_but_no_endless_list(refused, given):
    wrong = replace(given, source_language="en", target_language="", stated=99)
    assert len(refused(wrong)) == 3
    many = tuple(
        replace(given.units[-1], id=given.units[-1].id, target=f"Т {n}") for n in range(99)
    )
    bad = [replace(one, source=f"{one.source} {n}", path=f"x{n}") for n, one in enumerate(many)]
    assert len(refused(replace(given, units=tuple(bad), stated=None))) <= MOST_SENTENCES + 1
