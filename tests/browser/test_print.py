"""On paper nothing can be scrolled: all of a long contents list is there."""

from tests.browser.chromium import MARKS
from tests.factories.library import chapter, make_publication
from tests.factories.pages import published

pytestmark = MARKS
#: Widths of the sheet between its margins, in CSS pixels: A5 and A4.
SHEETS = (430, 690)
CUT_OFF = """() => [...document.querySelectorAll(".reading, .reading *:not(.visually-hidden)")]
  .filter(part => getComputedStyle(part).overflowY !== "visible"
    && part.scrollHeight > part.clientHeight + 1 && part.clientHeight > 1)
  .map(part => part.tagName + "." + part.className)"""


def test_the_contents_of_a_long_work_are_whole(locales, live_server, browser):
    work = make_publication()
    work.chapters = [chapter(f"{number}. cikk") for number in range(1, 31)]
    work = published(work)
    page = browser.new_page()
    page.emulate_media(media="print")
    for width in SHEETS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(live_server.url + work.url_path)
        assert page.evaluate(CUT_OFF) == []
        last = page.locator(".contents li").last.bounding_box()
        below = page.locator(".chapters").bounding_box()
        assert last["y"] + last["height"] <= below["y"]
