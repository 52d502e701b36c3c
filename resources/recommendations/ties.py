"""Agenda items and organisations → recommendations: what their room shows without knowing this."""

import json
import re
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Case, IntegerField, JSONField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_lazy as _

from cms.core.frame import Link, address
from cms.core.registries import PageExtra, RowExtra
from cms.core.together import Part, Row, number
from cms.languages import SOURCE
from resources.recommendations.codes import Tie


def ties_part(meeting: Any) -> Part:
    """Confirmed ties of a meeting, each with its item where a visible page has it."""
    ties = apps.get_model("resources", "ItemDiscussion").objects.confirmed()
    rows = ties.filter(
        meeting__translation_key=meeting.translation_key,
        meeting__locale__language_code=SOURCE,
    )
    pages = apps.get_model("resources", "RecommendationPage").objects.public_now()
    rows = rows.annotate(found=_item(pages, meeting.locale.language_code))
    return rows, ("pk", "agenda_key", "kind", "found")


def agenda_links(rows: list[Row]) -> dict[UUID, list[Link]]:
    """Links to items by the key of the agenda item that they were on."""
    found: dict[UUID, dict[str, Link]] = {}
    for row in sorted(rows, key=lambda row: number(row["pk"]) or 0):
        if row["found"]:
            link = _link(json.loads(row["found"]), Tie(str(row["kind"])).label)
            found.setdefault(UUID(row["agenda_key"]), {})[link.url + link.title] = link
    return {key: list(links.values()) for key, links in found.items()}


#: In the meeting's language, else in the source language; the room of meetings calls it.
AGENDA_TIES = RowExtra(part=ties_part, links=agenda_links)


def asked_part(organisation: Any) -> Part:
    """Confirmed records that ask an organisation too, each with its item of a current document."""
    key = {"translation_key": organisation.translation_key, "locale__language_code": SOURCE}
    itself, by_record = (
        Q(**{f"{end}__{name}": value for name, value in key.items()})
        for end in ("organisation", "addressee__organisation")
    )
    pages = apps.get_model("resources", "RecommendationPage").objects.current_now()
    rows = apps.get_model("resources", "CoAddressee").objects.confirmed()
    rows = rows.filter(itself | by_record)
    return rows.annotate(found=_item(pages, organisation.locale.language_code)), ("pk", "found")


def asked_links(rows: list[Row]) -> list[Link]:
    """Links to the items, the newest reference first."""
    items = [json.loads(row["found"]) for row in rows if row["found"]]
    items.sort(key=lambda item: figures(item["number"]))
    items.sort(key=lambda item: figures(item["reference"]), reverse=True)
    return list({link.url: link for link in map(_link, items)}.values())


def figures(text: str) -> list[int]:
    """The whole numbers in a reference or an item's number, so that 4.10 follows 4.9."""
    return [int(found) for found in re.findall(r"\d+", text)]


#: In the organisation's language, else in the source language.
ASKED_TOGETHER = PageExtra(heading=_("Asked together with others"), part=asked_part,
                           links=asked_links)  # fmt: skip


def adopted_part(body: Any) -> Part:
    """Current documents of a body in its language."""
    pages = apps.get_model("resources", "RecommendationPage").objects.current(body.locale)
    own = pages.filter(roundtable__translation_key=body.translation_key)
    return own, ("title", "url_path", "reference", "locale__language_code")


def adopted_links(rows: list[Row]) -> list[Link]:
    """Links to the documents, the newest reference first."""
    newest = sorted(rows, key=lambda row: figures(str(row["reference"])), reverse=True)
    return [
        Link(
            f"{row['reference']} · {row['title']}",
            address(str(row["locale__language_code"]), str(row["url_path"])),
            str(row["locale__language_code"]),
        )
        for row in newest
    ]


ADOPTED_HERE = PageExtra(heading=_("Recommendations"), part=adopted_part, links=adopted_links)


def _item(pages: Any, lang: str) -> Subquery:
    """The tied item as JSON, of the best language that one of `pages` has."""
    items = apps.get_model("resources", "RecommendationItem").objects.filter(
        translation_key=OuterRef("item_key"), page__in=pages.values("pk"),
        page__locale__language_code__in=[lang, SOURCE],
    )  # fmt: skip
    own_first = Case(
        When(page__locale__language_code=lang, then=Value(0)), default=Value(1),
        output_field=IntegerField(),
    )  # fmt: skip
    described = JSONObject(
        number="number", title="title", reference="page__reference", path="page__url_path",
        lang="page__locale__language_code",
    )  # fmt: skip
    found = items.order_by(own_first).values(found=described)[:1]
    return Subquery(found, output_field=JSONField())


def _link(item: dict[str, str], tie: Any = "") -> Link:
    url = f"{address(item['lang'], item['path'])}#item-{item['number']}"
    title = f"{item['reference']} · {item['number']} {item['title']}"
    return Link(f"{tie}: {title}" if tie else title, url, item["lang"])
