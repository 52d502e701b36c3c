"""Who is asked for a translation, until when; what the daily mail says; locks that were passed."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale
from wagtail.users.models import UserProfile

from cms.operations.models import OutgoingMail
from cms.translations.mails.digest import digests_send
from cms.translations.models import TranslationState
from cms.translations.standing import states_refresh
from tests.factories.pages import fresh
from tests.operations.mail.test_texts import parts
from tests.translations.people import translator_of
from tests.translations.test_mails import told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("outbox")]


@pytest.fixture
def state(event, translation):
    states_refresh(event.translation_key)
    return TranslationState.objects.get(translation=translation)


def given(client, translation, assignee="", due=""):
    url = reverse("desk:assign", args=[translation.uuid])
    answer = client.post(url, {"assignee": getattr(assignee, "pk", assignee), "due": due})
    return answer, TranslationState.objects.get(translation=translation)


def day(days):
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def test_a_reviewer_asks_somebody_of_the_team_who_is_told(
    state, translation, translator, reviewer, client
):
    client.force_login(reviewer)
    answer, now = given(client, translation, translator, day(7))
    assert answer.status_code == 302
    assert (now.assignee, now.due.isoformat()) == (translator, day(7))
    _message, plain, _html = parts(told()[translator.email])
    assert reverse("desk:edit", args=[translation.uuid]) in plain
    states_refresh(now.translation_key)
    assert TranslationState.objects.get(pk=now.pk).assignee == translator
    given(client, translation, translator, day(8))
    assert OutgoingMail.objects.count() == 1


@pytest.mark.parametrize("wrong", ["stranger", "past", "far", "rubbish", "nobody"])
@pytest.mark.usefixtures("state")
def test_what_cannot_be_is_a_sentence_and_changes_nothing(
    wrong, translation, translator, reviewer, client
):
    client.force_login(reviewer)
    stranger = translator_of(Locale.objects.get(language_code="ar"))
    assignee = {"stranger": stranger, "nobody": "99999999"}.get(wrong, translator)
    due = {"past": day(-1), "far": day(900), "rubbish": "tegnap"}.get(wrong, day(1))
    answer, now = given(client, translation, assignee, due)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert (now.assignee, now.due) == (None, None)
    assert not told()


def test_a_translator_takes_it_and_gives_it_back_but_asks_nobody_else(
    state, translation, translator, reviewer, client
):
    client.force_login(translator)
    other = translator_of(Locale.objects.get(language_code="uk"), "other")
    answer, now = given(client, translation, translator)
    assert (answer.status_code, now.assignee) == (302, translator)
    answer, now = given(client, translation, other)
    assert (answer.status_code, now.assignee) == (200, translator)
    _answer, now = given(client, translation)
    assert now.assignee is None
    now.assignee = other
    now.save()
    answer, now = given(client, translation)
    assert (answer.status_code, now.assignee) == (200, other)
    assert not told()


@pytest.mark.parametrize("language", ["hu", "en", "ar"])
def test_the_day_is_the_browsers_own_field_whatever_the_language(
    state, translation, reviewer, client, language
):
    state.due = date(2031, 3, 12)
    state.save()
    UserProfile.objects.create(user=reviewer, preferred_language=language)
    client.force_login(reviewer)
    page = client.get(reverse("desk:assign", args=[translation.uuid])).content.decode()
    field = BeautifulSoup(page, "html.parser").select_one("input[name=due]")
    assert (field["type"], field["value"]) == ("date", "2031-03-12")
    assert "data-controller" not in field.attrs


def test_of_another_language_nothing_is_given(state, translation, client):
    client.force_login(translator_of(Locale.objects.get(language_code="ar")))
    answer, _now = given(client, translation)
    assert answer.url == reverse("wagtailadmin_home")
    read = client.get(reverse("desk:assign", args=[translation.uuid]))
    assert read.url == reverse("wagtailadmin_home")


def test_the_digest_tells_what_is_new_due_or_waiting(state, event, translator, reviewer):
    arabic = translator_of(Locale.objects.get(language_code="ar"))
    now = timezone.now()
    assert digests_send(now) == 0  # it is up to date
    state.status, state.since = "major", now - timedelta(hours=3)
    state.save()
    assert digests_send(now) == 2
    assert set(told()) == {translator.email, reviewer.email}
    assert digests_send(now + timedelta(days=1)) == 0
    OutgoingMail.objects.all().delete()
    state.assignee, state.due = translator, timezone.localdate(now) + timedelta(days=3)
    state.save()
    assert digests_send(now + timedelta(days=1)) == 1
    _message, plain, html = parts(told()[translator.email])
    assert "Ülés" in plain and "<bdi>Ülés</bdi>" in html
    assert reverse("desk:edit", args=[state.translation.uuid]) in plain
    OutgoingMail.objects.all().delete()
    state.status, state.since = "review", now
    state.save()
    assert digests_send(now + timedelta(hours=2)) == 0  # the reviewers were told at once
    assert digests_send(now + timedelta(days=2)) == 1
    assert set(told()) == {reviewer.email}
    assert arabic.email not in told()


@pytest.mark.parametrize("what", ["unpublish", "delete", "move"])
def test_whoever_locked_a_translation_is_told_of_what_passed_the_lock(
    what, event, twin, translator, users
):
    twin.locked, twin.locked_by, twin.locked_at = True, translator, timezone.now()
    twin.save()
    page = fresh(event)
    if what == "move":
        page.move(page.get_parent().get_parent(), "last-child")
    else:
        getattr(page, what)(user=users["administrator"])
    assert set(told()) == {translator.email}
    _message, plain, _html = parts(told()[translator.email])
    assert "Ülés" in plain
