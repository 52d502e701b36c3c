"""The Declaration is read without the slips of the editions that came with the source."""

from unicodedata import normalize

import pytest

from home.demo.declaration import EDITIONS, FOLDER, declaration
from home.demo.errata import ERRATA, mended


@pytest.mark.parametrize("code", sorted(ERRATA))
def test_each_slip_is_there_and_each_is_mended(code):
    received = (FOLDER / f"{EDITIONS[code].file}.html").read_text(encoding="utf-8")
    for wrong, right in ERRATA[code].items():
        assert normalize("NFC", wrong) in normalize("NFC", received), wrong
        assert normalize("NFC", right) in mended(code, received)
        if wrong not in right:
            assert normalize("NFC", wrong) not in mended(code, received)


def test_no_article_says_its_contrary():
    article = declaration("ar").articles[28]
    assert any("لا يصح بحال من الأحوال" in text for text in (*article.paragraphs, *article.points))
    assert declaration("uk").articles[2].heading == "Стаття 3"
    assert declaration("tr").title == "İnsan Hakları Evrensel Beyannamesi"


def test_the_article_on_work_names_trade_unions():
    work, rest = declaration("hu").articles[22:24]
    assert "szakszervezet" in work.points[3]
    assert "pihenés" not in work.points[3]
    assert "pihenés" in rest.paragraphs[0]
