"""axe finds nothing on any page type: no violation, and nothing that it could not decide."""

from pathlib import Path

import pytest

from tests.browser.addresses import addresses
from tests.browser.chromium import MARKS

pytestmark = MARKS
AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text()
#: A drawn cover repeats the title beside it and is hidden from assistive technology; the numbers
#: in a bar stand in the table beneath, and axe takes the page for the ground of a text in SVG.
WHAT = {"exclude": [".cover[aria-hidden=true]", "svg.bar text"]}
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations", "incomplete"],
}


#: The states of a page, each in one tab: what a device is like does not load the page anew.
STATES = [(scheme, width) for scheme in ("light", "dark") for width in (390, 1280)]


def faults(page, *state):
    found = page.evaluate("([what, rules]) => axe.run(what, rules)", [WHAT, RULES])
    return [
        (page.url, *state, rule["id"], node["target"], node["html"], node["failureSummary"])
        for kind in ("violations", "incomplete")
        for rule in found[kind]
        for node in rule["nodes"]
    ]


def in_all_states(page, url):
    page.goto(url)
    page.evaluate(AXE)
    for scheme, width in STATES:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 844})
        yield from faults(page, scheme, width)


@pytest.mark.parametrize("code", ["hu", "en", "ar"])
def test_no_page_type_has_a_fault(every, live_server, browser, code):
    page = browser.new_page()
    found = [
        fault
        for path in addresses(every, code)
        for fault in in_all_states(page, live_server.url + path)
    ]
    assert not found, found


def test_right_to_left_leads_to_the_same_page_in_hungarian(every, live_server, browser):
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    for name, arabic in every["ar"].items():
        source = every["hu"][name]
        page.goto(live_server.url + arabic.url_path)
        page.click(".languages summary")
        page.click('.languages a[hreflang="hu"]')
        assert page.url == live_server.url + source.url_path
        assert page.get_attribute("html", "dir") == "ltr"
