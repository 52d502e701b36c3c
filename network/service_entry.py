"""The way into the services from the home page: whom to call in an emergency, for whom there are
how many."""

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db.models import Count

from cms.core.frame import address
from cms.core.together import Part, Row, in_order, number
from network.service_codes import ServiceStatus, for_whom_codes

#: How many helplines stand there; the finder has them all, before the other services.
MOST_URGENT = 6
URGENT = ("pk", "path", "title", "url_path")
COUNTED = ("for_whom", "services")
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
    model = apps.get_model("network", "ServicePage")
    services = model.objects.current(locale).order_by()
    active = services.filter(emergency=True, status=ServiceStatus.ACTIVE)
    first = active.order_by("path").values("pk")[:MOST_URGENT]
    phones = apps.get_model("network", "ServicePhone").objects.filter(page_id__in=first)
    return {
        "urgent": (model.objects.filter(pk__in=first), URGENT),
        "phones": (phones, PHONE),
        "for_whom": (services.values("for_whom").annotate(services=Count("pk")), COUNTED),
    }


def services_entry(rows: dict[str, list[Row]], lang: str) -> ServicesEntry:
    numbers: dict[str, list[str]] = {}
    for row in in_order(rows["phones"]):
        numbers.setdefault(str(row["page_id"]), []).append(str(row["number"]))
    urgent = [
        Urgent(
            str(row["title"]), address(lang, str(row["url_path"])),
            numbers.get(str(row["pk"]), []),
        )
        for row in sorted(rows["urgent"], key=lambda row: str(row["path"]))
    ]  # fmt: skip
    counts: Counter[str] = Counter()
    for row in rows["for_whom"]:
        for code in json.loads(row["for_whom"] or "[]"):
            counts[code] += number(row["services"]) or 0
    audiences = [
        Audience(code, name, counts[code]) for code, name in for_whom_codes() if counts[code]
    ]
    return ServicesEntry(urgent, audiences)
