"""A recommendation as schema.org: a creative work with its items as parts."""

from typing import Any

from django.utils.html import strip_tags

from resources.recommendations.codes import Kind


def recommendation_schema(page: Any) -> dict[str, Any]:
    """Reference, dates, state and items; the items are those that the page shows."""
    data: dict[str, Any] = {
        "identifier": page.reference,
        "creativeWorkStatus": page.get_state_display(),
    }
    if page.kind == Kind.REPORT:
        data["@type"] = "Report"
    if page.adopted_on:
        data["dateCreated"] = page.adopted_on.isoformat()
    if page.sent_on:
        data["datePublished"] = page.sent_on.isoformat()
    parts = [_part(shown.row) for shown in getattr(page, "shown_items", ())]
    return {**data, "hasPart": parts} if parts else data


def _part(item: Any) -> dict[str, Any]:
    data = {
        "@type": "CreativeWork",
        "@id": f"#{item.anchor}",
        "position": item.number,
        "name": item.title,
        "inLanguage": item.lang_of("title"),
    }
    text = strip_tags(item.text)
    return {**data, "text": text} if text else data
