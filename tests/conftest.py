"""Fixtures of all tests: the language is reset, and what migrations made outlives a flush."""

import shutil
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.conf import settings
from django.core import serializers
from django.db import connection, transaction
from django.utils import translation
from wagtail.models import Locale, Site

from cms.translations.homes import homes_make


@pytest.fixture(scope="session", autouse=True)
def folder() -> Iterator[None]:
    yield
    shutil.rmtree(settings.STORAGES["default"]["OPTIONS"]["location"], ignore_errors=True)


@pytest.fixture(autouse=True)
def language() -> Iterator[None]:
    with translation.override("hu"):
        yield


@pytest.fixture(scope="session")
def snapshot(django_db_setup, django_db_blocker) -> str:
    """All rows after the migrations."""
    with django_db_blocker.unblock():
        rows = [
            row
            for model in apps.get_models(include_auto_created=True)
            if not model._meta.proxy
            for row in model._base_manager.all()
        ]
        return serializers.serialize("json", rows)


@pytest.fixture
def live_rows(snapshot, transactional_db) -> Iterator[None]:
    """For transactional tests, which flush the database: what migrations made is there."""
    from wagtail.models import Page

    if not Page.objects.exists():
        put_back(snapshot)
    yield


def put_back(text: str) -> None:
    with connection.constraint_checks_disabled(), transaction.atomic():
        if connection.vendor == "postgresql":
            connection.cursor().execute("SET session_replication_role = replica")
        for row in serializers.deserialize("json", text):
            row.save()
        if connection.vendor == "postgresql":
            connection.cursor().execute("SET session_replication_role = DEFAULT")


@pytest.fixture
def locales(db) -> dict[str, Locale]:
    """hu and en with their home pages, the English one live."""
    for page in homes_make():
        page.save_revision().publish()
    Site.clear_site_root_paths_cache()
    return {locale.language_code: locale for locale in Locale.objects.all()}


@pytest.fixture
def users(db) -> dict[str, object]:
    """One user a role."""
    from tests.factories.users import make_users

    return make_users()
