"""Reads who came to an event, as far as readers may know it."""

from dataclasses import dataclass, field
from typing import Any

from django.apps import apps

from cms.core.collation import sort_key
from cms.core.frame import Link, frame_of
from cms.core.together import Row, number

COLUMNS = ("pk", "organisation_id", "person_id", "label", "capacity", "publish")
CAME = ("present", "online")


@dataclass
class Came:
    """An organisation that was there, and those of it who agreed to be named."""

    organisation: Link | None
    names: list[Link | str] = field(default_factory=list)


def attendance_of(page: Any) -> Any:
    """Confirmed rows of those who came; the rest stays with the secretariat."""
    model = apps.get_model("network", "Attendance")
    return model.objects.confirmed().filter(
        event__translation_key=page.translation_key,
        presence__in=CAME,
        publish__in=[model.Publish.ORGANISATION, model.Publish.NAME],
    )


def attendance_context(page: Any, request: Any, rows: list[Row]) -> dict[str, Any]:
    """`rows` of `attendance_of`, to which the page's frame already has the links."""
    lang = page.locale.language_code
    links = frame_of(request, page, lang).related
    ordered = sorted(rows, key=lambda row: number(row["pk"]) or 0)
    return {"attendance": came_of(ordered, links, lang)}


def came_of(rows: list[Row], links: dict[int, Link], lang: str) -> list[Came]:
    """By organisation and its name; people of none of them last."""
    by_organisation: dict[int | None, Came] = {}
    for row in rows:
        organisation_id = number(row["organisation_id"])
        organisation = links.get(organisation_id or 0)
        name = name_of(row, links)
        if organisation is None and name is None:
            continue
        pk = organisation_id if organisation else None
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
