"""Dates known to the year, month or day: what is taken, and how they read in each language."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from resources.holdings.edtf import check_edtf, edtf_of, shown_edtf


@pytest.mark.parametrize(
    ("text", "hungarian", "english", "iso"),
    [
        ("2013", "2013", "2013", "2013"),
        ("2013-05", "2013. május", "May 2013", "2013-05"),
        ("2013-05-02", "2013. május 2.", "2 May 2013", "2013-05-02"),
        ("2012-02-29", "2012. február 29.", "29 February 2012", "2012-02-29"),
    ],
)
def test_a_date_reads_no_more_exact_than_it_is_known(text, hungarian, english, iso):
    with translation.override("hu"):
        assert str(edtf_of(text)) == hungarian
    with translation.override("en"):
        assert str(edtf_of(text)) == english
    assert edtf_of(text).iso == iso


def test_an_approximate_date_says_so():
    with translation.override("en"):
        assert str(edtf_of("2013~")) == "about 2013"
    assert edtf_of("2013~").is_approximate
    assert not edtf_of("2013").is_approximate


@pytest.mark.parametrize(
    "text",
    ["", "13", "2013-13", "2013-02-30", "2013-5", "2013/05", "2013?", "May 2013", "0000", "२०१३",
     "2013-05-02T10:00", "2013~~", " 2013"],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_one_sentence(text):
    with translation.override("en"), pytest.raises(ValidationError) as error:
        check_edtf(text)
    assert len(error.value.messages) == 1
    assert error.value.messages[0].startswith("Write the date as 2013, 2013-05 or 2013-05-02")
    assert shown_edtf(text) is None
