"""The browser of these tests."""

import pytest
from django.utils.translation import override
from playwright.sync_api import sync_playwright

from home.demo.load import load
from tests.browser.chromium import CHROMIUM, FLAGS
from tests.home.test_demo import quiet
from tests.snapshots import put_back, take


@pytest.fixture
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def demo(snapshot, django_db_blocker):
    """The database with the demo, which takes half a minute to load."""
    with django_db_blocker.unblock():
        put_back(snapshot)
        with override("hu"):
            load(quiet)
        loaded = take()
        put_back(snapshot)
    return loaded


@pytest.fixture
def site(demo, live_server):
    """The address of a server with the demo."""
    put_back(demo)
    return live_server.url
