"""Agenda items → recommendations: what the room of meetings shows without knowing this one."""

import json
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Case, IntegerField, JSONField, OuterRef, Subquery, Value, When
from django.db.models.functions import JSONObject

from cms.core.frame import Link, address
from cms.core.registries import RowExtra
from cms.core.together import Part, Row, number
from cms.languages import SOURCE
from resources.recommendations.codes import Tie


def ties_part(meeting: Any) -> Part:
    """Confirmed ties of a meeting, each with its item where a visible page has it."""
    ties = apps.get_model("resources", "ItemDiscussion").objects.confirmed()
    rows = ties.filter(
        meeting__translation_key=meeting.translation_key,
        meeting__locale__language_code=SOURCE,
    ).annotate(found=Subquery(_items(meeting.locale.language_code), output_field=JSONField()))
    return rows, ("pk", "agenda_key", "kind", "found")


def agenda_links(rows: list[Row]) -> dict[UUID, list[Link]]:
    """Links to items by the key of the agenda item that they were on."""
    found: dict[UUID, dict[str, Link]] = {}
    for row in sorted(rows, key=lambda row: number(row["pk"]) or 0):
        if row["found"]:
            link = _link(Tie(str(row["kind"])).label, json.loads(row["found"]))
            found.setdefault(UUID(row["agenda_key"]), {})[link.url + link.title] = link
    return {key: list(links.values()) for key, links in found.items()}


#: In the meeting's language, else in the source language; the room of meetings calls it.
AGENDA_TIES = RowExtra(part=ties_part, links=agenda_links)


def _items(lang: str) -> Any:
    """The tied item as JSON, of the best language that a visible page of its document has."""
    pages = apps.get_model("resources", "RecommendationPage").objects.public_now()
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
    return items.order_by(own_first).values(found=described)[:1]


def _link(tie: Any, item: dict[str, str]) -> Link:
    url = f"{address(item['lang'], item['path'])}#item-{item['number']}"
    title = f"{tie}: {item['reference']} · {item['number']} {item['title']}"
    return Link(title, url, item["lang"])
