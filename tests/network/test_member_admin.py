"""Admin screens of memberships, roles and attendance: entered, confirmed by another, filtered."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from network.models import Attendance, Membership, RoleAppointment
from tests.factories.members import (
    make_attendance,
    make_body,
    make_membership,
    make_organisation,
    make_person,
    make_role,
)
from tests.factories.pages import fresh, make_event, translated
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(locales, users):
    return {
        "body": make_body(slug="testulet"), "organisation": make_organisation(title="Egylet"),
        "person": make_person(title="Minta Anna"), "event": make_event(slug="ules"),
    }  # fmt: skip


def log_in(client, role):
    client.login(username=role, password=PASSWORD)


def enter(client, pages, by="editor", **values):
    log_in(client, by)
    data = {
        "body": pages["body"].pk, "organisation": pages["organisation"].pk, "person": "",
        "role": "member", "public": "on", **values,
    }  # fmt: skip
    return client.post(reverse("memberships:add"), data)


def confirm(client, record, role):
    log_in(client, role)
    return client.post(reverse("memberships:confirm", args=[record.pk]))


def test_an_editor_enters_and_a_moderator_confirms(pages, client):
    assert enter(client, pages).status_code == 302
    record = Membership.objects.get()
    assert (record.state, record.entered_by.username) == ("waiting", "editor")
    assert "Egylet" not in client.get("/hu/testulet/").content.decode()
    confirm(client, record, "editor")
    assert fresh(record).state == "waiting"
    confirm(client, record, "moderator")
    assert fresh(record).state == "confirmed"
    assert "Egylet" in client.get("/hu/testulet/").content.decode()


def test_nobody_confirms_what_they_entered(pages, client):
    enter(client, pages, by="moderator")
    record = Membership.objects.get()
    confirm(client, record, "moderator")
    assert fresh(record).state == "waiting"


def test_a_wrong_entry_is_refused_with_one_sentence(pages, client):
    response = enter(client, pages, starts_on="2014-01-02", ends_on="2014-01-01")
    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["ends_on"]
    response = enter(client, pages, person=pages["person"].pk)
    assert list(response.context["form"].errors) == ["__all__"]
    response = enter(client, pages, body="99999", organisation="0", role="king")
    assert response.status_code == 200
    assert set(response.context["form"].errors) == {"body", "organisation", "role"}
    assert not Membership.objects.exists()


def test_a_translation_is_not_taken(pages, client):
    english = translated(pages["organisation"])
    response = enter(client, pages, organisation=english.pk)
    assert list(response.context["form"].errors) == ["organisation"]


def test_a_role_is_entered_with_its_texts(pages, client, locales):
    log_in(client, "editor")
    texts = [{"locale": locale.pk, "text": f"role {code}"} for code, locale in locales.items()]
    data = nested_form_data(
        {
            "person": pages["person"].pk, "organisation": pages["organisation"].pk, "body": "",
            "texts": inline_formset(texts),
        }
    )  # fmt: skip
    response = client.post(reverse("roles:add"), data)
    assert response.status_code == 302, response.context["form"].errors
    role = RoleAppointment.objects.get()
    assert (role.texts.count(), role.role_text, role.state) == (
        len(locales), "role hu", "waiting",
    )  # fmt: skip


def test_a_role_needs_its_hungarian_text(pages, client, locales):
    log_in(client, "editor")
    data = nested_form_data(
        {
            "person": pages["person"].pk, "organisation": "", "body": pages["body"].pk,
            "texts": inline_formset([{"locale": locales["en"].pk, "text": "secretary"}]),
        }
    )  # fmt: skip
    response = client.post(reverse("roles:add"), data)
    assert list(response.context["form"].errors) == ["__all__"]
    assert not RoleAppointment.objects.exists()


LISTS = [("memberships", "body"), ("roles", "person"), ("attendance", "event")]


@pytest.mark.parametrize(("name", "end"), LISTS)
@pytest.mark.parametrize("role", ["editor", "moderator", "administrator", "english"])
def test_who_writes_hungarian_pages_sees_the_lists(pages, client, name, end, role):
    log_in(client, role)
    response = client.get(reverse(f"{name}:index"), {end: pages[end].pk})
    assert (response.status_code == 200) is (role != "english")


def test_a_list_is_narrowed_to_one_page(pages, client):
    make_membership(body=pages["body"], organisation=pages["organisation"])
    make_membership(body=pages["body"], organisation=make_organisation(title="Másik"))
    make_role(person=pages["person"], body=pages["body"])
    make_attendance(event=pages["event"], label="Minta Vendég")
    log_in(client, "moderator")
    url = reverse("memberships:index")
    assert len(client.get(url).context["object_list"]) == 2
    narrowed = client.get(url, {"organisation": pages["organisation"].pk}).context["object_list"]
    assert [record.member.title for record in narrowed] == ["Egylet"]
    for name, end in LISTS[1:]:
        response = client.get(reverse(f"{name}:index"), {end: pages[end].pk})
        assert len(response.context["object_list"]) == 1


@pytest.mark.parametrize(
    ("end", "name"),
    [
        ("body", "memberships"), ("organisation", "memberships"), ("person", "memberships"),
        ("organisation", "roles"), ("person", "roles"), ("event", "attendance"),
    ],
)  # fmt: skip
def test_each_page_s_editor_leads_to_its_records(pages, client, end, name):
    log_in(client, "editor")
    html = client.get(reverse("wagtailadmin_pages:edit", args=[pages[end].pk])).content.decode()
    assert f'{reverse(f"{name}:index")}?{end}={pages[end].pk}"' in html


def test_the_menu_offers_the_members(pages, client):
    log_in(client, "editor")
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    for name in ("memberships", "roles", "attendance"):
        assert reverse(f"{name}:index") in html


def test_an_attendance_is_edited_and_deleted_by_a_moderator_alone(pages, client):
    record = make_attendance(event=pages["event"], label="Minta Vendég")
    log_in(client, "editor")
    client.post(reverse("attendance:delete", args=[record.pk]))
    assert Attendance.objects.exists()
    log_in(client, "moderator")
    client.post(reverse("attendance:delete", args=[record.pk]))
    assert not Attendance.objects.exists()
