"""What the memory offers at the desk: texts like one segment, and words in their use."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, Translation

from cms.languages import BY_CODE
from cms.translations.desk.entry import language_asked, translation_for
from cms.translations.memory.lookup import Found, Piece, Sought, concordance, sought
from cms.translations.memory.matches import Match, similar
from cms.translations.memory.reviewed import reviewed_texts
from cms.translations.texts.checks import plain
from cms.translations.texts.typed import shown

#: Hits on one screen.
MOST = 20


@dataclass(frozen=True)
class Hit:
    """`typed` is the translation as it would be typed; `translation` that of the page where it
    stands, if somebody works at it."""

    match: Match
    source: list[Piece]
    text: list[Piece]
    typed: str
    translation: Translation | None = None


@require_GET
def similar_texts(request: HttpRequest, uuid: UUID, segment_id: int) -> HttpResponse:
    """With `q` texts that hold it, else those that are like the segment; a piece of HTML."""
    translation = translation_for(request, uuid)
    found = StringSegment.objects.filter(pk=segment_id, source_id=translation.source_id)
    segment = found.select_related("string").first()
    if segment is None:
        raise Http404
    locale = translation.target_locale
    if request.GET.get("q", "").strip():
        context = {**_found(request, locale), "segment": segment}
        return TemplateResponse(request, "translations/desk/hits.html", context)
    matches = similar(
        segment.string.data, locale.pk, without=translation.pk, reviewed=reviewed_texts
    )
    context = {
        "hits": [_like(one) for one in matches], "segment": segment,
        "language": BY_CODE.get(locale.language_code),
    }  # fmt: skip
    return TemplateResponse(request, "translations/desk/help.html", context)


@require_GET
def words(request: HttpRequest) -> HttpResponse:
    """Where words stand in the memory of one's language; with `part` only what was found."""
    locales, locale = language_asked(request)
    context = {**_found(request, locale), "locales": locales}
    name = "hits" if "part" in request.GET else "concordance"
    return TemplateResponse(request, f"translations/desk/{name}.html", context)


def _found(request: HttpRequest, locale: Locale) -> dict[str, Any]:
    """What the templates ask for: one page of hits, or the sentence why there are none."""
    query, refusal = request.GET.get("q", ""), ""
    asked, found = Sought(), Found([])
    try:
        asked = sought(query)
        found = concordance(asked, locale.pk, reviewed=reviewed_texts)
    except ValidationError as error:
        refusal = " ".join(error.messages)
    page = Paginator(found.matches, MOST).get_page(request.GET.get("p"))
    return {
        "locale": locale, "language": BY_CODE.get(locale.language_code), "query": query,
        "sought": asked.text, "refusal": refusal, "page": page, "is_whole": found.is_whole,
        "hits": hits_of(page.object_list, asked, locale.pk),
    }  # fmt: skip


def hits_of(matches: Any, asked: Sought, locale_id: int) -> list[Hit]:
    """With the pages where they stand: one query."""
    rows = Translation.objects.filter(
        source__object_id__in={one.page for one in matches if one.page},
        target_locale_id=locale_id, enabled=True,
    ).select_related("source")  # fmt: skip
    pages = {row.source.object_id: row for row in rows}
    return [
        Hit(
            one, asked.pieces(plain(one.source)), asked.pieces(plain(one.text)),
            shown(one.source, one.text), pages.get(one.page),
        )
        for one in matches
    ]  # fmt: skip


def _like(match: Match) -> Hit:
    source, text = shown(match.source, match.source), shown(match.source, match.text)
    return Hit(match, [Piece(source, False)], [Piece(text, False)], text)
