"""Releases that cannot be prepared, that meet trouble, and their screens."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import OperationalError
from django.urls import reverse
from django.utils import timezone

from cms.operations.models import OutgoingMail
from cms.operations.waiting import run_waiting
from cms.translations.managed import translation_of
from cms.translations.models import Release, ReleasePart
from cms.translations.overview.urgent import urgent_mark
from cms.translations.releases import publishing
from cms.translations.releases.preparing import release_drop, release_open
from cms.translations.releases.publishing import (
    release_publish,
    releases_clear,
)
from tests.factories.pages import (
    fresh,
    texts_write,
)  # fmt: skip
from tests.translations.people import translator_of
from tests.translations.release_steps import (
    NEW,
    OLD,
    approve,
    drafted,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("outbox")]


def test_what_cannot_be_prepared_says_why(page, twins, boss, users):
    with pytest.raises(ValidationError, match="vázlat"):
        release_open(page=page, user=boss)
    draft = drafted(page, summary=NEW)
    with pytest.raises(PermissionDenied):
        release_open(page=draft, user=users["editor"])
    release_open(page=draft, user=users["moderator"])
    with pytest.raises(ValidationError):
        release_open(page=draft, user=boss)
    with pytest.raises(PermissionDenied):
        release_publish(page=draft, user=users["moderator"])
    release_drop(page=draft, user=users["moderator"])
    with pytest.raises(ValidationError):
        release_publish(page=draft, user=boss)


def test_one_language_in_trouble_does_not_keep_the_others(page, twins, boss, locales, monkeypatch):
    """The database is busy twice, then one translation fails for good."""
    release_open(page=drafted(page, summary=NEW), user=boss)
    for code in ("uk", "ar"):
        approve(translation_of(twins[code]), locales[code])
    tries, real = [], publishing.revision_make

    def troubled(*, translation, user=None):
        tries.append(translation.target_locale.language_code)
        if tries.count("uk") < 3 and tries[-1] == "uk":
            raise OperationalError("database is locked")
        if tries[-1] == "ar":
            raise RuntimeError("broken")
        return real(translation=translation, user=user)

    monkeypatch.setattr(publishing, "revision_make", troubled)
    monkeypatch.setattr(publishing, "PAUSE", 0)
    release_publish(page=page, user=boss)
    run_waiting()
    assert tries.count("uk") == 3
    assert fresh(twins["uk"]).summary == f"{NEW} new"
    assert fresh(twins["ar"]).summary == f"{OLD} (ar)"
    outcomes = ReleasePart.objects.values_list("translation__target_locale__language_code",
                                               "outcome")  # fmt: skip
    assert dict(outcomes) == {"uk": "published", "ar": "failed"}


def test_who_is_ready_is_not_told_that_it_is_urgent(page, twins, boss, locales):
    release_open(page=drafted(page, summary=NEW), user=boss)
    approve(translation_of(twins["uk"]), locales["uk"])
    translator_of(locales["ar"], name="one")
    OutgoingMail.objects.all().delete()
    urgent_mark(page=page, user=boss, is_urgent=True)
    assert set(OutgoingMail.objects.values_list("recipient", flat=True)) >= {"one-ar@example.org"}
    assert not OutgoingMail.objects.filter(recipient__contains="-uk@").exists()


def test_a_run_that_was_broken_off_goes_on_where_it_was(page, twins, boss, locales):
    release_open(page=drafted(page, summary=NEW), user=boss)
    for code in ("uk", "ar"):
        approve(translation_of(twins[code]), locales[code])
    release = Release.objects.get()
    ReleasePart.objects.create(
        release=release, translation=translation_of(twins["uk"]), outcome="published"
    )
    release_publish(page=page, user=boss)
    run_waiting()
    assert fresh(twins["uk"]).summary == f"{OLD} (uk)"
    assert fresh(twins["ar"]).summary == f"{NEW} new"


def test_two_runs_at_once_publish_a_translation_once(page, twins, boss, locales):
    """The second one has waited for the first."""
    release_open(page=drafted(page, summary=NEW), user=boss)
    uk = translation_of(twins["uk"])
    approve(uk, locales["uk"])
    release_publish(page=page, user=boss)
    release = Release.objects.get()
    for _run in range(2):
        publishing._tried(release, uk)
    assert ReleasePart.objects.get(translation=uk).outcome == "published"
    run_waiting()
    release.refresh_from_db()
    assert release.status == "done"


def test_a_draft_with_a_day_of_its_own_is_not_published_before(page, twins, boss):
    day = timezone.now() + timedelta(days=3)
    release_open(page=drafted(page, summary=NEW, go_live_at=day), user=boss)
    with pytest.raises(ValidationError):
        release_publish(page=page, user=boss)
    assert Release.objects.get().status == "open"
    fresh(page).get_latest_revision().publish()
    run_waiting()
    assert Release.objects.get().status == "open"
    with time_machine.travel(day + timedelta(hours=1), tick=False):
        call_command("publish_scheduled")
        run_waiting()
    assert fresh(page).summary == NEW
    assert Release.objects.get().status == "done"


def test_the_screen_prepares_and_publishes(page, twins, client, users, locales):
    draft = drafted(page, summary=NEW)
    url, act = reverse("desk:source", args=[page.pk]), reverse("desk:release", args=[page.pk])
    client.force_login(users["moderator"])
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert url in edit
    assert client.post(act, {"do": "open", "language": ["vi", "no-such"]}, follow=True)
    release = Release.objects.get()
    assert release.source_revision_id == draft.latest_revision_id
    assert page.get_translations().filter(locale=locales["vi"]).exists()
    said = client.get(url).content.decode()
    assert 'value="drop"' in said
    assert 'value="publish"' not in said
    client.force_login(users["administrator"])
    assert 'value="publish"' in client.get(url).content.decode()
    client.post(act, {"do": "nothing"})
    assert not Release.objects.exclude(status="open").exists()
    client.post(act, {"do": "publish"})
    run_waiting()
    assert fresh(page).summary == NEW
    assert client.get(url).status_code == 200


def test_the_desk_says_that_it_is_prepared(page, twins, boss, client, locales):
    texts_write(translation_of(twins["uk"]), lambda text: f"{text} (uk)")
    release_open(page=drafted(page, summary=NEW), user=boss)
    client.force_login(translator_of(locales["uk"], name="one"))
    url = reverse("desk:edit", args=[translation_of(twins["uk"]).uuid])
    assert "prepared for a release" in client.get(url).content.decode()


def test_it_is_forgotten_a_year_after_it_ended(page, twins, boss):
    release_open(page=drafted(page, summary=NEW), user=boss)
    release_drop(page=page, user=boss)
    assert releases_clear() == 0
    with time_machine.travel(timezone.now() + timedelta(days=366), tick=False):
        release_open(page=page, user=boss)
        releases_clear()
    assert Release.objects.get().status == "open"
