"""Facts that refer to pages, read in a language: the stored page is the source's."""

from typing import Any

from django.db.models import Q

from cms.core.frame import Link, address
from cms.core.visibility import visible_pages
from cms.languages import SOURCE


def page_links(lang: str, ids: list[int | None]) -> dict[int, Link]:
    """Links by the stored page's id: in `lang`, else in the source language. One query."""
    wanted = [pk for pk in ids if pk]
    if not wanted:
        return {}
    stored = visible_pages().model.objects.filter(pk__in=wanted)
    rows = visible_pages().filter(
        Q(translation_key__in=stored.values("translation_key")),
        locale__language_code__in=[lang, SOURCE],
    ).values_list("pk", "translation_key", "locale__language_code", "title", "url_path")
    best: dict[Any, Link] = {}
    key_of: dict[int, Any] = {}
    for pk, key, row_lang, title, path in rows:
        key_of[pk] = key
        if key not in best or row_lang == lang:
            best[key] = Link(title, address(row_lang, path), row_lang)
    return {pk: best[key_of[pk]] for pk in wanted if pk in key_of}
