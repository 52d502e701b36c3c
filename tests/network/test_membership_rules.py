"""What a membership, a role and an attendance may be; each refusal is one clear sentence."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import override

from network.models import Attendance, Membership, RoleAppointment
from tests.factories.members import make_body, make_membership, make_organisation, make_person
from tests.factories.pages import make_event, translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(locales):
    return {
        "body": make_body(), "organisation": make_organisation(), "person": make_person(),
        "event": make_event(),
    }  # fmt: skip


def refusal(record):
    with pytest.raises(ValidationError) as error:
        record.full_clean()
    found = error.value.message_dict
    assert sum(len(sentences) for sentences in found.values()) == 1, found
    return found


def days(first, last):
    return {"starts_on": date(*first), "ends_on": date(*last)}


@pytest.mark.parametrize("model", [Membership, RoleAppointment])
def test_nothing_ends_before_it_begins(pages, model):
    ends = {"body": pages["body"], "person": pages["person"]}
    record = model(**ends, **days((2014, 1, 2), (2014, 1, 1)))
    assert list(refusal(record)) == ["ends_on"]
    model(**ends, **days((2014, 1, 1), (2014, 1, 1))).full_clean()


def test_a_member_is_an_organisation_or_a_person(pages):
    both = Membership(**{name: pages[name] for name in ("body", "organisation", "person")})
    assert list(refusal(both)) == ["__all__"]
    assert list(refusal(Membership(body=pages["body"]))) == ["__all__"]
    with pytest.raises(IntegrityError), transaction.atomic():
        both.save()


def test_a_role_is_at_an_organisation_or_in_a_body(pages):
    both = RoleAppointment(**{name: pages[name] for name in ("body", "organisation", "person")})
    assert list(refusal(both)) == ["__all__"]
    assert list(refusal(RoleAppointment(person=pages["person"]))) == ["__all__"]


@pytest.mark.parametrize(
    ("first", "last", "allowed"),
    [
        ((2012, 1, 1), (2012, 12, 31), True),
        ((2012, 1, 1), (2013, 1, 1), False),
        ((2013, 6, 1), (2013, 6, 30), False),
        ((2014, 12, 31), (2015, 1, 31), False),
        ((2015, 1, 1), (2015, 12, 31), True),
    ],
)
def test_the_same_membership_does_not_overlap_itself(pages, first, last, allowed):
    same = {"body": pages["body"], "organisation": pages["organisation"]}
    make_membership(**same, **days((2013, 1, 1), (2014, 12, 31)))
    another = Membership(**same, **days(first, last))
    if allowed:
        another.full_clean()
    else:
        with override("en"):
            assert "already has this role" in str(refusal(another))
    Membership(**same, role="expert", **days(first, last)).full_clean()


def test_a_membership_without_an_end_overlaps_all_that_follow(pages):
    same = {"body": pages["body"], "person": pages["person"]}
    held = make_membership(**same)
    held.full_clean()
    assert "__all__" in refusal(Membership(**same, starts_on=date(2030, 1, 1)))


@pytest.mark.parametrize("name", ["body", "organisation"])
def test_records_refer_to_source_language_pages(pages, name, locales):
    values = {"body": pages["body"], "organisation": pages["organisation"]}
    values[name] = translated(values[name])
    assert list(refusal(Membership(**values))) == [name]


def test_a_person_is_represented_by_nobody(pages):
    record = Membership(body=pages["body"], person=pages["person"], alternate=make_person())
    assert list(refusal(record)) == ["represented_by"]


def test_a_reason_needs_the_day(pages):
    record = Membership(body=pages["body"], person=pages["person"], end_reason="term")
    assert list(refusal(record)) == ["ends_on"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({}, "__all__"),
        ({"label": "Minta Vendég", "publish": "organisation_only"}, "publish"),
        ({"person": True, "label": "Minta Vendég"}, "label"),
        ({"organisation": True, "publish": "name"}, "publish"),
    ],
)
def test_an_attendance_says_who_and_what_may_be_shown(pages, values, field):
    values = {name: pages[name] if value is True else value for name, value in values.items()}
    assert list(refusal(Attendance(event=pages["event"], **values))) == [field]
