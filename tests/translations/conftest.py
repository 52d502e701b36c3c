"""A live Ukrainian page, those who work on it, and an administrator's browser."""

import pytest

from cms.translations.managed import translation_of
from tests.factories.pages import (
    StandardPageFactory,
    home_in,
    make_event,
    published,
    translated,
)
from tests.operations.mail.conftest import outbox  # noqa: F401  (a fixture)
from tests.translations.machines import served
from tests.translations.people import reviewer_of, translator_of
from tests.translations.release_steps import OLD


@pytest.fixture
def event(locales):
    return make_event(title="Ülés", summary="Magyar összefoglaló")


@pytest.fixture
def twin(event):
    return translated(event, "uk", " (uk)")


@pytest.fixture
def translation(twin):
    return translation_of(twin)


@pytest.fixture
def translator(locales):
    return translator_of(locales["uk"])


@pytest.fixture
def reviewer(locales):
    return reviewer_of(locales["uk"])


@pytest.fixture
def admin(client, users):
    client.force_login(users["administrator"])
    client.raise_request_exception = False
    return client


@pytest.fixture
def machine(settings):
    """A LibreTranslate that is set up."""
    with served() as found:
        settings.MACHINE_TRANSLATION_URL = f"libretranslate+http://{found.host}?timeout=1"
        yield found


@pytest.fixture
def boss(users):
    return users["administrator"]


@pytest.fixture
def page(locales):
    return published(StandardPageFactory(parent=home_in("hu"), title="Díjak", summary=OLD))


@pytest.fixture
def twins(page):
    """Live translations into Ukrainian and Arabic, and their homes."""
    return {code: translated(page, code, f" ({code})") for code in ("uk", "ar")}
