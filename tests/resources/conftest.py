"""Sentences of these tests are asked in English, whatever the catalogues say."""

from collections.abc import Iterator

import pytest
from django.utils import translation
from wagtail.users.models import UserProfile


@pytest.fixture(autouse=True)
def english(language) -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def users(users):
    for user in users.values():
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = "en"
        profile.save()
    return users
