"""A page's texts for a file: the sheet of one translation, or those of a whole language.

What a machine wrote, what has an error, and what was called doubtful leaves as *needs review*: it
comes back as a translation only if a person says so. What was carried over says so, and what a
reviewer approved; neither is believed of a file that comes back.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from cms.translations.exchange import inline
from cms.translations.exchange.approvals import Approvals
from cms.translations.exchange.labels import Labels
from cms.translations.exchange.units import Sheet, State, Term, Unit, unit_id
from cms.translations.models import Suggestion

#: Finds terms of the glossary in a source text.
Terms = Callable[[str], Iterable[Term]]
#: Pages that are read at once: as many as fit into memory with all their texts.
AT_ONCE = 50


def sheet_of(translation: Translation, terms: Terms | None = None) -> Sheet:
    """5 queries for any number of texts."""
    return sheets_of([translation], terms)[0]


def language_sheets(locale: Locale, terms: Terms | None = None) -> Iterator[Sheet]:
    """All pages that are translated into a language, in constant queries for every 50 of them."""
    rows = list(Translation.objects.filter(target_locale=locale, enabled=True).order_by("pk"))
    for start in range(0, len(rows), AT_ONCE):
        sheets = sheets_of(rows[start : start + AT_ONCE], terms)
        yield from (sheet for sheet in sheets if sheet.units)


def sheets_of(translations: Sequence[Translation], terms: Terms | None = None) -> list[Sheet]:
    now = timezone.now()
    rows = list(
        Translation.objects.filter(pk__in=[one.pk for one in translations])
        .select_related("source__locale", "source__specific_content_type", "target_locale")
        .order_by("pk")
    )
    segments = _segments(rows)
    known = _Known(rows, Approvals(rows, segments))
    return [_sheet(row, segments.get(row.source_id, []), known, terms, now) for row in rows]


def _segments(rows: list[Translation]) -> dict[int, list[StringSegment]]:
    """By source; a text that stands twice at one place has one translation, so it leaves once."""
    found: dict[int, dict[tuple[int, int], StringSegment]] = {}
    for segment in (
        StringSegment.objects.filter(source_id__in={row.source_id for row in rows})
        .select_related("string", "context")
        .order_by("source_id", "order", "pk")
    ):
        place = (segment.string_id, segment.context_id)
        found.setdefault(segment.source_id, {}).setdefault(place, segment)
    return {source: list(places.values()) for source, places in found.items()}


class _Known:
    """Translations and suggestions of some pages."""

    def __init__(self, rows: list[Translation], approvals: Approvals) -> None:
        self._approvals = approvals
        self._translations = {
            (one.locale_id, one.translation_of_id, one.context_id): one
            for one in StringTranslation.objects.filter(
                locale_id__in={row.target_locale_id for row in rows},
                context__object_id__in={row.source.object_id for row in rows},
            ).select_related("carried")
        }
        self._suggestions = {
            (one.translation_id, one.string_id, one.path): one.text
            for one in Suggestion.objects.filter(translation__in=rows)
        }

    def of(self, row: Translation, segment: StringSegment) -> tuple[str, State]:
        string = segment.string
        place = (row.target_locale_id, string.pk, segment.context_id)
        made = self._translations.get(place)
        text = self._suggestions.get((row.pk, string.pk, segment.context.path), "")
        if made is not None and inline.fits(string.data, made.data):
            return inline.tidy(made.data), self._state(row, segment, made, text)
        return text, State.NEEDS_REVIEW if text else State.INITIAL

    def _state(self, row: Any, segment: Any, made: Any, suggested: str) -> State:
        if made.translation_type != "manual" or made.has_error or made.data == suggested:
            return State.NEEDS_REVIEW
        if hasattr(made, "carried"):
            return State.CARRIED
        return self._approvals.state_of(row, segment, made.data)


def _sheet(
    row: Any, segments: list[StringSegment], known: _Known, terms: Terms | None, now: datetime
) -> Sheet:
    labels = Labels(row.source)
    return Sheet(
        key=str(row.uuid),
        source_language=row.source.locale.language_code,
        target_language=row.target_locale.language_code,
        title=row.source.object_repr,
        units=tuple(_unit(row, segment, known, labels, terms) for segment in segments),
        exported=now,
        stated=len(segments),
    )


def _unit(
    row: Any, segment: Any, known: _Known, labels: Labels, terms: Terms | None
) -> Unit:  # fmt: skip
    target, state = known.of(row, segment)
    source = inline.tidy(segment.string.data)
    return Unit(
        id=unit_id(segment.pk, segment.string.data_hash),
        path=segment.context.path,
        source=source,
        target=target,
        state=state,
        source_hash=segment.string.data_hash.hex,
        label=labels.of(segment.context.path),
        terms=tuple(terms(source)) if terms else (),
    )
