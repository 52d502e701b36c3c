"""An event as schema.org/Event."""

from typing import Any

STATES = {
    "cancelled": "https://schema.org/EventCancelled",
    "postponed": "https://schema.org/EventPostponed",
}
MODES = {
    "online": "https://schema.org/OnlineEventAttendanceMode",
    "hybrid": "https://schema.org/MixedEventAttendanceMode",
}


def event_schema(event: Any) -> dict[str, Any]:
    """Start, end, state, mode and place; an address that is hidden stays out."""
    data: dict[str, Any] = {
        "startDate": event.starts_at.isoformat(),
        "eventStatus": STATES.get(event.status, "https://schema.org/EventScheduled"),
        "eventAttendanceMode": MODES.get(
            event.mode, "https://schema.org/OfflineEventAttendanceMode"
        ),
    }
    if event.ends_at:
        data["endDate"] = event.ends_at.isoformat()
    if event.place and event.place.postal_address:
        data["location"] = {"@type": "Place", "address": event.place.postal_address}
    return data
