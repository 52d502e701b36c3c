"""The way into the services from the home page: whom to call in an emergency, for whom there are
how many."""

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps

from cms.core.frame import address
from cms.core.together import Part, Row, in_order, truth
from network.service_codes import ServiceStatus, for_whom_codes

SERVICE = ("pk", "title", "url_path", "for_whom", "emergency", "status")
PHONE = ("page_id", "sort_order", "number")


@dataclass(frozen=True)
class Urgent:
    """A service for emergencies, with its numbers."""

    title: str
    url: str
    phones: list[str]


@dataclass(frozen=True)
class Audience:
    """A link into the finder: `code` is the value of its facet `for`."""

    code: str
    name: Any
    count: int


@dataclass(frozen=True)
class ServicesEntry:
    urgent: list[Urgent] = field(default_factory=list)
    audiences: list[Audience] = field(default_factory=list)


def entry_parts(locale: Any) -> dict[str, Part]:
    """What `services_entry` needs, to be read with other rows in one query."""
    services = apps.get_model("network", "ServicePage").objects.current(locale)
    for_emergencies = services.filter(emergency=True).values("pk")
    phones = apps.get_model("network", "ServicePhone").objects.filter(page_id__in=for_emergencies)
    return {"services": (services, SERVICE), "phones": (phones, PHONE)}


def services_entry(rows: dict[str, list[Row]], lang: str) -> ServicesEntry:
    numbers: dict[str, list[str]] = {}
    for row in in_order(rows["phones"]):
        numbers.setdefault(str(row["page_id"]), []).append(str(row["number"]))
    urgent = [
        Urgent(
            str(row["title"]), address(lang, str(row["url_path"])),
            numbers.get(str(row["pk"]), []),
        )
        for row in sorted(rows["services"], key=lambda row: str(row["title"]))
        if truth(row["emergency"]) and row["status"] == ServiceStatus.ACTIVE
    ]  # fmt: skip
    counts = Counter(
        code for row in rows["services"] for code in json.loads(row["for_whom"] or "[]")
    )
    audiences = [
        Audience(code, name, counts[code]) for code, name in for_whom_codes() if counts[code]
    ]
    return ServicesEntry(urgent, audiences)
