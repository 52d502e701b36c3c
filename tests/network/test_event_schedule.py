"""The number and the history of an event's schedule: raised once for each change in force."""

from datetime import timedelta

import pytest
from wagtail.actions.copy_page import CopyPageAction

from cms.core.facts.change import facts_change
from network.models import EventChange, EventPage
from tests.factories.pages import (
    START,
    fresh,
    make_event,
    make_place,
    published,
    reviewed,
    translated,
)

pytestmark = pytest.mark.django_db
LATER = START + timedelta(days=7)


@pytest.fixture
def event(locales):
    return make_event(place=make_place())


def sequences(event):
    pages = EventPage.objects.filter(translation_key=event.translation_key)
    return set(pages.values_list("sequence", flat=True))


def draft(event, **values):
    page = fresh(event)
    for name, value in values.items():
        setattr(page, name, value)
    return page.save_revision()


def test_a_new_event_begins_at_nought_and_tells_nothing(event):
    assert event.sequence == 0
    assert event.in_force["room"] == "Díszterem"
    assert not EventChange.objects.exists()


@pytest.mark.parametrize(
    "values",
    [
        {"starts_at": LATER},
        {"ends_at": LATER},
        {"all_day": True},
        {"room": "Kisterem"},
        {"mode": "online"},
        {"place": None},
        {"starts_at": LATER, "room": "Kisterem", "mode": "hybrid"},
    ],
)
def test_publishing_another_schedule_raises_it_by_one_in_every_language(event, values):
    translated(event)
    draft(event, **values).publish()
    assert sequences(event) == {1}
    fields = {name.replace("place", "place_id") for name in values}
    assert set(EventChange.objects.values_list("field", flat=True)) == fields


def test_an_action_raises_it_in_every_language(event):
    translated(event)
    facts_change(page=event, fields={"status": "cancelled"})
    assert sequences(event) == {1}
    change = EventChange.objects.get()
    assert (change.field, change.old, change.new) == ("status", "confirmed", "cancelled")


def test_a_draft_changes_nothing_in_force(event):
    draft(event, starts_at=LATER)
    assert sequences(event) == {0}
    assert not EventChange.objects.exists()


def test_text_and_other_facts_leave_it_alone(event):
    draft(event, title="Más cím", capacity=20, online_url="https://example.org/").publish()
    facts_change(page=event, fields={"minutes_state": "draft"})
    assert sequences(event) == {0}


def test_a_stale_draft_lowers_nothing(event):
    stale = draft(event, title="Régi vázlat")
    facts_change(page=event, fields={"status": "postponed"})
    draft(event, starts_at=LATER).publish()
    stale.publish()
    assert sequences(event) == {3}
    assert [c.field for c in EventChange.objects.order_by("pk")] == [
        "status", "starts_at", "starts_at",
    ]  # fmt: skip
    assert fresh(event).in_force["starts_at"] == START.isoformat().replace(
        "10:00:00+01:00", "09:00:00+00:00"
    )


def test_a_stale_translation_raises_nothing(event):
    english = translated(event)
    stale = reviewed(english)
    draft(event, starts_at=LATER).publish()
    stale.publish()
    assert sequences(event) == {1}
    assert EventChange.objects.count() == 1


def test_a_stale_object_cannot_write_its_own_number(event):
    stale = fresh(event)
    draft(event, room="Kisterem").publish()
    stale.room, stale.sequence, stale.in_force = "Kisterem", 99, {}
    stale.save()
    assert sequences(event) == {1}


def test_what_moved_while_it_was_not_public_counts_when_it_comes_back(event):
    event.unpublish()
    page = fresh(event)
    page.starts_at = LATER
    page.save()
    assert fresh(event).sequence == 0
    page.save_revision().publish()
    assert fresh(event).sequence == 1


def test_there_and_back_between_two_publications_is_no_change(event):
    draft(event, room="Kisterem")
    draft(event, room="Díszterem").publish()
    assert sequences(event) == {0}


def test_a_failure_raises_nothing(event):
    from cms.core.facts import signals

    def fail(_source):
        raise RuntimeError("in between")

    revision = draft(event, starts_at=LATER)
    signals.followers.append(fail)
    try:
        with pytest.raises(RuntimeError):
            revision.publish()
    finally:
        signals.followers.remove(fail)
    assert sequences(event) == {0}
    assert not EventChange.objects.exists()


def test_a_copy_is_another_event(event):
    draft(event, starts_at=LATER).publish()
    event = fresh(event)
    copy = CopyPageAction(
        event, to=event.get_parent(), update_attrs={"slug": "masolat"}, keep_live=False
    ).execute(skip_permission_checks=True)
    assert fresh(copy).uid != event.uid
    assert fresh(copy).sequence == 0
    published(fresh(copy).get_latest_revision_as_object())
    assert fresh(copy).sequence == 0


def test_translations_share_the_uid(event):
    assert translated(event).uid == event.uid


def test_a_change_is_never_rewritten(event):
    draft(event, starts_at=LATER).publish()
    change = EventChange.objects.get()
    change.old = None
    with pytest.raises(TypeError, match="never rewritten"):
        change.save()


def test_calendars_are_told_that_it_was_withdrawn(event):
    facts_change(page=event, fields={"withdrawn_at": START})
    assert sequences(event) == {1}
