"""What a finger presses is large enough: 44 px for controls, as the design says, on a phone.

axe measures the least that WCAG 2.2 asks of all others (24 px, `target-size`).
"""

import pytest

from tests.browser.addresses import addresses
from tests.browser.chromium import MARKS

pytestmark = MARKS
CONTROLS = "button, summary, input:not([type=hidden]), select, .menu a, .languages a, .facets a"
SMALL = """(controls) => [...document.querySelectorAll(controls)]
    .filter(found => found.checkVisibility() && found.getBoundingClientRect().height < 44)
    .map(found => [found.getBoundingClientRect().height, found.outerHTML.slice(0, 120)])"""


@pytest.mark.parametrize("code", ["hu", "ar"])
def test_controls_are_large_enough_for_a_finger(every, live_server, browser, code):
    page = browser.new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    for path in addresses(every, code):
        page.goto(live_server.url + path)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        found = page.evaluate(SMALL, CONTROLS)
        assert not found, (path, found)
