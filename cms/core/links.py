"""Pages that blocks and rows refer to, read in a language: the stored page is the source's."""

from wagtail.models import Page

from cms.core.frame import ROW, Link, links_by_id
from cms.core.visibility import visible_pages
from cms.languages import SOURCE


def page_links(lang: str, ids: list[int | None]) -> dict[int, Link]:
    """Links by the stored page's id: in `lang`, else in the source language. One query."""
    wanted = [pk for pk in ids if pk]
    if not wanted:
        return {}
    stored = Page.objects.filter(pk__in=wanted)
    rows = visible_pages().filter(
        translation_key__in=stored.values("translation_key"),
        locale__language_code__in=[lang, SOURCE],
    )
    return links_by_id(list(rows.values_list(*ROW)), wanted, lang)
