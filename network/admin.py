"""Admin screens of memberships, roles and attendance, and the buttons on pages that lead there."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.viewsets.model import ModelViewSetGroup
from wagtail.admin.widgets import Button

from cms.core.admin.relations import RelationViewSet, may_enter
from cms.core.facts.pin import source_of
from cms.languages import SOURCE
from network.models import (
    Attendance,
    EventPage,
    Membership,
    OrganisationPage,
    PersonPage,
    RoleAppointment,
    RoundtablePage,
)

PAGES: tuple[tuple[Any, str], ...] = (
    (RoundtablePage, "body"),
    (OrganisationPage, "organisation"),
    (PersonPage, "person"),
    (EventPage, "event"),
)


class RelationFilters(WagtailFilterSet):
    """Filters by pages offer those of the source language, which the records refer to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for model, name in PAGES:
            if name in self.filters:
                pages = model.objects.filter(locale__language_code=SOURCE, alias_of__isnull=True)
                self.filters[name].extra["queryset"] = pages.order_by("title")


class MembershipFilters(RelationFilters):
    class Meta:
        model = Membership
        fields = ["state", "body", "role", "organisation", "person"]


class RoleFilters(RelationFilters):
    class Meta:
        model = RoleAppointment
        fields = ["state", "person", "organisation", "body"]


class AttendanceFilters(RelationFilters):
    class Meta:
        model = Attendance
        fields = ["state", "event", "organisation", "capacity", "presence", "publish"]


class MembershipViewSet(RelationViewSet):
    model = Membership
    name = "memberships"
    menu_label = _("Memberships")
    icon = "group"
    list_display = ["member", "body", "role", "starts_on", "ends_on", "state"]
    filterset_class = MembershipFilters


class RoleViewSet(RelationViewSet):
    model = RoleAppointment
    name = "roles"
    menu_label = _("Roles of people")
    icon = "user"
    list_display = ["person", "role_text", "where", "starts_on", "ends_on", "state"]
    filterset_class = RoleFilters


class AttendanceViewSet(RelationViewSet):
    model = Attendance
    name = "attendance"
    menu_label = _("Attendance")
    icon = "tasks"
    list_display = [
        "event", "organisation", "person", "label", "capacity", "presence", "publish", "state",
    ]  # fmt: skip
    filterset_class = AttendanceFilters


class MembersGroup(ModelViewSetGroup):
    items = (MembershipViewSet, RoleViewSet, AttendanceViewSet)
    menu_label = _("Members")
    menu_icon = "group"
    menu_order = 240


#: Page type → (label, list, filter) of the records that refer to it.
LISTS: dict[Any, tuple[tuple[Any, str, str], ...]] = {
    RoundtablePage: ((_("Memberships"), "memberships", "body"), (_("Roles"), "roles", "body")),
    OrganisationPage: (
        (_("Memberships"), "memberships", "organisation"), (_("Roles"), "roles", "organisation"),
    ),
    PersonPage: ((_("Memberships"), "memberships", "person"), (_("Roles"), "roles", "person")),
    EventPage: ((_("Attendance"), "attendance", "event"),),
}  # fmt: skip


def relation_buttons(page: Any, user: Any) -> list[Button]:
    """Links from a page's editor to the lists of its relations, for those who may enter them."""
    lists = LISTS.get(type(page), ())
    if not lists or not may_enter(user):
        return []
    source = page if page.is_facts_source else source_of(page)
    if source is None:
        return []
    return [
        Button(
            label, f"{reverse(f'{name}:index')}?{field}={source.pk}",
            icon_name="list-ul", priority=40 + order,
        )
        for order, (label, name, field) in enumerate(lists)
    ]  # fmt: skip
