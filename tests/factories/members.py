"""Published organisations and people, and the confirmed records that tie them."""

from datetime import date
from typing import Any

import factory
import wagtail_factories
from wagtail.models import Locale

from network.models import (
    Attendance,
    Membership,
    OrganisationIndexPage,
    OrganisationLanguage,
    OrganisationPage,
    OrganisationPlace,
    OrganisationReach,
    PersonIndexPage,
    PersonPage,
    RoleAppointment,
    RoleText,
)
from tests.factories.pages import (
    RoundtablePageFactory,
    fresh,
    home_in,
    make_image,
    make_place,
    published,
)


class OrganisationPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda n: f"Egyesület {n}")

    class Meta:
        model = OrganisationPage


class PersonPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda n: f"Minta Anna {n}")

    class Meta:
        model = PersonPage


def index_of(model: Any, slug: str) -> Any:
    found = model.objects.filter(locale__language_code="hu").first()
    if found is None:
        found = model(title=slug.capitalize(), slug=slug)
        home_in("hu").add_child(instance=found)
        found = published(found)
    return found


def make_organisation(*, full: bool = False, **values: Any) -> Any:
    """A published organisation; `full`: with a logo and rows of every kind."""
    parent = index_of(OrganisationIndexPage, "szervezetek")
    page = OrganisationPageFactory(parent=parent, **values)
    if full:
        page.logo = make_image()
        fill(page)
    return published(page)


def fill(page: Any) -> None:
    page.languages = [
        OrganisationLanguage(code="uk", note="kedden", sort_order=0),
        OrganisationLanguage(code="hu", sort_order=1),
    ]
    page.reach = [
        OrganisationReach(channel="email", value="iroda@example.org", sort_order=0),
        OrganisationReach(channel="phone", value="+36 1 234 5678", note="hétfőn", sort_order=1),
        OrganisationReach(channel="phone", value="+36 1 999 9999", public=False, sort_order=2),
    ]
    page.places = [OrganisationPlace(place=make_place(district="V."), sort_order=0)]


def make_person(*, photo: bool = False, **values: Any) -> Any:
    parent = index_of(PersonIndexPage, "emberek")
    if photo:
        values.setdefault("photo", make_image())
    return published(PersonPageFactory(parent=parent, **values))


def make_body(**values: Any) -> Any:
    return published(RoundtablePageFactory(parent=home_in("hu"), **values))


def make_membership(*, confirmed: bool = True, **values: Any) -> Membership:
    state = "confirmed" if confirmed else "waiting"
    membership = Membership(state=state, **values)
    membership.full_clean()
    membership.save()
    return membership


def make_role(text: str = "igazgató", *, confirmed: bool = True, **values: Any) -> RoleAppointment:
    """A role with a Hungarian and an English text."""
    role = RoleAppointment(state="confirmed" if confirmed else "waiting", **values)
    role.texts = [
        RoleText(locale=Locale.objects.get(language_code=code), text=said)
        for code, said in (("hu", text), ("en", f"{text} (en)"))
    ]
    role.full_clean()
    role.save()
    return role


def make_attendance(*, confirmed: bool = True, **values: Any) -> Attendance:
    attendance = Attendance(state="confirmed" if confirmed else "waiting", **values)
    attendance.full_clean()
    attendance.save()
    return attendance


def organisation() -> Any:
    """An organisation with everything that shows: rows, a seat, a past seat and a director."""
    page = make_organisation(full=True, alternative_names="ME", how_to_reach="<p>Csengő</p>")
    body = make_body()
    make_membership(body=body, organisation=page, represented_by=make_person())
    make_membership(body=body, organisation=page, starts_on=PAST[0], ends_on=PAST[1], role="expert")
    make_role(person=make_person(), organisation=page)
    return fresh(page)


def person() -> Any:
    """A person with everything that shows: a photo, a seat, a role and a role that is over."""
    page = make_person(
        photo=True, photo_consent_on=PAST[0], languages=["hu", "vi"], position="igazgató",
        name_original="阮明", name_original_language="zh-hans",
    )  # fmt: skip
    body = make_body()
    make_membership(body=body, person=page)
    make_role(person=page, body=body)
    make_role(person=page, organisation=make_organisation(), starts_on=PAST[0], ends_on=PAST[1])
    return fresh(page)


def organisations() -> Any:
    return fresh(make_organisation(full=True).get_parent().specific)


def people() -> Any:
    page = make_person(photo=True, photo_consent_on=PAST[0], languages=["hu"])
    return fresh(page.get_parent().specific)


PAST = (date(2013, 1, 1), date(2014, 12, 31))
