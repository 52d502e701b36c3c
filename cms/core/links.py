"""Pages that blocks and rows refer to, read in a language: the stored page is the source's."""

from typing import Any

from cms.core.frame import ROW, Link, family, links_by_id
from cms.core.prepared import Prepared
from cms.core.visibility import visible_pages
from cms.languages import SOURCE


def page_links(lang: str, ids: list[int | None]) -> dict[int, Link]:
    """Links by the stored page's id: in `lang`, else in the source language. One query."""
    wanted = [pk for pk in ids if pk]
    if not wanted:
        return {}
    return links_by_id(_families(stored=wanted, languages=[lang, SOURCE]), wanted, lang)


def _families_of(stored: Any, languages: Any) -> Any:
    return visible_pages().filter(family(stored, languages)).values_list(*ROW)


_families = Prepared(_families_of)
