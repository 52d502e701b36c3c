"""What wagtail-localize lets through today: each is expected to fail until it is closed."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail_localize.models import TranslationSource

from tests.core.fact_steps import make_pair
from tests.factories.pages import fresh
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.mark.xfail(strict=True, reason="its update view asks for submit_translation alone")
def test_publishing_needs_a_page_permission(
    locales, users, client, django_capture_on_commit_callbacks
):
    pair = make_pair()
    users["english"].user_permissions.add(Permission.objects.get(codename="submit_translation"))
    users["english"].groups.clear()
    users["english"].user_permissions.add(Permission.objects.get(codename="access_admin"))
    before = fresh(pair.english).live_revision_id
    client.login(username="english", password=PASSWORD)
    source = TranslationSource.objects.get(object_id=pair.source.translation_key)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            reverse("wagtail_localize:update_translations", args=[source.pk]),
            {"publish_translations": "on"},
        )
    assert fresh(pair.english).live_revision_id == before


def test_nobody_but_administrators_holds_submit_translation(locales, users):
    holders = [
        name for name, user in users.items() if user.has_perm("wagtail_localize.submit_translation")
    ]
    assert holders == ["administrator"]
