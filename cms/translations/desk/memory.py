"""What the memory offers for one segment, and the search for words in their use."""

from dataclasses import replace
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET
from wagtail_localize.models import StringSegment

from cms.languages import BY_CODE
from cms.translations.desk.entry import translation_for
from cms.translations.memory.matches import Match, concordance, similar
from cms.translations.memory.reviewed import reviewed_texts
from cms.translations.texts.typed import shown


@require_GET
def similar_texts(request: HttpRequest, uuid: UUID, segment_id: int) -> HttpResponse:
    """With `q` texts that hold it, else those that are like the segment; a piece of HTML."""
    translation = translation_for(request, uuid)
    found = StringSegment.objects.filter(pk=segment_id, source_id=translation.source_id)
    segment = found.select_related("string").first()
    if segment is None:
        raise Http404
    pk, sought = translation.target_locale_id, request.GET.get("q", "")
    if sought:
        matches = concordance(sought, pk, reviewed=reviewed_texts)
    else:
        matches = similar(segment.string.data, pk, without=translation.pk, reviewed=reviewed_texts)
    context = {
        "matches": [_shown(one) for one in matches], "sought": sought,
        "language": BY_CODE.get(translation.target_locale.language_code),
    }  # fmt: skip
    return TemplateResponse(request, "translations/desk/help.html", context)


def _shown(match: Match) -> Match:
    source = match.source
    return replace(match, source=shown(source, source), text=shown(source, match.text))
