"""Page types of this room."""

from network.models.event import AgendaItem, EventIndexPage, EventPage
from network.models.roundtable import RoundtablePage

__all__ = ["AgendaItem", "EventIndexPage", "EventPage", "RoundtablePage"]
