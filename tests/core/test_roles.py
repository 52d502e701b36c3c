"""Four eyes: who may publish, approve and change at once. All addresses: tests/roles."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import GroupPagePermission

from tests.factories.pages import StandardPageFactory, fresh, home_in, make_event, translated
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db
ROLES = ("anonymous", "editor", "moderator", "english", "administrator")


@pytest.fixture
def event(locales):
    event = make_event(slug="ules")
    translated(event)
    return event


@pytest.mark.parametrize("role", ROLES)
def test_public_addresses_are_the_same_for_everybody(event, users, client, role):
    if role != "anonymous":
        client.login(username=role, password=PASSWORD)
    assert client.get("/hu/").status_code == 200
    assert client.get("/en/").status_code == 200
    assert client.get(f"/hu/{event.get_parent().slug}/ules/").status_code == 200
    assert client.get("/hu/nincs/").status_code == 404


def test_nobody_but_administrators_may_publish_past_the_workflow(locales, users):
    home = home_in("hu")
    assert not home.permissions_for_user(users["moderator"]).can_publish()
    assert not home.permissions_for_user(users["editor"]).can_publish()
    assert home.permissions_for_user(users["administrator"]).can_publish()
    assert set(
        GroupPagePermission.objects.filter(group__name__in=["Editors", "Moderators"]).values_list(
            "page_id", flat=True
        )
    ) == {home.pk}


def submitted(by):
    page = StandardPageFactory(parent=home_in("hu"), live=False, slug="uj")
    page.save_revision(user=by)
    page.get_workflow().start(page, by)
    return fresh(page)


def test_a_moderator_approves_what_an_editor_wrote(locales, users):
    page = submitted(users["editor"])
    state = page.current_workflow_task_state
    state.task.specific.on_action(state, users["moderator"], "approve")
    assert fresh(page).live


def test_nobody_approves_their_own_work(locales, users):
    page = submitted(users["moderator"])
    state = page.current_workflow_task_state
    task = state.task.specific
    assert "approve" not in [a[0] for a in task.get_actions(page, users["moderator"])]
    with pytest.raises(PermissionDenied):
        task.on_action(state, users["moderator"], "approve")
    assert not fresh(page).live


def test_pages_are_made_in_the_source_language_alone(event, users, client):
    client.login(username="administrator", password=PASSWORD)
    url = reverse("wagtailadmin_pages:add", args=["home", "standardpage", home_in("en").pk])
    response = client.get(url)
    assert response.status_code == 302
    assert "/admin/pages/" in response.url


def test_cancelling_holds_in_all_languages_at_once_and_is_in_the_history(event, users, client):
    client.login(username="moderator", password=PASSWORD)
    url = reverse("live_fact_action", args=[event.pk, "cancel"])
    refused = client.post(url, {"explanation_hu": ""})
    assert refused.status_code == 200
    assert fresh(event).status == "confirmed"
    client.post(url, {"explanation_hu": "Betegség miatt."})
    assert set(type(event).objects.values_list("status", flat=True)) == {"cancelled"}
    client.login(username="administrator", password=PASSWORD)
    history = client.get(reverse("wagtailadmin_pages:history", args=[event.pk]))
    assert "status" in history.content.decode()
