"""By keyboard alone: whole ways through the site, and every stop on them can be seen."""

import pytest

from cms.operations.waiting import run_waiting
from tests.browser.addresses import addresses
from tests.browser.chromium import MARKS

pytestmark = MARKS

#: What is wrong with how the element in focus shows, or nothing.
UNSEEN = """() => {
    const found = document.activeElement;
    if (found === document.body) return "";
    const told = found.outerHTML.slice(0, 120);
    const { outlineStyle, outlineWidth } = getComputedStyle(found);
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) return "no ring: " + told;
    const box = found.getBoundingClientRect();
    const across = box.right > 0 && box.left < innerWidth;
    const down = box.bottom > 0 && box.top < innerHeight;
    if (!box.width || !box.height || !across || !down) return "not on the screen: " + told;
    const within = (at, length) => Math.min(Math.max(at, 1), length - 1);
    const lines = [...found.getClientRects()].filter(one => one.width && one.height);
    const there = lines.map(one => document.elementFromPoint(
        within(one.left + one.width / 2, innerWidth), within(one.top + one.height / 2, innerHeight)
    ));
    const seen = there.some(one => one && (found.contains(one) || one.contains(found)));
    return seen ? "" : "covered: " + told;
}"""
#: How many stops a page may have before the test gives up.
MOST = 150


def tab_to(page, wanted, most=MOST):
    """Press Tab until the focus is on what the selector `wanted` names, seen at every stop."""
    for _stop in range(most):
        page.keyboard.press("Tab")
        assert not (fault := page.evaluate(UNSEEN)), fault
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"{wanted} is not reached at {page.url}")


def follow(page, wanted):
    """Go to a link by Tab and follow it by Enter."""
    tab_to(page, wanted)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def unfold(page, button, wanted):
    """Show what a phone keeps folded behind a button."""
    assert not page.locator(wanted).is_visible()
    tab_to(page, button)
    page.keyboard.press("Enter")
    assert page.locator(wanted).is_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_visitor_goes_from_home_to_a_meeting_and_into_another_language(site, browser, width):
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto(f"{site}/hu/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.skip')")
    assert not (fault := page.evaluate(UNSEEN)), fault
    is_phone = width == 390
    if is_phone:
        unfold(page, ".menu-button", ".menu")
    follow(page, ".menu a[href='/hu/esemenyek/']")
    if is_phone:
        unfold(page, ".filters > summary", ".facet-list")
    follow(page, "main a[href='?when=past']")
    follow(page, "main a[href^='/hu/esemenyek/']")
    assert page.locator("main h1").is_visible()
    tab_to(page, ".languages summary")
    page.keyboard.press("Enter")
    assert page.locator("details.languages").get_attribute("open") is not None
    follow(page, ".languages a[hreflang=en]")
    assert page.get_attribute("html", "lang") == "en"


def test_the_skip_link_leads_past_the_menu(site, browser):
    page = browser.new_page()
    page.goto(f"{site}/hu/esemenyek/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_visitor_searches(site, browser):
    run_waiting()
    page = browser.new_page()
    page.goto(f"{site}/hu/")
    tab_to(page, "input[type=search]")
    page.keyboard.type("Kerekasztal")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    follow(page, "main .hit h2 a")
    assert "/search/" not in page.url
    assert page.locator("main h1").is_visible()


@pytest.mark.parametrize("code", ["hu", "ar"])
def test_every_stop_of_every_page_type_can_be_seen(every, live_server, browser, code):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    for path in addresses(every, code):
        page.goto(live_server.url + path)
        stops = 0
        while stops < MOST:
            page.keyboard.press("Tab")
            stops += 1
            if page.evaluate("document.activeElement === document.body"):
                break
            fault = page.evaluate(UNSEEN)
            assert not fault, (path, fault)
        assert 5 < stops < MOST, (path, stops)
