"""A service as schema.org/Service, or GovernmentService where a public body offers it."""

from typing import Any

from network.service_codes import Weekday, for_whom_codes
from network.service_hours import Week

SITE = "https://schema.org/"
DAYS = {day: SITE + day.name.capitalize() for day in Weekday}


def service_schema(page: Any) -> dict[str, Any]:
    """What readers see of it; hidden addresses are not among the rows that were read."""
    profile = getattr(page, "profile", None)
    codes = dict(for_whom_codes())
    data: dict[str, Any] = {}
    if page.for_whom:
        names = [str(codes[code]) for code in page.for_whom if code in codes]
        data["audience"] = [{"@type": "Audience", "audienceType": name} for name in names]
    if page.cost == "free":
        data["offers"] = {"@type": "Offer", "price": "0", "priceCurrency": "HUF"}
    return data if profile is None else {**data, **_of_profile(page, profile)}


def _of_profile(page: Any, profile: Any) -> dict[str, Any]:
    data: dict[str, Any] = {}
    if profile.is_public_body:
        data["@type"] = "GovernmentService"
    if profile.providers:
        data["provider"] = [{"@type": "Organization", "name": link.title} for link in
                            profile.providers]  # fmt: skip
    if channel := _channel(page, profile):
        data["availableChannel"] = {"@type": "ServiceChannel", **channel}
    hours = [spec for week in profile.weeks for spec in hours_of(week)]
    hours += [special(day) for day in profile.days]
    if hours and page.is_offered:
        data["hoursAvailable"] = hours
    return data


def _channel(page: Any, profile: Any) -> dict[str, Any]:
    data: dict[str, Any] = {}
    addresses = [site.place.postal_address for site in profile.places if site.place.postal_address]
    if addresses:
        data["serviceLocation"] = [{"@type": "Place", "address": line} for line in addresses]
    if profile.phones:
        data["servicePhone"] = [
            {"@type": "ContactPoint", "telephone": phone.value} for phone in profile.phones
        ]
    if page.website:
        data["serviceUrl"] = page.website
    if page.spoken:
        data["availableLanguage"] = page.spoken
    return data


def hours_of(week: Week) -> list[dict[str, Any]]:
    valid = {"validFrom": week.valid_from, "validThrough": week.valid_until}
    return [
        {"@type": "OpeningHoursSpecification", "dayOfWeek": DAYS[Weekday(weekday)],
         "opens": at(span.opens), "closes": "23:59" if span.ends_the_day else at(span.closes),
         **{name: day.isoformat() for name, day in valid.items() if day}}
        for weekday, spans in sorted(week.days.items())
        for span in spans
    ]  # fmt: skip


def special(day: Any) -> dict[str, Any]:
    """A closed day opens and closes at midnight, as schema.org has it."""
    opens, closes = (at(day.span.opens), at(day.span.closes)) if day.span else ("00:00", "00:00")
    return {
        "@type": "OpeningHoursSpecification", "validFrom": day.day.isoformat(),
        "validThrough": day.day.isoformat(), "opens": opens, "closes": closes,
    }  # fmt: skip


def at(value: Any) -> str:
    return f"{value:%H:%M}"
