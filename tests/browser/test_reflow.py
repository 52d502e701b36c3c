"""At 320 px (WCAG 2.2, 1.4.10: a page at 400 %) nothing scrolls sideways and nothing is covered."""

import pytest
from wagtail.models import Site

from tests.browser.chromium import MARKS

pytestmark = MARKS
#: Parts of the header that are drawn over each other, as [one, other].
COVERED = """() => {
  const parts = ".top .brand > *, .top .languages summary, .top input";
  const boxes = [...document.querySelectorAll(parts)]
    .map(part => [part.className || part.tagName, part.getBoundingClientRect()]);
  return boxes.flatMap(([one, a], at) => boxes.slice(at + 1).filter(([, b]) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1
  ).map(([other]) => [one, other]));
}"""


@pytest.mark.parametrize("code", ["hu", "uk", "ar"])
def test_every_page_type_fits(every, live_server, browser, code):
    Site.objects.update(site_name="Будапештський міграційний круглий стіл")
    page = browser.new_context(viewport={"width": 320, "height": 700}).new_page()
    for name, shown in every[code].items():
        page.goto(live_server.url + shown.url_path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
        assert page.evaluate(COVERED) == [], name
