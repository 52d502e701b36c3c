"""An event as schema.org/Event."""

from typing import Any

from django.utils import timezone

STATES = {
    "cancelled": "https://schema.org/EventCancelled",
    "postponed": "https://schema.org/EventPostponed",
}
MODES = {
    "online": "https://schema.org/OnlineEventAttendanceMode",
    "hybrid": "https://schema.org/MixedEventAttendanceMode",
}


def event_schema(event: Any) -> dict[str, Any]:
    """Start, end, state, mode and place; what is hidden or given on request stays out."""
    data: dict[str, Any] = {
        "startDate": moment(event, event.starts_at),
        "eventStatus": STATES.get(event.status, "https://schema.org/EventScheduled"),
        "eventAttendanceMode": MODES.get(
            event.mode, "https://schema.org/OfflineEventAttendanceMode"
        ),
    }
    if event.ends_at:
        data["endDate"] = moment(event, event.ends_at)
    if event.status == "postponed" and event.postponed_from:
        data["previousStartDate"] = moment(event, event.postponed_from)
    if event.capacity:
        data["maximumAttendeeCapacity"] = event.capacity
    if locations := locations_of(event):
        data["location"] = locations[0] if len(locations) == 1 else locations
    return data


def moment(event: Any, at: Any) -> str:
    """The day alone where the hours are not known."""
    return timezone.localtime(at).date().isoformat() if event.all_day else at.isoformat()


def locations_of(event: Any) -> list[dict[str, str]]:
    found = []
    if event.place and event.place.postal_address:
        found.append({"@type": "Place", "address": event.place.postal_address})
    if event.shown_online_url:
        found.append({"@type": "VirtualLocation", "url": event.shown_online_url})
    return found
