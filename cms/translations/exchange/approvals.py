"""Which texts of some translations a reviewer has approved: what their reviewed revisions say.

`final` is what the live page says while its source says nothing else; once the source has moved on,
and in an approved revision that is not the live one, a text is `reviewed`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Exists, OuterRef
from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation

from cms.translations.exchange.units import State
from cms.translations.models import TranslationRevision
from cms.translations.segments.read import digest

#: Path, id of the source's string, digest of the translation.
Said = tuple[str, int, str]


class Approvals:
    """One query for any number of translations; `segments` are those of each source now."""

    def __init__(
        self, rows: Iterable[Translation], segments: Mapping[int, list[StringSegment]]
    ) -> None:
        now = {row.pk: _places(segments.get(row.source_id, [])) for row in rows}
        self._final: dict[int, set[Said]] = defaultdict(set)
        self._reviewed: dict[int, set[Said]] = defaultdict(set)
        live = Page.objects.filter(live=True, live_revision=OuterRef("revision"))
        made = TranslationRevision.objects.filter(translation__in=now, reviewed_at__isnull=False)
        for one in made.annotate(is_live=Exists(live)):
            said = {(path, string, text) for path, string, text, _kind in one.segments}
            is_same = {(path, string) for path, string, _text in said} == now[one.translation_id]
            kind = self._final if one.is_live and is_same else self._reviewed
            kind[one.translation_id] |= said

    def state_of(self, row: Translation, segment: Any, text: str) -> State:
        """Of a text that a person made."""
        said = (segment.context.path, segment.string_id, digest(text))
        if said in self._final[row.pk]:
            return State.FINAL
        return State.REVIEWED if said in self._reviewed[row.pk] else State.TRANSLATED


def _places(segments: Iterable[StringSegment]) -> set[tuple[str, int]]:
    return {(one.context.path, one.string_id) for one in segments}
