"""What runs the other way keeps its own order where there is no markup for it: in titles of
windows, feeds and calendars, and in PDFs."""

from collections import defaultdict
from contextlib import closing

import icalendar
import pypdfium2 as pdfium
import pytest
from bs4 import BeautifulSoup

from cms.core.facts.change import facts_change
from cms.core.models import PlaceText
from cms.core.plain import isolated, set_in
from cms.languages import LANGUAGES
from network.models import EventIndexPage
from tests.factories.pages import make_event, make_place, translated
from tests.factories.recommendations import make_recommendation, recently_sent
from tests.factories.services import make_full_service

pytestmark = pytest.mark.django_db
REFERENCE = "EIA/2012/3.7.4."
RIGHT_TO_LEFT = [language.code for language in LANGUAGES if language.direction == "rtl"]
LEFT_TO_RIGHT = [language.code for language in LANGUAGES if language.direction == "ltr"]
MARKS = set("\u2066\u2067\u2068\u2069\u200e\u200f")


@pytest.mark.parametrize(
    ("text", "direction", "changed"),
    [
        ("Kerekasztal", "ltr", False),
        ("Київ 2026.", "ltr", False),
        ("咨询", "ltr", False),
        ("", "rtl", False),
        ("المائدة", "rtl", False),
        ("المائدة", "ltr", True),
        (REFERENCE, "rtl", True),
        ("+36 1 234 5678", "rtl", True),
        ("mki@budapest.hu", "rtl", True),
        ("شماره", "rtl", False),
    ],
)
def test_only_what_runs_against_the_line_is_isolated(text, direction, changed):
    assert set_in(text, direction) == (f"\u2068{text}\u2069" if changed else text)
    assert isolated("") == ""


def event_in(code, title, **values):
    """An event of that language beneath a list with a Hungarian name."""
    if code == "hu":
        return make_event(title=title, **values)
    return translated(make_event(**values), code, suffix="", title=title)


@pytest.mark.parametrize("code", RIGHT_TO_LEFT)
def test_the_window_says_the_title_in_its_order(locales, client, code):
    page = event_in(code, f"{REFERENCE} projekt")
    title = BeautifulSoup(client.get(page.url_path).content, "html.parser").title.string
    assert title.startswith(f"\u2068{REFERENCE} projekt\u2069 · ")


@pytest.mark.parametrize("code", LEFT_TO_RIGHT)
def test_no_mark_is_put_where_all_runs_one_way(locales, client, code):
    page = event_in(code, "Ülés 12. & <több>")
    html = client.get(page.url_path).content.decode()
    title = BeautifulSoup(html, "html.parser").title.string
    assert title.startswith("Ülés 12. & <több> · ")
    assert not MARKS & set(title)


@pytest.mark.parametrize("code", RIGHT_TO_LEFT)
def test_feed_and_calendar_say_it_so_too(locales, client, code):
    place = make_place()
    PlaceText.objects.create(place=place, locale=locales[code], name="دار البلدية")
    page = event_in(code, f"{REFERENCE} projekt", place=place)
    index = EventIndexPage.objects.get(locale__language_code=code)
    feed = client.get(f"{index.url_path}feed.atom").content.decode()
    assert f"<title>\u2068{index.title}\u2069 · " in feed
    entry = entry_of(client, page)
    assert str(entry["summary"]) == f"{REFERENCE} projekt"  # alone in its line
    assert entry["location"].params["LANGUAGE"] == code
    address = "\u20681052 Budapest, Városház u. 9–11.\u2069"
    assert str(entry["location"]) == f"دار البلدية، {address}، \u2068Díszterem\u2069"
    facts_change(page=page, fields={"status": "cancelled"})
    assert str(entry_of(client, page)["summary"]).endswith(f": \u2068{REFERENCE} projekt\u2069")


def entry_of(client, page):
    answer = client.get(f"{page.url_path}event.ics").content
    return icalendar.Calendar.from_ical(answer).walk("VEVENT")[0]


def lines_on_paper(content):
    """The lines of a PDF as the eye sees them: signs from left to right, without blanks.

    What pdfium gives as text is a guess at the order; where each sign stands is not.
    """
    lines = defaultdict(list)
    with closing(pdfium.PdfDocument(content)) as pdf:
        for number, page in enumerate(pdf):
            words = page.get_textpage()
            for place, sign in enumerate(words.get_text_range()):
                if not sign.isspace():
                    left, bottom, _right, _top = words.get_charbox(place, loose=True)
                    lines[number, round(bottom)].append((left, sign))
    return ["".join(sign for _left, sign in sorted(line)) for line in lines.values()]


@pytest.mark.parametrize("code", RIGHT_TO_LEFT)
def test_so_does_the_pdf(locales, client, code):
    service = translated(make_full_service(), code, suffix="")
    document = translated(recently_sent(make_recommendation()), code, suffix="")
    for page, texts in (
        (service, ("+36 1 234 5678", "https://example.org/", "II. emelet",
                   "1052 Budapest, Városház u. 9–11.")),
        (document, (document.reference, "MK-2013/04-1")),
    ):  # fmt: skip
        lines = lines_on_paper(client.get(f"{page.url_path}page.pdf").content)
        for text in texts:
            assert [line for line in lines if text.replace(" ", "") in line], text
