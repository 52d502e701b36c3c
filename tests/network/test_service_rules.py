"""What cannot be of a service is refused with a sentence; what moderators change holds at once."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from network.models import ServiceException, ServiceHours, ServicePage, ServicePhone
from tests.factories.pages import fresh, make_place, translated
from tests.factories.services import make_service
from tests.factories.users import PASSWORD
from tests.network.test_event_form import NONE

pytestmark = pytest.mark.django_db
FORM = ServicePage.get_edit_handler().get_form_class()
ROWS = ("required", "languages", "phones", "places", "providers", "hours", "exceptions")
TEXTS = ("eligibility", "how_to_apply", "what_to_expect", "complaints")


@pytest.fixture
def service(locales):
    return make_service(hours=False)


def form_of(page, users, rows=None, **values):
    rows = rows or {}
    given = {
        "title": "Tanács", "slug": "tanacs", "body": streamfield([]), "cost": "free",
        "registration": "walk_in", "status": "active", "comments": NONE,
        **{name: rich_text("") for name in TEXTS},
        **{name: formset(rows.get(name, [])) for name in ROWS}, **values,
    }  # fmt: skip
    return FORM(nested_form_data(given), instance=page, parent_page=page.get_parent(),
                for_user=users["administrator"])  # fmt: skip


def formset(rows):
    numbered = {str(number): {"ORDER": number, **row} for number, row in enumerate(rows)}
    return {**NONE, "TOTAL_FORMS": len(rows), **numbered}


def hours(opens="09:00", closes="12:00", weekday=0, **values):
    return {"weekday": weekday, "opens": opens, "closes": closes, **values}


def test_hours_of_one_day_do_not_overlap(service, users):
    form = form_of(service, users, {"hours": [hours(), hours("11:00", "13:00")]})
    assert not form.is_valid()
    assert list(form.formsets["hours"].forms[1].errors) == ["opens"]


@pytest.mark.parametrize(
    "second",
    [
        hours("12:00", "13:00"),
        hours(weekday=1),
        hours(valid_from="2031-06-01"),
    ],
)
def test_hours_that_do_not_meet_are_taken(service, users, second):
    first = hours(valid_until="2031-05-31")
    form = form_of(service, users, {"hours": [first, second]})
    assert form.is_valid(), form.formsets["hours"].errors


def test_hours_that_are_deleted_do_not_count(service, users):
    rows = [hours(), {**hours("11:00", "13:00"), "DELETE": "1"}]
    assert form_of(service, users, {"hours": rows}).is_valid()


def test_hours_belong_to_a_place_of_the_service(service, users):
    place, other = make_place("Egy"), make_place("Kettő")
    rows = {"places": [{"place": place.pk}], "hours": [hours(place=other.pk)]}
    form = form_of(service, users, rows)
    assert not form.is_valid()
    assert list(form.formsets["hours"].forms[0].errors) == ["place"]
    rows["hours"] = [hours(place=place.pk)]
    assert form_of(service, users, rows).is_valid()


def test_an_emergency_needs_a_number_before_it_is_public(service, users):
    form = form_of(service, users, emergency="on")
    assert list(form.errors) == ["emergency"]
    draft = form_of(service, users, emergency="on")
    draft.defer_required_fields()
    assert draft.is_valid()
    assert form_of(service, users, {"phones": [{"number": "+36 1 112"}]}, emergency="on").is_valid()


def test_a_translation_is_not_asked_for_facts(service, users):
    form = form_of(translated(service), users)
    assert form.is_valid(), form.errors


@pytest.mark.parametrize(
    ("model", "values", "field"),
    [
        (ServiceHours, {"opens": "12:00", "closes": "09:00"}, "closes"),
        (ServiceHours, {"opens": "09:00", "closes": "09:00"}, "closes"),
        (
            ServiceHours,
            {"opens": "09:00", "closes": "12:00", "valid_from": "2031-02-01",
             "valid_until": "2031-01-01"},
            "valid_until",
        ),
        (ServiceException, {"day": "2031-01-01", "closed": True, "opens": "09:00"}, "closed"),
        (ServiceException, {"day": "2031-01-01", "closed": False}, "opens"),
        (
            ServiceException,
            {"day": "2031-01-01", "closed": False, "opens": "12:00", "closes": "09:00"},
            "closes",
        ),
        (ServicePhone, {"number": "hívjon!"}, "number"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_is_refused(service, locales, model, values, field):
    row = model(page=service, locale=locales["hu"], source_text=[], **values)
    with pytest.raises(ValidationError) as error:
        row.full_clean()
    assert list(error.value.message_dict) == [field]


def test_midnight_ends_a_day(service, locales):
    row = ServiceHours(page=service, locale=locales["hu"], source_text=[], opens="20:00",
                       closes="00:00")  # fmt: skip
    row.full_clean()


@pytest.mark.parametrize(
    ("values", "field"),
    [({"fees": "Ezer forint"}, "fees"), ({"appointment_url": "https://example.org/"},
                                         "appointment_url")],
)  # fmt: skip
def test_a_page_that_contradicts_itself_is_refused(service, values, field):
    for name, value in values.items():
        setattr(service, name, value)
    with pytest.raises(ValidationError) as error:
        service.full_clean()
    assert list(error.value.message_dict) == [field]


class TestActions:
    @pytest.fixture
    def moderator(self, client, users, service):
        translated(service)
        client.login(username="moderator", password=PASSWORD)
        return client

    def post(self, client, page, name, **data):
        return client.post(reverse("live_fact_action", args=[page.pk, name]), data)

    def states(self, page):
        pages = ServicePage.objects.filter(translation_key=page.translation_key)
        return set(pages.values_list("status", "closed_from", "closed_until"))

    def test_closing_and_opening_again_hold_everywhere(self, moderator, service):
        today = timezone.localdate()
        data = {"closed_from": today.isoformat(), "explanation_hu": "Felújítás"}
        assert self.post(moderator, service, "service_close", **data).status_code == 302
        assert self.states(service) == {("temporarily_closed", today, None)}
        assert fresh(service).acts.first().texts.get().text == "Felújítás"
        assert self.post(moderator, service, "service_reopen").status_code == 302
        assert self.states(service) == {("active", None, None)}

    @pytest.mark.parametrize(
        ("first", "last"), [(2, 1), (-9, -5)], ids=["wrong way", "over already"]
    )
    def test_days_that_cannot_be_are_refused(self, moderator, service, first, last):
        today = timezone.localdate()
        days = {
            "closed_from": (today + timedelta(days=first)).isoformat(),
            "closed_until": (today + timedelta(days=last)).isoformat(),
        }
        response = self.post(moderator, service, "service_close", explanation_hu="x", **days)
        assert list(response.context["form"].errors) == ["closed_until"]

    def test_a_reason_is_needed(self, moderator, service):
        response = self.post(moderator, service, "service_close", closed_from="2031-01-01")
        assert list(response.context["form"].errors) == ["explanation_hu"]

    def test_verified_today_is_today(self, moderator, service):
        self.post(moderator, service, "service_verified")
        assert fresh(service).verified_on == timezone.localdate()

    def test_closing_is_no_plain_change_of_status(self, moderator, service):
        data = {"status": "temporarily_closed", "explanation_hu": "x"}
        response = self.post(moderator, service, "service_status", **data)
        assert "status" in response.context["form"].errors
        data["status"] = "ended"
        assert self.post(moderator, service, "service_status", **data).status_code == 302
        data = {"closed_from": "2031-01-01", "explanation_hu": "x"}
        self.post(moderator, service, "service_close", **data)
        assert self.states(service) == {("ended", None, None)}

    def test_an_editor_cannot(self, client, users, service):
        client.login(username="editor", password=PASSWORD)
        self.post(client, service, "service_status", status="ended", explanation_hu="x")
        assert fresh(service).status == "active"

    def test_a_stale_draft_opens_nothing_again(self, moderator, service):
        stale = fresh(service).save_revision()
        data = {"closed_from": date.today().isoformat(), "explanation_hu": "x"}
        self.post(moderator, service, "service_close", **data)
        stale.publish()
        assert fresh(service).status == "temporarily_closed"
