"""Reads who came to an event, as far as readers may know it."""

from dataclasses import dataclass, field
from typing import Any

from django.apps import apps

from cms.core.collation import sort_key
from cms.core.frame import Link, frame_of
from cms.core.together import Part, Row, number
from network.members import refer

COLUMNS = ("pk", "organisation_id", "person_id", "label", "capacity", "publish")
CAME = ("present", "online")


@dataclass
class Came:
    """An organisation that was there, and those of it who agreed to be named."""

    organisation: Link | None
    names: list[Link | str] = field(default_factory=list)


def attendance_part(page: Any) -> Part:
    """Confirmed rows of those who came; the rest stays with the secretariat."""
    model = apps.get_model("network", "Attendance")
    rows = model.objects.confirmed().filter(
        event__translation_key=page.translation_key,
        presence__in=CAME,
        publish__in=[model.Publish.ORGANISATION, model.Publish.NAME],
    )
    return rows, COLUMNS


def attendance_of(page: Any, request: Any, rows: list[Row]) -> list[Came]:
    found = sorted(rows, key=lambda row: number(row["pk"]) or 0)
    refer(page, found)
    lang = page.locale.language_code
    links = frame_of(request, page, lang).related
    return came_of(found, links, lang)


def came_of(rows: list[Row], links: dict[int, Link], lang: str) -> list[Came]:
    """By organisation and its name; people of none of them last."""
    by_organisation: dict[int | None, Came] = {}
    for row in rows:
        organisation = links.get(number(row["organisation_id"]) or 0)
        name = name_of(row, links)
        if organisation is None and name is None:
            continue
        pk = number(row["organisation_id"]) if organisation else None
        came = by_organisation.setdefault(pk, Came(organisation))
        if name is not None:
            came.names.append(name)
    return sorted(by_organisation.values(), key=lambda came: _order(came, lang))


def name_of(row: Row, links: dict[int, Link]) -> Link | str | None:
    """The person's link or typed name, where it may be shown."""
    if row["publish"] != "name":
        return None
    return links.get(number(row["person_id"]) or 0) or row["label"] or None


def _order(came: Came, lang: str) -> Any:
    title = came.organisation.title if came.organisation else ""
    return came.organisation is None, sort_key(title, lang)
