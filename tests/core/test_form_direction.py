"""A Hungarian text keeps its full stop at its end, also on an Arabic screen."""

import pytest
from bs4 import BeautifulSoup
from wagtail.users.models import UserProfile

from tests.factories.every import EVERY

pytestmark = pytest.mark.django_db


def test_texts_of_pages_and_rows_run_as_their_letters_do(locales, users, client):
    event = EVERY["network.EventPage"]()
    profile = UserProfile.get_for_user(users["administrator"])
    profile.preferred_language = "ar"
    profile.save()
    client.force_login(users["administrator"])
    soup = BeautifulSoup(client.get(f"/admin/pages/{event.pk}/edit/").content, "html.parser")
    assert soup.html["dir"] == "rtl"
    for name in ("title", "summary", "agenda-0-title"):
        assert soup.find(id=f"id_{name}")["dir"] == "auto", name
