"""The actions on recommendations: who may, what is refused with which sentence, what they do."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cms.core.models import ActText
from resources.models import ItemEvent
from tests.factories.pages import fresh, make_event, translated
from tests.factories.recommendations import (
    adopted,
    item_of,
    key_of,
    make_recommendation,
    recently_sent,
)
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db
ACTIONS = (
    "recommendation_adopt", "recommendation_send", "recommendation_state", "item_answer",
    "item_position", "item_deadline", "item_implementation",
)  # fmt: skip


def url(page, name):
    return reverse("live_fact_action", args=[page.pk, name])


def day(offset):
    return (timezone.localdate() + timedelta(days=offset)).isoformat()


@pytest.fixture
def moderator(users, client):
    client.login(username="moderator", password=PASSWORD)
    return client


def refused(client, page, name, **values):
    response = client.post(url(page, name), values)
    assert response.status_code == 200, "it went through"
    form = response.context["form"]
    return " ".join(str(error) for errors in form.errors.values() for error in errors)


def done(client, page, name, **values):
    response = client.post(url(page, name), values)
    assert response.status_code == 302, response.context["form"].errors
    return fresh(page)


@pytest.mark.parametrize("role", ["anonymous", "editor", "english"])
@pytest.mark.parametrize("name", ACTIONS)
def test_only_those_who_publish_may(locales, users, client, role, name):
    page = recently_sent(make_recommendation())
    if role != "anonymous":
        client.login(username=role, password=PASSWORD)
    before = ItemEvent.objects.count()
    values = {"row": key_of(page), "response_state": "answered", "received_on": day(0),
              "state": "closed", "explanation_hu": "Ok"}  # fmt: skip
    assert client.post(url(page, name), values).status_code in {302, 404}
    assert ItemEvent.objects.count() == before
    assert fresh(page).state == "sent"


def test_the_whole_way_from_adoption_to_implementation(locales, moderator):
    page, meeting = make_recommendation(), make_event()
    english = translated(page)
    page = done(moderator, page, "recommendation_adopt", adopted_on=day(-40),
                adopted_in=meeting.pk)  # fmt: skip
    assert (page.state, page.adopted_in) == ("adopted", meeting)
    page = done(moderator, page, "recommendation_send", sent_on=day(-30), sent_ref="1/2013")
    assert item_of(page).response_due == timezone.localdate() + timedelta(days=30)
    row = key_of(page)
    done(moderator, page, "item_deadline", row=row, response_due=day(20), explanation_hu="Kérték")
    done(moderator, page, "item_answer", row=row, response_state="answered", received_on=day(-2),
         position="accepted_in_part", file_number="V/12",
         explanation_hu="Egyetértenek.")  # fmt: skip
    done(moderator, page, "item_position", row=row, position="accepted", explanation_hu="Levél")
    done(moderator, page, "item_implementation", row=row, implementation="in_progress",
         next_review_on=day(90), explanation_hu="Elkezdték")  # fmt: skip
    item = item_of(english)
    assert (item.response_state, item.position, item.implementation) == (
        "answered", "accepted", "in_progress",
    )  # fmt: skip
    told = ItemEvent.objects.filter(item_key=row).order_by("pk")
    assert [event.kind for event in told] == [
        "created", "adopted", "sent", "deadline_changed", "response", "position_changed",
        "implementation_changed",
    ]  # fmt: skip
    answer = told.get(kind="response")
    assert (answer.by, answer.file_number, answer.notes) == (
        "addressee", "V/12", {"hu": "Egyetértenek."},
    )  # fmt: skip


def test_no_answer_before_sending(locales, moderator):
    page = adopted(make_recommendation())
    assert moderator.get(url(page, "item_answer"), follow=True).status_code == 404


@pytest.mark.parametrize(
    ("name", "values", "sentence"),
    [
        ("item_answer", {"response_state": "answered", "received_on": day(-31)},
         "cannot arrive before"),
        ("item_answer", {"response_state": "answered", "received_on": day(1)}, "still to come"),
        ("item_answer", {"response_state": "acknowledged", "received_on": day(0),
                         "position": "accepted"}, "A position comes with an answer"),
        ("item_position", {"position": "accepted", "explanation_hu": "Ok"},
         "A position comes with an answer"),
        ("item_position", {"position": "none", "explanation_hu": "Ok"}, "nothing would change"),
        ("item_position", {"position": "accepted"}, "This field is required"),
        ("item_deadline", {"response_due": day(-31), "explanation_hu": "Ok"},
         "cannot be due before"),
        ("item_implementation", {"implementation": "not_started", "explanation_hu": "Ok"},
         "nothing would change"),
        ("recommendation_state", {"state": "drafting", "explanation_hu": "Ok"},
         "Select a valid choice"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_a_sentence(locales, moderator, name, values, sentence):
    page = recently_sent(make_recommendation())
    before = ItemEvent.objects.count()
    assert sentence in refused(moderator, page, name, row=key_of(page), **values)
    assert ItemEvent.objects.count() == before
    assert item_of(page).response_state == "awaiting"


@pytest.mark.parametrize("row", ["", "x", "%00", "00000000-0000-0000-0000-000000000000"])
def test_a_row_that_nobody_offered_is_refused(locales, moderator, row):
    page = recently_sent(make_recommendation())
    assert moderator.get(url(page, "item_answer") + f"?row={row}").status_code == 200
    assert refused(moderator, page, "item_answer", row=row, response_state="answered",
                   received_on=day(0))  # fmt: skip


def test_items_without_an_addressee_are_not_sent(locales, moderator):
    page = make_recommendation()
    page.items = [*page.items.all()]
    page.items.first().addressee = None
    page.save_revision().publish()
    page = adopted(fresh(page))
    assert "no addressee yet: 1" in refused(
        moderator, page, "recommendation_send", sent_on=day(0)
    )  # fmt: skip


def test_sending_before_adopting_is_refused(locales, moderator):
    page = adopted(make_recommendation(), timezone.localdate())
    assert "before the day on which it was adopted" in refused(
        moderator, page, "recommendation_send", sent_on=day(-1)
    )
    assert moderator.get(url(page, "recommendation_adopt"), follow=True).status_code == 404


def test_a_change_of_state_is_explained_to_readers(locales, moderator):
    page = recently_sent(make_recommendation())
    page = done(moderator, page, "recommendation_state", state="closed", explanation_hu="Vége")
    assert page.state == "closed"
    assert ActText.objects.filter(act__page=page, text="Vége").exists()


@pytest.mark.parametrize(
    ("reason", "state"), [("superseded", "superseded"), ("out_of_date", "withdrawn")]
)
def test_withdrawing_sets_the_state_and_restoring_gives_it_back(locales, moderator, reason, state):
    page = recently_sent(make_recommendation())
    page = done(moderator, page, "withdraw", reason=reason, explanation_hu="Új van helyette")
    assert (page.state, page.is_withdrawn) == (state, True)
    page = done(moderator, page, "restore", explanation_hu="Vissza")
    assert (page.state, page.is_withdrawn) == ("sent", False)


def test_no_form_sets_the_live_facts_of_a_row(locales):
    form = type(make_recommendation()).get_edit_handler().get_form_class()
    row = form.formsets["items"].form
    assert not set(row.base_fields) & {"response_state", "response_due", "position"}
    assert not set(form.base_fields) & {"state", "adopted_on", "adopted_in", "sent_on"}


def test_a_number_that_is_taken_is_refused_in_the_form(locales, users, client):
    client.login(username="administrator", password=PASSWORD)
    page = make_recommendation()
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = client.get(edit).context["form"]
    data = {}
    for part in [form, *form.formsets.values()]:
        for single in getattr(part, "forms", [part]):
            for field in single:
                value = field.value()
                data[field.html_name] = "" if value is None else value
        if hasattr(part, "management_form"):
            data |= {field.html_name: field.value() for field in part.management_form}
    data = {name: value for name, value in data.items() if isinstance(value, str | int)}
    data |= {"items-0-number": "7", "items-1-number": "7", "items-0-text": "null"}
    for name in ("body", "files", "items-0-evidence", "items-1-evidence"):
        data |= {f"{name}-count": "0"}
    for name in ("background", *(f"items-{n}-{field}" for n in (0, 1)
                                 for field in ("text", "rationale"))):  # fmt: skip
        data[name] = "null"
    response = client.post(edit, data)
    assert response.status_code == 200
    errors = [single.errors for single in response.context["form"].formsets["items"].forms]
    assert list(errors[1]) == ["number"], (errors, response.context["form"].errors)
