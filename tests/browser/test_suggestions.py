"""Suggestions while one types: by keyboard, told to a screen reader, and never in the way."""

import pytest

from tests.browser.chromium import MARKS
from tests.browser.test_axe import AXE, faults
from tests.factories.pages import StandardPageFactory, home_in, published

pytestmark = MARKS
FIELD = ".search-head input[type=search]"


@pytest.fixture
def page(locales, live_server, browser):
    for title in ("Lakhatási tanácsadás", "Lakbér", "Munka"):
        published(StandardPageFactory(parent=home_in("hu"), title=title))
    page = browser.new_page()
    page.goto(f"{live_server.url}/hu/search/")
    return page


def typed(page, text):
    page.locator(FIELD).fill(text)
    page.locator(".suggestions li").first.wait_for()


def test_arrows_choose_and_enter_opens(page):
    typed(page, "lak")
    field = page.locator(FIELD)
    assert field.get_attribute("aria-expanded") == "true"
    assert page.locator(".search-head [role=status]").first.inner_text().endswith("2")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    assert "Lakhatási tanácsadás" in chosen.inner_text()
    assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    page.evaluate(AXE)
    assert not faults(page)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("main h1").inner_text() == "Lakhatási tanácsadás"


def test_escape_closes_and_enter_searches_what_was_typed(page):
    typed(page, "lak")
    page.keyboard.press("Escape")
    assert not page.locator(".suggestions").is_visible()
    assert page.locator(FIELD).input_value() == "lak"
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("/hu/search/?q=lak")


def test_a_tap_opens_a_page(page):
    typed(page, "munk")
    with page.expect_navigation():
        page.locator("[role=option]").first.click()
    assert page.locator("main h1").inner_text() == "Munka"


def test_the_search_works_without_script(live_server, browser, locales):
    published(StandardPageFactory(parent=home_in("hu"), title="Lakbér"))
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}/hu/search/")
    page.locator(FIELD).fill("munka")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("?q=munka")
