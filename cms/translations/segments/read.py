"""Reads the segments of a source with their translations: two queries, however many there are."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import md5
from typing import Any

from wagtail_localize.models import StringSegment, StringTranslation

from cms.translations.texts.checks import plain
from cms.translations.texts.status import Now


@dataclass(frozen=True)
class Line:
    """One segment in one language; `text` is empty where there is no translation.

    `kind` is manual, machine or carried.
    """

    segment_id: int
    path: str
    string_id: int
    context_id: int
    source: str
    text: str = ""
    kind: str = ""
    error: str = ""
    has_error: bool = False
    text_id: int | None = None
    by_id: int | None = None
    at: Any = None
    order: int = field(default=0, compare=False)

    @property
    def is_done(self) -> bool:
        return bool(self.text) and not self.has_error

    @property
    def digest(self) -> str:
        return digest(self.text) if self.is_done else ""

    @property
    def now(self) -> Now:
        return Now(self.path, str(self.string_id), self.digest)

    @property
    def words(self) -> int:
        return len(plain(self.source).split())


def digest(text: str) -> str:
    return md5(text.encode(), usedforsecurity=False).hexdigest() if text else ""


Segments = list[dict[str, Any]]
SEGMENT = ("pk", "source_id", "context__path", "context_id", "string_id", "string__data", "order")
TEXT = (
    "pk", "translation_of_id", "context_id", "locale_id", "data", "translation_type", "has_error",
    "field_error", "last_translated_by_id", "updated_at", "carried",
)  # fmt: skip


def segments_of(source_id: int) -> Segments:
    rows = StringSegment.objects.filter(source_id=source_id).order_by("order")
    return list(rows.values(*SEGMENT))


def lines_of(source_id: int, locale_id: int) -> list[Line]:
    """In the order of the page."""
    return lines_in_each(segments_of(source_id), [locale_id])[locale_id]


def lines_in_each(segments: Segments, locale_ids: Iterable[int]) -> dict[int, list[Line]]:
    """The same segments in each of the languages, by the id of the language."""
    ids = list(locale_ids)
    texts: dict[int, dict[tuple[int, int], dict[str, Any]]] = defaultdict(dict)
    rows = StringTranslation.objects.filter(
        locale_id__in=ids, context_id__in={one["context_id"] for one in segments}
    )
    for row in rows.values(*TEXT):
        texts[row["locale_id"]][row["translation_of_id"], row["context_id"]] = row
    return {
        pk: [_line(one, texts[pk].get((one["string_id"], one["context_id"]))) for one in segments]
        for pk in ids
    }


def _line(segment: dict[str, Any], row: dict[str, Any] | None) -> Line:
    base = Line(
        segment["pk"], segment["context__path"], segment["string_id"], segment["context_id"],
        segment["string__data"], order=segment["order"],
    )  # fmt: skip
    if row is None:
        return base
    return Line(
        base.segment_id, base.path, base.string_id, base.context_id, base.source, row["data"],
        "carried" if row["carried"] else row["translation_type"], row["field_error"],
        row["has_error"], row["pk"], row["last_translated_by_id"], row["updated_at"], base.order,
    )  # fmt: skip
