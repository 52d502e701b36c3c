"""A translation goes live only after its source, whichever way it is published."""

import re
from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.actions.edit import EditAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail_localize.models import Translation

from cms.translations.managed import translation_of
from cms.translations.reviewing import review_send
from tests.factories.pages import StandardPageFactory, fresh, home_in, reviewed, translated
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db
PAST = timedelta(minutes=1)


@pytest.fixture
def english(locales, users, client):
    """A draft translation of a page that was never published."""
    page = StandardPageFactory(parent=home_in("hu"), live=False, slug="uj")
    page.save_revision()
    english = translated(page, publish=False)
    reviewed(english)
    client.login(username="administrator", password=PASSWORD)
    return english


def source_of(english):
    return type(english).objects.get(
        translation_key=english.translation_key, locale__language_code="hu"
    )


def sentence():
    """As the administrators read it: in their language, once the catalogue has it."""
    return gettext(
        "Publish the Hungarian page first: a translation is public only while that one is."
    )


def said(answer):
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def by_revision(english, user):
    fresh(english).get_latest_revision().publish()


def by_action(english, user):
    PublishPageRevisionAction(fresh(english).get_latest_revision(), user=user).execute()


def by_edit_action(english, user):
    EditAction(fresh(english), user=user, publish=True).execute()


def by_save(english, user):
    page = fresh(english)
    page.live = True
    page.save()


@pytest.mark.parametrize("publish", [by_edit_action, by_save])
def test_the_ways_past_the_desk_are_closed(english, users, publish):
    with pytest.raises(PermissionDenied):
        publish(english, users["administrator"])
    assert not fresh(english).live


@pytest.mark.parametrize("publish", [by_revision, by_action])
def test_it_is_refused_by_the_model(english, users, publish):
    with pytest.raises(ValidationError, match=re.escape(sentence())):
        publish(english, users["administrator"])
    assert not fresh(english).live


def test_after_its_source_it_goes_live(english):
    source_of(english).get_latest_revision().publish()
    fresh(english).get_latest_revision().publish()
    assert fresh(english).live


def test_after_its_source_left_it_is_refused_again(english):
    source_of(english).get_latest_revision().publish()
    fresh(english).get_latest_revision().publish()
    source_of(english).unpublish()
    assert not fresh(english).live
    with pytest.raises(ValidationError, match=re.escape(sentence())):
        fresh(english).get_latest_revision().publish()


def test_the_form_says_so_and_keeps_the_draft(english, client):
    Translation.objects.update(enabled=False)
    answer = client.post(
        reverse("wagtailadmin_pages:edit", args=[english.pk]),
        {"title": "Written now", "body-count": "0", "funding-TOTAL_FORMS": "0",
         "funding-INITIAL_FORMS": "0", "comments-TOTAL_FORMS": "0",
         "comments-INITIAL_FORMS": "0", "action-publish": "1"},
    )  # fmt: skip
    assert answer.status_code == 302
    assert sentence() in said(answer)
    assert not fresh(english).live
    assert fresh(english).get_latest_revision_as_object().title == "Written now"


def test_the_bulk_action_says_so(english, client):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = client.post(f"{url}?id={english.pk}", {}, headers={"referer": "http://testserver/x/"})
    assert (answer.status_code, answer["Location"]) == (302, "http://testserver/x/")
    assert sentence() in said(answer)
    assert not fresh(english).live


def test_the_action_of_the_api_says_so(english, client):
    url = reverse("wagtailadmin_api:pages:action", args=[english.pk, "publish"])
    answer = client.post(url, {}, headers={"accept": "application/json"})
    assert answer.status_code == 400
    assert sentence() in answer.content.decode()
    assert not fresh(english).live


def test_an_approval_says_so_and_leaves_the_page_in_review(english, users, client):
    translation = translation_of(english)
    review_send(translation=translation, user=users["administrator"])
    state = fresh(english).current_workflow_task_state
    url = reverse("desk:approve", args=[translation.uuid])
    answer = client.post(url, {"revision": state.revision_id})
    assert answer.status_code == 302
    assert sentence() in said(answer)
    assert not fresh(english).live
    assert fresh(english).current_workflow_task_state == state


def test_a_scheduled_one_waits_for_its_source_and_stops_nobody_else(english, locales):
    revision = reviewed(english)
    revision.approved_go_live_at = timezone.now() - 2 * PAST
    revision.save()
    other = StandardPageFactory(parent=home_in("hu"), live=False, slug="masik")
    other.save_revision(approved_go_live_at=timezone.now() - PAST)
    call_command("publish_scheduled")
    assert not fresh(english).live
    assert fresh(other).live
    source_of(english).get_latest_revision().publish()
    call_command("publish_scheduled")
    assert fresh(english).live
