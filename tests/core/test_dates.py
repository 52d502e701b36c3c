"""Day, month and year stand in the order of the reader's language, on tiles and in periods."""

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.html import strip_tags
from django.utils.translation import override

from cms.core.figures import date_parts
from cms.languages import LANGUAGES
from resources.holdings.edtf import edtf_of

DAY = date(2013, 5, 5)
BUDAPEST = ZoneInfo("Europe/Budapest")


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("hu", ["2013.", "máj.", "5."]), ("en", ["5", "May", "2013"]),
        ("uk", ["5", "трав.", "2013"]), ("ru", ["5", "мая", "2013"]),
        ("zh-hans", ["2013年", "5月", "5日"]), ("vi", ["5", "tháng 5", "2013"]),
        ("ar", ["5", "مايو", "2013"]), ("tr", ["5", "May", "2013"]),
        ("fa", ["۵", "مه", "۲۰۱۳"]),
    ],
)  # fmt: skip
def test_a_tile_reads_as_the_language_says_a_date(code, parts):
    with override(code):
        assert [part.text for part in date_parts(DAY)] == parts
        html = render_to_string("components/date_tile.html", {"at": DAY})
    assert strip_tags(html).split() == " ".join(parts).split()
    assert 'datetime="2013-05-05"' in html


@pytest.mark.parametrize("code", ["uk", "ru"])
def test_every_month_of_a_tile_is_its_own(code):
    with override(code):
        months = {date_parts(date(2013, month, 1))[1].text for month in range(1, 13)}
    assert len(months) == 12


@pytest.mark.parametrize("language", LANGUAGES, ids=str)
def test_a_short_date_has_the_month_in_its_middle_and_24_hours(language):
    with override(language.code):
        told = date_format(datetime(2013, 5, 31, 16, 30, tzinfo=BUDAPEST), "SHORT_DATETIME_FORMAT")
    told = told.translate(str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789"))
    figures = re.findall(r"\d+", told.replace("16:30", ""))
    assert "16:30" in told
    assert figures[0] in {"31", "2013"}
    assert figures[-1] in {"31", "2013"}


def test_a_language_without_a_format_of_ours_has_the_day_first():
    with override("de"):
        assert [part.kind for part in date_parts(DAY)] == ["day", "month", "year"]


def test_a_tile_shows_the_day_in_budapest():
    late = datetime(2013, 5, 4, 23, 30, tzinfo=UTC)
    with override("en"):
        html = render_to_string("components/date_tile.html", {"at": late})
    assert strip_tags(html).split() == ["5", "May", "2013"]


@pytest.mark.parametrize(
    ("code", "both", "first", "last"),
    [
        ("hu", "2013. május 5. – 2014. december 31.",
         "kezdete: 2013. május 5.", "vége: 2014. december 31."),
        ("en", "5 May 2013 – 31 December 2014",
         "since 5 May 2013", "until 31 December 2014"),
        ("uk", "5 травня 2013 р. – 31 грудня 2014 р.",
         "з 5 травня 2013 р.", "до 31 грудня 2014 р."),
        ("ru", "5 мая 2013 г. – 31 декабря 2014 г.",
         "с 5 мая 2013 г.", "по 31 декабря 2014 г."),
        ("zh-hans", "2013年5月5日至2014年12月31日",
         "2013年5月5日起", "2014年12月31日止"),
        ("vi", "5 tháng 5 năm 2013 – 31 tháng 12 năm 2014",
         "từ ngày 5 tháng 5 năm 2013", "đến ngày 31 tháng 12 năm 2014"),
        ("ar", "5 مايو 2013 – 31 ديسمبر 2014",
         "منذ 5 مايو 2013", "حتى 31 ديسمبر 2014"),
        ("tr", "5 Mayıs 2013 – 31 Aralık 2014",
         "5 Mayıs 2013 tarihinden itibaren", "31 Aralık 2014 tarihine kadar"),
        ("fa", "۵ مه ۲۰۱۳ تا ۳۱ دسامبر ۲۰۱۴",
         "از ۵ مه ۲۰۱۳", "تا ۳۱ دسامبر ۲۰۱۴"),
    ],
)  # fmt: skip
def test_a_period_reads_as_the_language_says_it(code, both, first, last):
    end = date(2014, 12, 31)
    with override(code):
        assert said(starts_on=DAY, ends_on=end) == both
        assert said(starts_on=DAY) == first
        assert said(ends_on=end) == last


def test_a_month_of_a_year_in_vietnamese():
    with override("vi"):
        assert str(edtf_of("2013-05")) == "tháng 5 năm 2013"


def said(**days):
    return strip_tags(render_to_string("components/period.html", days)).strip()
