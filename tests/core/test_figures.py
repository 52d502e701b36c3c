"""Numbers, days and hours stand in the digits of the reader's language, what machines read not."""

from datetime import date, time

import pytest
from django.template import Context, Template
from django.utils.translation import ngettext, override

from cms.core.figures import Figure, said_date, said_time
from cms.languages import BY_CODE

DAY = date(2012, 12, 5)
LATIN = [code for code in BY_CODE if code != "fa"]


def rendered(source, **values):
    return Template("{% load i18n %}" + source).render(Context(values))


def test_persian_writes_its_own_digits():
    with override("fa"):
        assert said_date(DAY) == "۵ دسامبر ۲۰۱۲"
        assert said_time(time(9, 30)) == "۹:۳۰"
        assert str(Figure(12)) == "۱۲"


@pytest.mark.parametrize("code", LATIN)
def test_the_other_languages_write_the_common_digits(code):
    with override(code):
        assert "2012" in said_date(DAY)
        assert str(Figure(12)) == "12"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("hu", "1234 12\xa0345"), ("en", "1,234 12,345"), ("tr", "1.234 12.345"),
        ("uk", "1\xa0234 12\xa0345"), ("fa", "۱٬۲۳۴ ۱۲٬۳۴۵"),
    ],
)  # fmt: skip
def test_thousands_are_grouped_as_the_language_does(code, text):
    with override(code):
        assert f"{Figure(1234)!s} {Figure(12345)!s}" == text


def test_a_count_chooses_its_plural_and_is_written_in_digits():
    source = "{% blocktranslate count found=n|figure %}{{ found }} entry{% plural %}{{ found }} entries{% endblocktranslate %}"  # noqa: E501
    with override("fa"):
        assert "۳" in rendered(source, n=3)
        assert "3" not in rendered(source, n=3)
        assert ngettext("%(n)s a", "%(n)s b", Figure(1)) % {"n": Figure(1)} == "۱ a"


def test_dates_of_templates_are_for_readers_and_dates_of_attributes_for_machines():
    source = '<time datetime="{{ day|date:\'Y-m-d\' }}">{{ day|date:"DATE_FORMAT" }} {{ day|date:"j" }}</time>'  # noqa: E501
    with override("fa"):
        assert rendered(source, day=DAY) == '<time datetime="2012-12-05">۵ دسامبر ۲۰۱۲ ۵</time>'
        assert rendered("{{ at|time:'TIME_FORMAT' }}", at=time(17, 0)) == "۱۷:۰۰"
        assert rendered("{{ day|date:'c' }}", day=DAY) == "2012-12-05"


def test_what_is_no_date_shows_nothing():
    with override("fa"):
        assert rendered("[{{ day|date:'DATE_FORMAT' }}]", day=None) == "[]"
        assert said_date(None) == ""
