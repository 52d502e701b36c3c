"""On a phone the page comes first: menu and filters are folded, and open without a script."""

import pytest

from tests.browser.chromium import MARKS
from tests.factories.pages import make_event

pytestmark = MARKS
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
#: A sixth of the screen of a phone, in pixels.
HEADER = 140


@pytest.fixture
def opened(site, browser):
    """Opens a page of the demo without a script."""

    def goto(path, viewport):
        context = browser.new_context(viewport=viewport, java_script_enabled=False)
        page = context.new_page()
        page.goto(site + path)
        return page

    return goto


def test_menu_and_filters_fold_on_a_phone_and_stand_open_beside_a_list(opened):
    phone = opened("/hu/esemenyek/", PHONE)
    assert phone.locator(".top").bounding_box()["height"] <= HEADER
    menu, filters = phone.locator(".menu a").first, phone.locator(".facet-list")
    assert not menu.is_visible()
    assert not filters.is_visible()
    assert phone.locator(".card").first.bounding_box()["y"] < PHONE["height"]
    phone.click(".menu-button")
    assert menu.is_visible()
    phone.click(".menu-close")
    assert not menu.is_visible()
    phone.click(".filters > summary")
    assert filters.is_visible()
    phone.click(".facet-list a >> nth=0")
    assert phone.locator(".chosen a").count() == 2
    phone.click(".menu-button")
    phone.click(".menu a >> nth=2")
    assert phone.url.endswith("/hu/szervezetek/")

    desktop = opened("/hu/esemenyek/", DESKTOP)
    assert desktop.locator(".menu a").first.is_visible()
    assert desktop.locator(".facet-list").is_visible()
    assert not desktop.locator(".menu-button, .filters > summary").first.is_visible()


def test_the_footer_stands_at_the_foot_of_a_short_page(live_server, browser, locales):
    event = make_event(slug="rovid")
    page = browser.new_context(viewport={"width": 1280, "height": 2400}).new_page()
    page.goto(live_server.url + event.url_path)
    box = page.locator(".foot").bounding_box()
    assert round(box["y"] + box["height"]) == 2400
