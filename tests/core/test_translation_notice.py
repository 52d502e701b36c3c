"""The notice of a translation that is behind its Hungarian original, as a component."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.utils import translation

from cms.core.acts import ShownAct
from cms.core.frame import Link
from cms.core.translation_notice import Piece

SOURCE = Link("Díjak", "/hu/dijak/", "hu")
DAY = date(2026, 3, 12)
SAID = [
    ShownAct("published", date(2026, 4, 16), "The fees are new.", "en"),
    ShownAct("published", date(2026, 4, 2), "Új telefonszám.", "hu"),
]


def notice(lang="en", **inputs):
    with translation.override(lang):
        values = {"follows": DAY, "source": SOURCE, **inputs}
        html = render_to_string("components/translation_notice.html", values)
    return BeautifulSoup(html, "html.parser")


def test_one_that_is_up_to_date_says_what_it_follows_and_no_more():
    found = notice()
    assert "follows the Hungarian text of 12 March 2026." in found.get_text()
    assert found.div is None
    assert found.a is None


def test_one_that_is_behind_says_what_it_follows_and_leads_to_the_original():
    found = notice(is_behind=True)
    assert "12 March 2026" in found.get_text()
    assert "facts are up to date" in found.get_text()
    assert (found.a["href"], found.a["hreflang"]) == ("/hu/dijak/", "hu")
    assert found.details is None


def test_what_has_changed_since_unfolds_each_note_in_its_own_language():
    found = notice(is_behind=True, changes=SAID)
    assert [item.span["lang"] for item in found.select("li")] == ["en", "hu"]
    assert "The fees are new." in found.details.get_text()


def test_changed_passages_are_marked_and_what_is_left_out_is_counted():
    passage = [Piece("same", "Az ár "), Piece("gone", "<b>"), Piece("new", "120")]
    found = notice(is_behind=True, passages=[passage], more=2)
    marked = found.select_one("ul.changed")
    assert (marked["lang"], marked["dir"]) == ("hu", "ltr")
    assert (marked.find("del").get_text(), marked.ins.get_text()) == ("<b>", "120")
    assert "2 more passages" in found.details.get_text()
    assert notice(is_machine=True, passages=[passage]).details is None


def test_what_a_machine_wrote_says_so():
    assert "machine" in notice(is_machine=True).strong.get_text()
    assert notice(is_behind=True).strong is None
    assert notice(is_machine=True, changes=SAID).details is None


@pytest.mark.parametrize(("lang", "day"), [("hu", "2026. március 12."), ("fa", "۱۲")])
def test_the_day_is_written_as_the_reader_writes_days(lang, day):
    assert day in notice(lang, is_behind=True).get_text()
