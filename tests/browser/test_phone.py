"""On a phone the page comes first: menu and filters are folded, and open without a script."""

import pytest

from cms.core.models import MenuItem, SiteIdentity
from tests.browser.chromium import MARKS
from tests.factories.pages import home_in, make_event

pytestmark = MARKS
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 2400}
#: A sixth of the screen of a phone, in pixels.
HEADER = 140


@pytest.fixture
def opened(live_server, browser, locales):
    """Opens a list of two kinds of events, which the menu names, without a script."""
    for number, kind in enumerate(("training", "public_event")):
        index = make_event(slug=f"esemeny-{number}", kind=kind).get_parent()
    identity = SiteIdentity.objects.create(site_id=home_in("hu").get_site().pk)
    MenuItem.objects.create(identity=identity, page=index)

    def goto(viewport):
        page = browser.new_context(viewport=viewport, java_script_enabled=False).new_page()
        page.goto(live_server.url + index.specific.url_path)
        return page

    return goto


def test_menu_and_filters_fold_on_a_phone(opened):
    page = opened(PHONE)
    menu, filters = page.locator(".menu a").first, page.locator(".facet-list")
    assert page.locator(".top").bounding_box()["height"] <= HEADER
    assert page.locator(".card").first.bounding_box()["y"] < PHONE["height"]
    assert not menu.is_visible()
    assert not filters.is_visible()
    page.click(".filters > summary")
    assert filters.is_visible()
    page.locator(".facet-list a:visible").first.click()
    assert page.locator(".chosen a").count() == 2
    page.click(".menu-button")
    page.click(".menu-close")
    assert not menu.is_visible()
    page.click(".menu-button")
    menu.click()
    assert "?" not in page.url


def test_beside_a_list_they_stand_open_and_the_footer_at_the_foot(opened):
    page = opened(DESKTOP)
    assert page.locator(".menu a").first.is_visible()
    assert page.locator(".facet-list").is_visible()
    assert not page.locator(".menu-button").is_visible()
    assert not page.locator(".filters > summary").is_visible()
    foot = page.locator(".foot").bounding_box()
    assert round(foot["y"] + foot["height"]) == DESKTOP["height"]
