"""axe finds nothing on any page type: no violation, and nothing that it could not decide."""

from pathlib import Path

import pytest

from cms.core.registries import page_types
from tests.browser.chromium import MARKS
from tests.factories.every import EVERY
from tests.factories.pages import translated

pytestmark = MARKS
AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text()
#: A drawn cover repeats the title beside it and is hidden from assistive technology.
WHAT = {"exclude": [".cover[aria-hidden=true]"]}
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations", "incomplete"],
}


def faults(page, url):
    page.goto(url)
    page.evaluate(AXE)
    found = page.evaluate("([what, rules]) => axe.run(what, rules)", [WHAT, RULES])
    return [
        (url, rule["id"], node["target"], node["html"], node["failureSummary"])
        for kind in ("violations", "incomplete")
        for rule in found[kind]
        for node in rule["nodes"]
    ]


@pytest.fixture
def addresses(locales):
    pages = [EVERY[name]() for name in sorted(EVERY)]
    assert len(pages) == len(page_types())
    shown = [*pages, *(translated(page) for page in pages)]
    others = ["/hu/search/?q=ules", "/hu/nincs/", "/en/search/?q="]
    return [*(page.url_path for page in shown), *others]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_type_has_a_fault(addresses, live_server, browser, scheme, width):
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 844}, locale="hu"
    )
    page = context.new_page()
    found = [fault for url in addresses for fault in faults(page, live_server.url + url)]
    assert not found, found


def test_right_to_left_fits_a_phone_and_leads_to_the_same_page_in_hungarian(
    locales, live_server, browser
):
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    for name in sorted(EVERY):
        source = EVERY[name]()
        arabic = translated(source, "ar", suffix=" (عربي)")
        assert not faults(page, live_server.url + arabic.url_path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        page.click(".languages summary")
        page.click('.languages a[hreflang="hu"]')
        assert page.url == live_server.url + source.url_path
        assert page.get_attribute("html", "dir") == "ltr"
