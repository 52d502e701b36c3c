"""Reads memberships and roles from each of their ends, in the reader's language.

Only what was confirmed is read, and only where both pages are visible; the links come with the
page's frame, so that a page costs one query for all its relations.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Q
from django.utils import timezone

from cms.core.collation import sort_key
from cms.core.frame import Link, frame_of
from cms.core.together import Part, Row, day, number
from cms.languages import SOURCE

SEAT = (
    "role", "body_id", "organisation_id", "person_id", "represented_by_id", "alternate_id",
    "starts_on", "ends_on",
)  # fmt: skip
POST = (
    "appointment_id", "locale__language_code", "text", "appointment__person_id",
    "appointment__organisation_id", "appointment__body_id", "appointment__starts_on",
    "appointment__ends_on",
)  # fmt: skip
ROOM = "network"


@dataclass(frozen=True)
class Tie:
    """A membership or a role: two pages, what ties them, and since when."""

    role: Any
    lang: str
    who: Link
    where: Link
    starts_on: date | None
    ends_on: date | None
    represented_by: Link | None = None
    alternate: Link | None = None
    code: str = ""
    is_for_organisation: bool = False
    #: The id that the record stores for `who`.
    who_id: int | None = None


@dataclass
class Relations:
    """What ties a page to others now, and what did before."""

    seats: list[Tie] = field(default_factory=list)
    past_seats: list[Tie] = field(default_factory=list)
    posts: list[Tie] = field(default_factory=list)
    past_posts: list[Tie] = field(default_factory=list)

    @property
    def by_role(self) -> list[tuple[Any, list[Tie]]]:
        """Current memberships by role, the chair first."""
        roles = apps.get_model(ROOM, "Membership").Role.choices
        groups = [(label, [s for s in self.seats if s.code == code]) for code, label in roles]
        return [(label, seats) for label, seats in groups if seats]


def relation_parts(page: Any, end: str) -> dict[str, Part]:
    """Parts for `together`; `end` names the field of the records that refers to `page`."""
    key = page.translation_key
    mine = Q(**{f"{end}__translation_key": key})
    if end == "person":
        mine |= Q(represented_by__translation_key=key) | Q(alternate__translation_key=key)
    seats = apps.get_model(ROOM, "Membership").objects.confirmed().filter(mine, public=True)
    texts = apps.get_model(ROOM, "RoleText").objects.filter(
        **{f"appointment__{end}__translation_key": key},
        appointment__state="confirmed",
        locale__language_code__in=[page.locale.language_code, SOURCE],
    )
    return {"seats": (seats, SEAT), "posts": (texts, POST)}


def relations_of(page: Any, request: Any, rows: dict[str, list[Row]]) -> Relations:
    """The relations in `rows` whose two pages are visible, by name, current and past apart.

    Reads the page's frame, which is why nothing may be added to `referred_ids` after it.
    """
    lang = page.locale.language_code
    posts = spoken_best(rows["posts"], lang)
    refer(page, [*rows["seats"], *posts])
    links = frame_of(request, page, lang).related
    ties = [tie for row in rows["seats"] if (tie := _seat(row, links, lang))]
    offices = [tie for row in posts if (tie := _post(row, links))]
    shown = Relations()
    today = timezone.localdate()
    shown.seats, shown.past_seats = parted(ties, today, lang)
    shown.posts, shown.past_posts = parted(offices, today, lang)
    return shown


def refer(page: Any, rows: Iterable[dict[str, Any]]) -> None:
    """Let the page's frame read the pages that `rows` refer to."""
    ids = {
        pk
        for row in rows
        for name, value in row.items()
        if name.endswith("_id") and name != "appointment_id" and (pk := number(value))
    }
    page.referred_ids = (*page.referred_ids, *sorted(ids))


def spoken_best(rows: list[Row], lang: str) -> list[Row]:
    """One text of each role: in `lang`, else in the source language."""
    best: dict[str | None, Row] = {}
    for row in rows:
        if row["appointment_id"] not in best or row["locale__language_code"] == lang:
            best[row["appointment_id"]] = row
    return list(best.values())


def parted(ties: list[Tie], today: date, lang: str) -> tuple[list[Tie], list[Tie]]:
    """What holds today, by name, and what is over, the latest first; the future is not shown."""
    begun = [tie for tie in ties if tie.starts_on is None or tie.starts_on <= today]
    now = [tie for tie in begun if tie.ends_on is None or tie.ends_on >= today]
    over = [tie for tie in begun if tie not in now]
    now.sort(key=lambda tie: (sort_key(tie.who.title, lang), sort_key(tie.where.title, lang)))
    return now, sorted(over, key=lambda tie: tie.ends_on or today, reverse=True)


def _link(links: dict[int, Link], value: str | None) -> Link | None:
    pk = number(value)
    return links.get(pk) if pk else None


def _seat(row: Row, links: dict[int, Link], lang: str) -> Tie | None:
    who = _link(links, row["organisation_id"] or row["person_id"])
    where = _link(links, row["body_id"])
    if who is None or where is None:
        return None
    roles = dict(apps.get_model(ROOM, "Membership").Role.choices)
    return Tie(
        roles.get(row["role"], ""), lang, who, where, day(row["starts_on"]), day(row["ends_on"]),
        represented_by=_link(links, row["represented_by_id"]),
        alternate=_link(links, row["alternate_id"]),
        code=str(row["role"]),
        is_for_organisation=bool(row["organisation_id"]),
        who_id=number(row["organisation_id"] or row["person_id"]),
    )  # fmt: skip


def _post(row: Row, links: dict[int, Link]) -> Tie | None:
    who = _link(links, row["appointment__person_id"])
    where = _link(links, row["appointment__organisation_id"] or row["appointment__body_id"])
    if who is None or where is None:
        return None
    return Tie(
        row["text"], str(row["locale__language_code"]), who, where,
        day(row["appointment__starts_on"]), day(row["appointment__ends_on"]),
    )  # fmt: skip
