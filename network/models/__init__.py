"""Page types and relation records of this room."""

from network.models.agenda import AgendaItem
from network.models.appointment import RoleAppointment, RoleText
from network.models.attendance import Attendance
from network.models.change import EventChange
from network.models.event import EventPage
from network.models.event_index import EventIndexPage
from network.models.membership import Membership
from network.models.organisation import (
    OrganisationIndexPage,
    OrganisationLanguage,
    OrganisationPage,
    OrganisationPlace,
    OrganisationReach,
)
from network.models.organiser import EventOrganiser
from network.models.person import PersonIndexPage, PersonPage
from network.models.roundtable import RoundtablePage
from network.models.service import ServicePage
from network.models.service_hours import ServiceException, ServiceHours
from network.models.service_index import ServiceIndexPage
from network.models.service_rows import (
    ServiceDocument,
    ServiceLanguage,
    ServicePhone,
    ServicePlace,
    ServiceProvider,
)

__all__ = [
    "AgendaItem", "Attendance", "EventChange", "EventIndexPage", "EventOrganiser", "EventPage",
    "Membership", "OrganisationIndexPage", "OrganisationLanguage", "OrganisationPage",
    "OrganisationPlace", "OrganisationReach", "PersonIndexPage", "PersonPage", "RoleAppointment",
    "RoleText", "RoundtablePage", "ServiceDocument", "ServiceException", "ServiceHours",
    "ServiceIndexPage", "ServiceLanguage", "ServicePage", "ServicePhone", "ServicePlace",
    "ServiceProvider",
]  # fmt: skip
