"""The style guide in Chromium: every component in every state, as every reader may meet it."""

import pytest
from django.test import Client

from tests.browser.chromium import MARKS
from tests.browser.test_accessibility_tree import faults as tree_faults
from tests.browser.test_accessibility_tree import read
from tests.browser.test_axe import in_all_states
from tests.browser.test_html import CHECKER, faults
from tests.browser.test_policy import WORDS
from tests.browser.test_reader_settings import BARE, CLIPPED, MOVING, SPACING
from tests.browser.test_targets import CONTROLS, SMALL
from tests.factories.users import make_users

pytestmark = MARKS
CODES = ("hu", "en", "ar")
#: Pictures that a box of another shape cuts.
CUT = """() => [...document.images].filter(image => {
    const box = image.getBoundingClientRect(), style = getComputedStyle(image);
    const shape = image.naturalWidth / image.naturalHeight;
    return style.objectFit === "cover" && Math.abs(shape - box.width / box.height) > 0.02;
  }).map(image => image.outerHTML)"""
BROKEN = "() => [...document.images].filter(one => !one.naturalWidth).map(one => one.outerHTML)"
EAGER = "document.querySelectorAll('img').forEach(image => { image.loading = 'eager' })"


@pytest.fixture
def editor(locales):
    client = Client()
    client.force_login(make_users()["editor"])
    return client


@pytest.fixture
def tab_of(editor, live_server, browser):
    """A function that opens a tab of a signed-in editor, with settings of the browser's context."""

    def opened(**settings):
        context = browser.new_context(**settings)
        cookie = {"name": "sessionid", "value": editor.cookies["sessionid"].value}
        context.add_cookies([{**cookie, "url": live_server.url}])
        return context.new_page()

    return opened


@pytest.mark.parametrize("code", CODES)
def test_axe_finds_nothing(tab_of, live_server, code):
    found = list(in_all_states(tab_of(), f"{live_server.url}/{code}/styleguide/"))
    assert not found, found


@pytest.mark.skipif(not CHECKER.exists(), reason="The HTML validator is missing")
def test_it_is_valid(editor, tmp_path):
    files = []
    for code in CODES:
        files.append(tmp_path / f"{code}.html")
        files[-1].write_text(editor.get(f"/{code}/styleguide/").content.decode(), encoding="utf-8")
    assert faults(*files) == []


@pytest.mark.parametrize("code", CODES)
def test_it_is_read_in_order_fits_and_is_pressed(tab_of, live_server, code):
    page = tab_of(viewport={"width": 320, "height": 700}, has_touch=True)
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: said.append(request.url) if not request.url.startswith(
        live_server.url) else None)  # fmt: skip
    page.goto(f"{live_server.url}/{code}/styleguide/")
    page.evaluate(EAGER)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(BROKEN) == []
    assert page.evaluate(CUT) == []
    assert list(tree_faults(list(read(page)))) == []
    assert [text for text in said if any(word in text for word in WORDS)] == []
    assert [text for text in said if text.startswith("http")] == []
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(SMALL, CONTROLS) == []


@pytest.mark.parametrize("code", CODES)
def test_what_a_reader_sets_in_the_system_holds(tab_of, live_server, code):
    url = f"{live_server.url}/{code}/styleguide/"
    forced = tab_of(forced_colors="active", reduced_motion="reduce")
    forced.goto(url)
    assert forced.evaluate(BARE) == []
    assert forced.evaluate(MOVING) == []
    narrow = tab_of(viewport={"width": 320, "height": 256}, bypass_csp=True)
    narrow.goto(url)
    narrow.add_style_tag(content=SPACING)
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 320
    assert narrow.evaluate(CLIPPED) == []
