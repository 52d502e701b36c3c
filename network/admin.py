"""Admin screens of memberships, roles and attendance, and which pages lead there."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSetGroup

from cms.core.admin.relations import Lists, RelationFilters, RelationViewSet
from network.models import (
    Attendance,
    EventPage,
    Membership,
    OrganisationPage,
    PersonPage,
    RoleAppointment,
    RoundtablePage,
)


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


LISTS: Lists = {
    RoundtablePage: ((_("Memberships"), "memberships", "body"), (_("Roles"), "roles", "body")),
    OrganisationPage: (
        (_("Memberships"), "memberships", "organisation"), (_("Roles"), "roles", "organisation"),
    ),
    PersonPage: ((_("Memberships"), "memberships", "person"), (_("Roles"), "roles", "person")),
    EventPage: ((_("Attendance"), "attendance", "event"),),
}  # fmt: skip
