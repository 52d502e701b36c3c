"""The history of items: one entry for each change, in its transaction; it is only added to."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from resources.models import AppendOnlyError, ItemEvent
from resources.recommendations.services import (
    Entry,
    document_adopt,
    document_send,
    document_state,
    item_change,
    on_day,
)
from tests.factories.pages import fresh, make_event, published, translated
from tests.factories.recommendations import (
    ADOPTED,
    SENT,
    adopted,
    item_of,
    key_of,
    make_addressee,
    make_recommendation,
    sent,
)

pytestmark = pytest.mark.django_db


def kinds(page, number="1"):
    events = ItemEvent.objects.filter(page_id=page.pk, item_key=key_of(page, number))
    return list(events.values_list("kind", flat=True))


def test_a_change_writes_one_entry_with_old_and_new(locales, users):
    page = sent(make_recommendation())
    told = item_change(
        page=page, item_key=key_of(page), kind="response", user=users["moderator"],
        changes={"response_state": "answered", "position": "accepted"},
        entry=Entry(at=on_day(date(2013, 4, 2)), notes={"hu": "Köszönjük.", "en": " "}),
    )  # fmt: skip
    assert kinds(page) == ["adopted", "sent", "response", "created"]
    assert told.old == {"response_state": "awaiting", "position": "none"}
    assert told.new == {"response_state": "answered", "position": "accepted"}
    assert told.notes == {"hu": "Köszönjük."}
    assert "response" not in kinds(page, "2")


def test_the_change_holds_in_every_language(locales):
    page = make_recommendation()
    english = translated(page)
    sent(page)
    item_change(
        page=fresh(english), item_key=key_of(page), kind="response",
        changes={"response_state": "answered"},
    )  # fmt: skip
    assert item_of(english).response_state == item_of(page).response_state == "answered"
    assert ItemEvent.objects.filter(kind="response").get().page_id == page.pk


def test_what_changes_nothing_writes_nothing(locales):
    page = sent(make_recommendation())
    before = ItemEvent.objects.count()
    told = item_change(
        page=page, item_key=key_of(page), kind="position_changed", changes={"position": "none"}
    )
    assert told is None
    assert ItemEvent.objects.count() == before


def test_what_a_rule_refuses_changes_nothing(locales):
    page = make_recommendation()
    before = ItemEvent.objects.count()
    with pytest.raises(ValidationError):
        item_change(
            page=page, item_key=key_of(page), kind="response",
            changes={"response_state": "answered"},
        )  # fmt: skip
    assert item_of(page).response_state == "not_sent"
    assert ItemEvent.objects.count() == before


def test_without_its_entry_the_change_is_not_kept(locales):
    page = sent(make_recommendation())
    with pytest.raises(IntegrityError):
        item_change(
            page=page, item_key=key_of(page), kind="response", entry=Entry(file_number=None),
            changes={"response_state": "answered"},
        )  # fmt: skip


def test_publishing_begins_the_history_of_each_item_once(locales):
    page = make_recommendation(items=3)
    published(fresh(page))
    assert [kinds(page, number) for number in "123"] == [["created"]] * 3


def test_adopting_and_sending_are_told_of_every_item(locales):
    slow = make_addressee("Minisztérium", reply_days=90)
    page, meeting = make_recommendation(addressee=slow), make_event()
    page = sent(page, meeting=meeting)
    assert (page.state, page.sent_on, page.sent_ref) == ("sent", SENT, "MK-2013/04-1")
    assert page.adopted_in == meeting
    for number in "12":
        assert set(kinds(page, number)) == {"created", "adopted", "sent"}
        item = item_of(page, number)
        assert item.response_state == "awaiting"
        assert item.response_due == date(2013, 6, 18)
    assert ItemEvent.objects.filter(kind="adopted", meeting=meeting).count() == 2


def test_days_that_are_given_count_for_all_addressees(locales):
    page = sent(make_recommendation(), days=10)
    assert item_of(page).response_due == date(2013, 3, 30)


def test_closing_and_opening_again_leave_the_items_alone(locales):
    page = sent(make_recommendation())
    before = ItemEvent.objects.count()
    document_state(page=page, state="closed")
    document_state(page=page, state="sent")
    assert fresh(page).state == "sent"
    assert ItemEvent.objects.count() == before


def test_entries_are_never_changed_and_never_deleted(locales):
    page = make_recommendation()
    event = ItemEvent.objects.first()
    event.kind = "response"
    attempts = [
        event.save,
        lambda: event.save(update_fields=["kind"]),
        event.delete,
        lambda: ItemEvent.objects.update(kind="response"),
        lambda: ItemEvent.objects.filter(pk=event.pk).delete(),
        ItemEvent.objects.all().delete,
        lambda: page.item_events.update(kind="response"),
        lambda: ItemEvent.objects.bulk_update([event], ["kind"]),
        lambda: ItemEvent.objects.bulk_create([event]),
        lambda: ItemEvent.objects.update_or_create(pk=event.pk, defaults={"kind": "response"}),
    ]
    for attempt in attempts:
        with pytest.raises(AppendOnlyError):
            attempt()
    assert set(ItemEvent.objects.values_list("kind", flat=True)) == {"created"}


def test_a_meeting_that_is_deleted_leaves_the_history_standing(locales):
    meeting = make_event()
    page = adopted(make_recommendation(), meeting=meeting)
    meeting.delete()
    assert kinds(page) == ["adopted", "created"]
    assert set(ItemEvent.objects.filter(kind="adopted").values_list("meeting", flat=True)) == {None}


def test_a_second_adoption_or_sending_is_refused(locales):
    page = sent(make_recommendation())
    with pytest.raises(ValidationError, match="adopted already"):
        document_adopt(page=page, on=ADOPTED)
    with pytest.raises(ValidationError, match="Only what is adopted"):
        document_send(page=page, on=SENT)
