"""Outcome with votes, and approval of minutes: for those who may publish, at once everywhere."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from network.models import AgendaItem
from tests.factories.pages import fresh, make_event, translated
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(locales):
    event = make_event()
    translated(event)
    return event


@pytest.fixture
def moderator(client, users, event):
    client.login(username="moderator", password=PASSWORD)
    return client


def address(event, name):
    return reverse("live_fact_action", args=[event.pk, name])


def test_an_outcome_has_its_votes_in_every_language(event, moderator):
    key = event.agenda.first().translation_key
    data = {"row": key, "outcome": "adopted", "votes_for": "7", "votes_against": "0",
            "votes_abstained": ""}  # fmt: skip
    assert moderator.post(address(event, "outcome"), data).status_code == 302
    rows = AgendaItem.objects.filter(translation_key=key)
    votes = set(rows.values_list("outcome", "votes_for", "votes_against", "votes_abstained"))
    assert votes == {("adopted", 7, 0, None)}
    assert rows.count() == 2


def test_the_form_of_an_item_shows_what_it_has(event, moderator):
    row = event.agenda.first()
    AgendaItem.objects.filter(translation_key=row.translation_key).update(votes_for=5)
    html = moderator.get(f"{address(event, 'outcome')}?row={row.translation_key}").content.decode()
    assert 'name="votes_for" value="5"' in html


@pytest.mark.parametrize("votes", ["-1", "1000", "x"])
def test_a_count_that_is_none_is_refused(event, moderator, votes):
    key = event.agenda.first().translation_key
    data = {"row": key, "outcome": "adopted", "votes_for": votes}
    response = moderator.post(address(event, "outcome"), data)
    assert response.status_code == 200
    assert "votes_for" in response.context["form"].errors


def test_approved_minutes_need_their_day(event, moderator):
    response = moderator.post(address(event, "minutes"), {"minutes_state": "approved"})
    assert "approved_on" in response.context["form"].errors
    tomorrow = timezone.localdate() + timedelta(days=1)
    data = {"minutes_state": "approved", "approved_on": tomorrow.isoformat()}
    response = moderator.post(address(event, "minutes"), data)
    assert "approved_on" in response.context["form"].errors


def test_minutes_are_approved_at_once_and_taken_back(event, moderator):
    data = {"minutes_state": "approved", "approved_on": "2026-01-15"}
    moderator.post(address(event, "minutes"), data)
    assert fresh(event).minutes_approved_on == date(2026, 1, 15)
    moderator.post(address(event, "minutes"), {**data, "minutes_state": "draft"})
    assert fresh(event).minutes_approved_on is None


def test_an_editor_cannot(event, client, users):
    client.login(username="editor", password=PASSWORD)
    data = {"minutes_state": "approved", "approved_on": "2026-01-15"}
    assert client.post(address(event, "minutes"), data).status_code == 302
    assert fresh(event).minutes_state == "none"
