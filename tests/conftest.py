"""Fixtures of all tests: the language is reset, and what migrations made outlives a flush."""

import shutil
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.utils import translation
from wagtail.models import Locale, Site

from cms.translations.homes import homes_make
from search.engines.current import engine, index_file
from tests.snapshots import Snapshot, put_back, take

#: Who names one of these has to do with the database; the marker of pytest-django says it too.
ASKING = frozenset({"db", "transactional_db", "live_server", "snapshot"})


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", action="store_true", help="only tests that ask the database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--database"):
        others = [item for item in items if not asks_database(item)]
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if asks_database(item)]


def asks_database(item: pytest.Item) -> bool:
    names = getattr(item, "fixturenames", ())
    return item.get_closest_marker("django_db") is not None or not ASKING.isdisjoint(names)


@pytest.fixture(scope="session", autouse=True)
def folder() -> Iterator[None]:
    yield
    shutil.rmtree(settings.STORAGES["default"]["OPTIONS"]["location"], ignore_errors=True)


@pytest.fixture(autouse=True)
def language() -> Iterator[None]:
    with translation.override("hu"):
        yield


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """Wagtail keeps renditions by the picture's id, which a rolled back test leaves to the next."""
    cache.clear()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> None:
    """A home page in each language, made once: in every test it would take the most time."""
    with django_db_blocker.unblock():
        make_homes()


def make_homes() -> None:
    for page in homes_make():
        page.save_revision().publish()
    Site.clear_site_root_paths_cache()


@pytest.fixture(scope="session")
def snapshot(django_db_setup, django_db_blocker) -> Snapshot:
    """All rows after the migrations."""
    with django_db_blocker.unblock():
        return take()


@pytest.fixture(autouse=True)
def rows_of_migrations(request) -> None:
    """A transactional test flushes the database when it ends, and pytest-django runs these last:
    each of them starts from what migrations made."""
    marker = request.node.get_closest_marker("django_db")
    if marker is not None and marker.kwargs.get("transaction"):
        snapshot = request.getfixturevalue("snapshot")
        with request.getfixturevalue("django_db_blocker").unblock():
            put_back(snapshot)


@pytest.fixture(autouse=True)
def empty_index(django_db_blocker) -> Iterator[None]:
    """Beside PostgreSQL the index is a file, which no transaction of a test rolls back."""
    yield
    if connection.vendor != "sqlite" and index_file().exists():
        with django_db_blocker.unblock():
            engine().clear()


@pytest.fixture
def locales(db) -> dict[str, Locale]:
    """Every language by its code, with a live home page."""
    make_homes()
    return {locale.language_code: locale for locale in Locale.objects.all()}


@pytest.fixture
def users(db) -> dict[str, object]:
    """One user a role."""
    from tests.factories.users import make_users

    return make_users()
