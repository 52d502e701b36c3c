"""Which text of a page a unit of a file belongs to, and whether the page still says it."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from wagtail_localize.models import (
    String,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationContext,
)

from cms.translations.exchange import inline
from cms.translations.exchange.units import Sheet, Unit, hash_of, segment_of


@dataclass(frozen=True)
class Place:
    """`is_now`: the page says this text; else it said it when the file was made. `made`: the
    translation that is there already."""

    string: Any
    context: Any
    is_now: bool
    made: Any = None

    @property
    def key(self) -> tuple[int, int]:
        return self.string.pk, self.context.pk

    @property
    def source(self) -> str:
        return inline.tidy(self.string.data)

    @property
    def made_text(self) -> str:
        """As it left in a file; as it is, where its tags are such that it did not."""
        text = str(self.made.data) if self.made else ""
        return inline.tidy(text) if inline.fits(self.source, text) else text


def digest_of(unit: Unit) -> UUID:
    """Of the id; of the text itself where a program has thrown the id away."""
    named = segment_of(unit)
    return named[1] if named else hash_of(unit.source)


class Places:
    """The texts of one page, now and before: 4 queries for any number of units."""

    def __init__(self, translation: Translation, sheet: Sheet) -> None:
        source = translation.source
        segments = list(
            StringSegment.objects.filter(source=source)
            .select_related("string", "context")
            .order_by("order", "pk")
        )
        self._by_id = {one.pk: one for one in segments}
        self._by_place = {(one.context.path, one.string.data_hash): one for one in segments}
        self._by_text = defaultdict[UUID, dict[int, Any]](dict)
        for one in segments:
            self._by_text[one.string.data_hash].setdefault(one.context_id, one)
        self._strings = {
            one.data_hash: one
            for one in String.objects.filter(
                locale_id=source.locale_id, data_hash__in={digest_of(unit) for unit in sheet.units}
            )
        }
        contexts = TranslationContext.objects.filter(object_id=source.object_id)
        self._contexts = {one.path: one for one in contexts}
        self._made = {
            (one.translation_of_id, one.context_id): one
            for one in StringTranslation.objects.filter(
                locale_id=translation.target_locale_id, context__object_id=source.object_id
            )
        }

    def of(self, unit: Unit) -> Place | None:
        """None where the page has never said it."""
        digest = digest_of(unit)
        segment = self._segment(unit, digest)
        if segment is not None:
            return self._place(segment.string, segment.context, is_now=True)
        string, context = self._strings.get(digest), self._contexts.get(unit.path)
        if string is None or context is None:
            return None
        return self._place(string, context, is_now=False)

    def _segment(self, unit: Unit, digest: UUID) -> Any:
        """By its id, by its path, or, where its block was moved or retyped, by its text alone."""
        named = segment_of(unit)
        found = self._by_id.get(named[0]) if named else None
        if found is not None and found.string.data_hash == digest:
            return found
        at = self._by_place.get((unit.path, digest))
        same = list(self._by_text.get(digest, {}).values())
        return at or (same[0] if len(same) == 1 else None)

    def _place(self, string: Any, context: Any, is_now: bool) -> Place:
        return Place(string, context, is_now, self._made.get((string.pk, context.pk)))
