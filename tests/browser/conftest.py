"""The browser of these tests."""

import pytest
from playwright.sync_api import sync_playwright

from home.demo.load import load
from tests.browser.chromium import CHROMIUM, FLAGS
from tests.home.test_demo import quiet


@pytest.fixture
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def site(live_server):
    """The address of a server with the demo."""
    load(quiet)
    return live_server.url
