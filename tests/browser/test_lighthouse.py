"""Lighthouse finds nothing amiss with five pages on a phone; the bench measures their speed."""

import os
from urllib.parse import quote

import pytest

from cms.operations.bench.lighthouse import LEAST, PROGRAM, lost, report
from cms.operations.waiting import run_waiting
from tests.browser.chromium import MARKS
from tests.factories.every import EVERY

pytestmark = [
    *MARKS,
    pytest.mark.skipif(
        not PROGRAM.exists() and "CI" not in os.environ, reason="Lighthouse is not installed"
    ),
]
PAGES = [
    "home.HomePage", "network.EventPage", "resources.RecommendationPage", "search",
    "resources.PublicationPage",
]  # fmt: skip
TIMELESS = [name for name in LEAST if name != "performance"]


def url_of(name):
    if name == "search":
        page = EVERY["network.EventPage"]()
        run_waiting()
        return f"/hu/search/?q={quote(page.title)}"
    return EVERY[name]().url_path


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_full_marks(locales, live_server, name):
    found = report(live_server.url + url_of(name), f"--only-categories={','.join(TIMELESS)}")
    assert lost(found) == []
    assert {found["categories"][category]["score"] for category in TIMELESS} == {1}
