"""Memberships and roles, read from both ends: confirmed, current, and where both pages are seen."""

from datetime import date, timedelta

import pytest
from django.utils import timezone, translation
from wagtail.models import PageViewRestriction

from cms.core.facts.change import facts_change
from network.models import Membership, RoleText
from tests.factories.members import (
    PAST,
    make_body,
    make_membership,
    make_organisation,
    make_person,
    make_role,
)
from tests.factories.pages import fresh, translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def ends(locales):
    """A body, an organisation and a person, each in Hungarian and English."""
    ends = {
        "body": make_body(slug="testulet", title="Testület"),
        "organisation": make_organisation(slug="egylet", title="Egylet"),
        "person": make_person(slug="anna", title="Minta Anna"),
    }
    for page in ends.values():
        translated(page)
    return ends


PATHS = {"body": "testulet", "organisation": "szervezetek/egylet", "person": "emberek/anna"}


def relations(client, end, lang="hu"):
    response = client.get(f"/{lang}/{PATHS[end]}/")
    assert response.status_code == 200
    return response.context["relations"]


def titles(ties):
    return [(tie.who.title, tie.where.title) for tie in ties]


def test_a_membership_is_read_from_both_ends_in_the_language_of_the_page(ends, client):
    make_membership(body=ends["body"], organisation=ends["organisation"], role="vice_chair")
    for end in ("body", "organisation"):
        assert titles(relations(client, end).seats) == [("Egylet", "Testület")]
        assert titles(relations(client, end, "en").seats) == [("Egylet (en)", "Testület (en)")]
    assert '/en/szervezetek/egylet/"' in client.get("/en/testulet/").content.decode()
    assert "Vice chair" in client.get("/en/testulet/").content.decode()


def test_who_speaks_for_an_organisation_is_named_at_all_three_ends(ends, client):
    make_membership(
        body=ends["body"], organisation=ends["organisation"], represented_by=ends["person"]
    )
    for end in PATHS:
        seat = relations(client, end).seats[0]
        assert (seat.who.title, seat.represented_by.title) == ("Egylet", "Minta Anna")
    facts_change(page=ends["person"], fields={"hidden_on_request": True})
    assert relations(client, "body").seats[0].represented_by is None


def test_members_stand_by_role_and_past_ones_apart(ends, client):
    body = ends["body"]
    make_membership(body=body, person=ends["person"], role="chair")
    make_membership(body=body, organisation=ends["organisation"])
    make_membership(body=body, organisation=make_organisation(title="Ágnes-kör"))
    make_membership(
        body=body, organisation=ends["organisation"], role="expert",
        starts_on=PAST[0], ends_on=PAST[1],
    )  # fmt: skip
    shown = relations(client, "body")
    roles = [(str(role), [seat.who.title for seat in seats]) for role, seats in shown.by_role]
    with translation.override("hu"):
        chair, member = (str(Membership.Role(code).label) for code in ("chair", "member"))
    assert roles == [(chair, ["Minta Anna"]), (member, ["Ágnes-kör", "Egylet"])]
    assert titles(shown.past_seats) == [("Egylet", "Testület")]


def test_what_is_still_to_come_or_not_public_or_waits_is_not_shown(ends, client):
    both = {"body": ends["body"], "organisation": ends["organisation"]}
    make_membership(**both, role="expert", starts_on=timezone.localdate() + timedelta(days=1))
    make_membership(**both, role="chair", public=False)
    make_membership(**both, role="invited", confirmed=False)
    make_role(person=ends["person"], organisation=ends["organisation"], confirmed=False)
    for end in PATHS:
        for lang in ("hu", "en"):
            shown = relations(client, end, lang)
            assert not (shown.seats or shown.past_seats or shown.posts or shown.past_posts)


def close(page, how):
    if how == "draft":
        page.unpublish()
    elif how == "private":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    else:
        facts_change(page=page, fields={"hidden_on_request": True})


@pytest.mark.parametrize(
    ("closed", "how", "open_end"),
    [
        ("organisation", "draft", "body"),
        ("organisation", "private", "person"),
        ("body", "draft", "organisation"),
        ("person", "hidden", "organisation"),
    ],
)
def test_a_page_that_is_not_seen_is_named_nowhere(ends, client, closed, how, open_end):
    make_membership(body=ends["body"], organisation=ends["organisation"])
    make_role(person=ends["person"], organisation=ends["organisation"])
    title = ends[closed].title
    for lang in ("hu", "en"):
        assert title in client.get(f"/{lang}/{PATHS[open_end]}/").content.decode()
    for page in (ends[closed], ends[closed].get_translations().first()):
        close(fresh(page), how)
    for lang in ("hu", "en"):
        assert title not in client.get(f"/{lang}/{PATHS[open_end]}/").content.decode()


def test_what_is_not_translated_carries_its_own_language(ends, client):
    make_membership(body=ends["body"], organisation=make_organisation(title="Csak magyarul"))
    html = client.get("/en/testulet/").content.decode()
    assert 'lang="hu" dir="ltr">Csak magyarul</a>' in html


def test_a_role_is_said_in_the_reader_s_language_or_in_the_source_s(ends, client):
    role = make_role("igazgató", person=ends["person"], organisation=ends["organisation"])
    for end in ("organisation", "person"):
        assert relations(client, end).posts[0].role == "igazgató"
        assert relations(client, end, "en").posts[0].role == "igazgató (en)"
    RoleText.objects.filter(appointment=role, locale__language_code="en").delete()
    post = relations(client, "person", "en").posts[0]
    assert (post.role, post.lang) == ("igazgató", "hu")


def test_roles_that_are_over_stand_apart_on_the_person_s_page(ends, client):
    make_role("volt", person=ends["person"], body=ends["body"], starts_on=PAST[0], ends_on=PAST[1])
    make_role("mai", person=ends["person"], body=ends["body"], starts_on=date(2015, 1, 1))
    shown = relations(client, "person")
    assert [post.role for post in shown.posts] == ["mai"]
    assert [post.role for post in shown.past_posts] == ["volt"]
