"""Carries texts over when a source changes: what reads the same at another place always, what
was only mended when the editor says that it was a minor edit."""

from collections.abc import Iterable
from typing import Any

from wagtail_localize.models import StringTranslation, TranslationSource

from cms.translations.managed import translations_of_source
from cms.translations.models import CarriedTranslation
from cms.translations.segments.read import Segments, segments_of
from cms.translations.segments.write import source_write
from cms.translations.texts.pairing import Segment, paired

COPIED = ("data", "translation_type", "tool_name", "last_translated_by_id", "has_error")


def source_take(
    page: Any, held: TranslationSource | None, *, minor: bool = False, is_draft: bool = False
) -> TranslationSource:
    """The source with the segments of what a page says now, in all languages with the texts that
    are carried over. `held` is its record until now; the rest as of `source_write` and
    `carry_over`."""
    before = segments_of(held.pk) if held is not None else []
    source = source_write(page, is_draft=is_draft)
    now = segments_of(source.pk)
    if before != now:
        languages = translations_of_source(page.translation_key)
        ids = list(languages.values_list("target_locale_id", flat=True))
        carry_over(source, before, now, locale_ids=ids, minor=minor)
    return source


def carry_over(
    source: TranslationSource, before: Segments, now: Segments, *, locale_ids: Iterable[int],
    minor: bool,
) -> int:  # fmt: skip
    """How many texts were carried. `before` are the source's segments until now."""
    mended = _mended(before, now) if minor else {}
    rows = StringTranslation.objects.filter(
        context__object_id=source.object_id, locale_id__in=list(locale_ids)
    ).order_by("updated_at", "pk")
    texts = {(one.locale_id, one.translation_of_id, one.context_id): one for one in rows}
    anywhere = {(one.locale_id, one.translation_of_id): one for one in rows}
    made = []
    for pk in locale_ids:
        for segment in now:
            place = (segment["string_id"], segment["context_id"])
            if (pk, *place) in texts:
                continue
            old = mended.get(place)
            found = anywhere.get((pk, place[0])) or (texts.get((pk, *old)) if old else None)
            if found is not None:
                texts[pk, *place] = carried = _carried(found, *place)
                made.append(carried)
    if made:
        StringTranslation.objects.bulk_create(made)
        CarriedTranslation.objects.bulk_create([CarriedTranslation(text=one) for one in made])
    return len(made)


def _mended(before: Segments, now: Segments) -> dict[tuple[int, int], tuple[int, int]]:
    """(string, context) of what a segment was, by that of what it is now."""
    pairs = paired(_said(before), _said(now))
    return {
        (now[new]["string_id"], now[new]["context_id"]): (
            before[old]["string_id"], before[old]["context_id"],
        )
        for new, old in pairs.items()
    }  # fmt: skip


def _said(segments: Segments) -> list[Segment]:
    return [Segment(one["context__path"], one["string__data"]) for one in segments]


def _carried(text: Any, string_id: int, context_id: int) -> StringTranslation:
    values = {name: getattr(text, name) for name in COPIED}
    return StringTranslation(
        translation_of_id=string_id, context_id=context_id, locale_id=text.locale_id, **values
    )
