"""Agenda items → recommendations: the reader that the room of meetings calls, knowing nothing."""

from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Case, IntegerField, JSONField, OuterRef, Subquery, Value, When
from django.db.models.functions import JSONObject

from cms.core.frame import Link, address
from cms.languages import SOURCE


def agenda_links(meeting: Any) -> dict[UUID, list[Link]]:
    """Links to items of recommendations by the key of the agenda item that they were on.

    In the meeting's language, else in the source language; visible pages and confirmed ties only.
    """
    ties = apps.get_model("resources", "ItemDiscussion").objects.confirmed()
    rows = ties.filter(
        meeting__translation_key=meeting.translation_key,
        meeting__locale__language_code=SOURCE,
    ).annotate(found=Subquery(_items(meeting.locale.language_code), output_field=JSONField()))
    found: dict[UUID, dict[str, Link]] = {}
    for key, tie, item in rows.order_by("pk").values_list("agenda_key", "kind", "found"):
        if item:
            link = _link(ties.model(kind=tie).get_kind_display(), item)
            found.setdefault(key, {})[link.url + link.title] = link
    return {key: list(links.values()) for key, links in found.items()}


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
