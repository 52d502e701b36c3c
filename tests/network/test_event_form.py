"""The form of an event: what a new one begins with, and which sentences refuse what cannot be."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import ValidationError
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from network.event_form import usual_start
from network.models import EventPage
from tests.factories.events import make_contact
from tests.factories.pages import fresh, make_event, make_place, translated

pytestmark = pytest.mark.django_db
BUDAPEST = ZoneInfo("Europe/Budapest")
NONE = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
FORM = EventPage.get_edit_handler().get_form_class()


def row(**values):
    return {
        "title": "Pont", "kind": "information", "ORDER": 1, "description": rich_text(""),
        "decision": rich_text(""), "papers": streamfield([]), "outcome": "none", **values,
    }  # fmt: skip


def form_of(page, users, rows=(), **values):
    agenda = {str(number): row for number, row in enumerate(rows)}
    given = {
        "title": "Ülés", "slug": "ules", "body": streamfield([]), "minutes_text": rich_text(""),
        "interpretation": streamfield([]), "minutes_files": streamfield([]),
        "kind": "training", "mode": "in_person", "online_url_visibility": "public",
        "starts_at": "2031-03-12 10:00", "ends_at": "2031-03-12 12:00", "registration": "none",
        "step_free": "yes", "hearing_loop": "unknown", "childcare": "no", "quiet_room": "no",
        "status": "confirmed", "minutes_state": "none",
        "agenda": {**NONE, "TOTAL_FORMS": len(rows), **agenda}, "organisers": NONE,
        "comments": NONE, **values,
    }  # fmt: skip
    parent = page.get_parent() if page.pk else None
    return FORM(nested_form_data(given), instance=page, parent_page=parent,
                for_user=users["administrator"])  # fmt: skip


@pytest.fixture
def event(locales):
    return make_event(place=make_place())


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({}, "place", "Choose a place"),
        ({"mode": "hybrid", "online_url": "https://example.org/"}, "place", "Choose a place"),
        ({"mode": "online"}, "online_url", "Give the address online"),
        ({"ends_at": "2031-03-12 09:00"}, "ends_at", "cannot end before it starts"),
        (
            {"registration_opens": "2031-03-02 10:00", "registration_closes": "2031-03-01 10:00"},
            "registration_closes",
            "cannot close before it opens",
        ),
        ({"registration": "external_url"}, "registration_url", "where people register"),
        (
            {"mode": "online", "online_url_visibility": "on_request"},
            "online_url_visibility",
            "whom readers ask",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(event, users, values, field, sentence):
    from django.utils.translation import override

    with override("en"):
        errors = form_of(fresh(event), users, **values).errors
        said = str(errors[field])
    assert list(errors) == [field] or (field != "place" and set(errors) <= {field, "place"})
    assert sentence in said


def test_online_needs_no_place(event, users):
    form = form_of(fresh(event), users, mode="online", online_url="https://example.org/")
    assert form.is_valid(), form.errors


def test_on_request_needs_no_address(event, users):
    values = {"online_url_visibility": "on_request", "contact": make_contact().pk}
    form = form_of(fresh(event), users, mode="online", **values)
    assert form.is_valid(), form.errors


def test_a_draft_may_leave_the_place_open(event, users):
    form = form_of(fresh(event), users)
    form.defer_required_fields()
    assert form.is_valid(), form.errors


@pytest.mark.parametrize(("at", "fits"), [("10:30", True), ("09:59", False), ("12:01", False)])
def test_an_agenda_item_begins_while_the_event_lasts(event, users, at, fits):
    place = make_place("Ház").pk
    form = form_of(fresh(event), users, [row(starts_at=at)], place=place)
    assert form.is_valid() == fits
    assert bool(form.formsets["agenda"].forms[0].errors) != fits


def test_a_translation_is_not_asked_for_facts(event, users):
    form = form_of(translated(event), users)
    assert "starts_at" not in form.fields
    assert form.is_valid(), form.errors


def test_a_new_event_begins_with_a_usual_hour(event, users):
    with time_machine.travel(datetime(2031, 3, 3, 8, 0, tzinfo=BUDAPEST), tick=False):
        form = FORM(instance=EventPage(locale=event.locale), for_user=users["editor"],
                    parent_page=event.get_parent())  # fmt: skip
        assert form.initial["starts_at"] == datetime(2031, 3, 31, 10, 0, tzinfo=BUDAPEST)
        assert form.initial["ends_at"] == datetime(2031, 3, 31, 12, 0, tzinfo=BUDAPEST)


def test_the_usual_day_is_no_weekend():
    saturday = datetime(2031, 3, 1, 8, 0, tzinfo=BUDAPEST)
    assert usual_start(saturday) == datetime(2031, 3, 31, 10, 0, tzinfo=BUDAPEST)


def test_the_model_refuses_an_end_before_the_start(event):
    event.ends_at = event.starts_at.replace(year=2030)
    with pytest.raises(ValidationError):
        event.full_clean()
