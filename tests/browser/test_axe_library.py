"""axe finds nothing on every block, on results of the search, and on the pages of faults."""

import pytest
from django.test import RequestFactory

from cms.core.error_pages import server_error
from cms.operations.waiting import run_waiting
from tests.browser.chromium import MARKS
from tests.browser.test_axe import AXE, faults, in_all_states
from tests.factories.blocks import every_block
from tests.factories.library import make_publication, make_resource
from tests.factories.pages import StandardPageFactory, home_in, make_image, published, translated

pytestmark = MARKS


@pytest.fixture
def pages(locales):
    publication = make_publication(title="Minta kiadvány", cover=make_image(), access="on_request")
    make_resource(title="Minta forrás", kind="video", external_url="https://example.org/")
    body = every_block(publication)
    full = published(StandardPageFactory(parent=home_in("hu"), title="Minta", body=body))
    run_waiting()
    return [full, translated(full), translated(full, "ar"), publication]


def test_blocks_and_results_have_no_fault(pages, live_server, browser):
    page = browser.new_page()
    lists = [page_.get_parent().url_path for page_ in pages[3:]]
    urls = [*(one.url_path for one in pages), *lists, "/hu/search/?q=minta&kind=page"]
    found = [fault for url in urls for fault in in_all_states(page, live_server.url + url)]
    assert not found, found


@pytest.mark.parametrize("width", [390, 1280])
def test_blocks_and_results_fit_the_screen(pages, live_server, browser, width):
    page = browser.new_context(viewport={"width": width, "height": 844}).new_page()
    for url in [*(one.url_path for one in pages), "/hu/search/?q=minta&kind=page"]:
        page.goto(live_server.url + url)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), url


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["hu", "ar"])
def test_the_page_of_a_fault_has_none_itself(locales, live_server, browser, scheme, lang):
    html = server_error(RequestFactory().get(f"/{lang}/")).content.decode()
    page = browser.new_context(color_scheme=scheme).new_page()
    url = f"{live_server.url}/{lang}/hiba/"
    page.route(url, lambda route: route.fulfill(status=500, body=html, content_type="text/html"))
    page.goto(url)
    page.evaluate(AXE)
    assert not faults(page)


def test_contents_stay_in_sight_while_a_long_work_is_read(pages, live_server, browser):
    page = browser.new_context(viewport={"width": 1280, "height": 400}).new_page()
    page.goto(live_server.url + pages[3].url_path)
    page.evaluate("document.querySelector('.chapter:last-of-type').scrollIntoView()")
    assert page.locator(".reading .contents").bounding_box()["y"] >= 0
    phone = browser.new_context(viewport={"width": 390, "height": 500}).new_page()
    phone.goto(live_server.url + pages[3].url_path)
    phone.evaluate("document.querySelector('.chapter').scrollIntoView()")
    phone.click(".to-contents >> nth=0")
    assert 0 <= phone.locator("#contents").bounding_box()["y"] < 500
    assert phone.url.endswith("#contents")
