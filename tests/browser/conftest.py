"""The browser of these tests."""

import pytest
from django.utils.translation import override
from playwright.sync_api import sync_playwright

from cms.operations.waiting import run_waiting
from home.demo.load import load
from tests.browser.chromium import CHROMIUM, FLAGS
from tests.conftest import make_homes
from tests.factories.every import EVERY
from tests.factories.pages import translated
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


#: Languages in which every page type is made, with what ends each of their texts.
SUFFIXES = {"en": " (en)", "uk": " (uk)", "ar": " (عربي)"}


@pytest.fixture(scope="session")
def every_kept(snapshot, django_db_blocker):
    """A database with every page type in four languages, and the pages; half a minute of work."""
    with django_db_blocker.unblock():
        put_back(snapshot)
        with override("hu"):
            make_homes()
            sources = {name: EVERY[name]() for name in sorted(EVERY)}
            pages = {"hu": sources} | {
                code: {name: translated(page, code, end) for name, page in sources.items()}
                for code, end in SUFFIXES.items()
            }
            run_waiting()
        made = take()
        put_back(snapshot)
    return made, pages


@pytest.fixture
def every(every_kept, transactional_db):
    """Every page type with everything that shows: `every[language][type]`.

    It comes first among a test's fixtures: what others made before it is gone.
    """
    made, pages = every_kept
    put_back(made)
    return pages
