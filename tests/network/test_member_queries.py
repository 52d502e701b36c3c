"""Bodies, events, organisations and people cost the same with one member or with many."""

import pytest

from tests.core.test_queries import queries, site_texts  # noqa: F401  (a fixture)
from tests.factories import members
from tests.factories.members import (
    make_attendance,
    make_body,
    make_membership,
    make_organisation,
    make_person,
    make_role,
)
from tests.factories.pages import make_document, make_event, make_place, make_topic, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_texts")]
DETAIL, LIST = 10, 12


def grow(body, event, organisation, person, count):
    for _number in range(count):
        other = make_organisation(full=True)
        make_membership(body=body, organisation=other, represented_by=make_person())
        make_role(person=make_person(photo=True, photo_consent_on=members.PAST[0]), body=body)
        make_role(person=make_person(), organisation=organisation)
        make_role(person=person, organisation=other)
        make_membership(body=make_body(), organisation=organisation, alternate=person)
        make_attendance(event=event, organisation=other, person=make_person(), publish="name")


def test_details_and_lists_keep_to_their_budgets(locales, client):
    body = make_body(slug="testulet")
    body.rules = [("documents", [make_document()])]
    body = published(body)
    event = make_event(slug="ules", roundtable=body, place=make_place())
    organisation = make_organisation(full=True, slug="egylet")
    organisation.topics = [make_topic()]
    published(organisation)
    person = make_person(photo=True, photo_consent_on=members.PAST[0], slug="anna")
    grow(body, event, organisation, person, 1)
    addresses = {
        f"/hu/{event.get_parent().slug}/ules/": DETAIL, "/hu/testulet/": DETAIL,
        "/hu/szervezetek/egylet/": DETAIL, "/hu/emberek/anna/": DETAIL,
        "/hu/szervezetek/": LIST, "/hu/emberek/": LIST,
    }  # fmt: skip
    few = {address: queries(client, address) for address in addresses}
    assert {address for address, most in addresses.items() if few[address] > most} == set()
    grow(body, event, organisation, person, 4)
    assert {address: queries(client, address) for address in addresses} == few
