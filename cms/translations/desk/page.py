"""What the desk shows of one page in one language: few queries, however many segments."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from wagtail_localize.models import StringSegment, StringTranslation, Translation

from cms.core.together import number, together
from cms.translations.desk.labels import labels_of
from cms.translations.glossary.terms import TermHit, terms_in, terms_used
from cms.translations.memory.matches import Match, memory_for
from cms.translations.memory.reviewed import reviewed_texts
from cms.translations.models import SegmentComment, Suggestion, TranslationRevision
from cms.translations.notes.comments import open_at
from cms.translations.notes.places import Place
from cms.translations.segments.read import Line, digest, lines_of
from cms.translations.texts.checks import Problem, problems
from cms.translations.texts.pairing import Segment, paired
from cms.translations.texts.typed import shown
from cms.translations.texts.words import Change, changes

#: Texts of the memory that are offered for a segment.
MOST = 3


@dataclass(frozen=True)
class Entry:
    """A segment at the desk.

    `changes` is the source with what changed since it was last translated, empty where it did not;
    `before` the translation of that time. `typed` is what could not be saved, `conflict` what
    somebody else wrote meanwhile, `comments` the number of open ones.
    """

    line: Line
    label: str
    changes: list[Change] = field(default_factory=list)
    before: str = ""
    problems: list[Problem] = field(default_factory=list)
    is_new: bool = False
    terms: list[TermHit] = field(default_factory=list)
    memory: list[Match] = field(default_factory=list)
    suggestion: str = ""
    comments: int = 0
    typed: str | None = None
    conflict: str = ""
    refusal: str = ""

    @property
    def source(self) -> str:
        return shown(self.line.source, self.line.source)

    @property
    def offered(self) -> str:
        """What the field holds at first: a changed segment starts from its old translation."""
        return shown(self.line.source, self.line.text or self.before)

    @property
    def base(self) -> str:
        return digest(self.conflict or self.line.text)

    @property
    def shown(self) -> str:
        return self.typed if self.typed is not None else self.offered

    @property
    def conflict_shown(self) -> str:
        return shown(self.line.source, self.conflict)

    @property
    def is_changed(self) -> bool:
        return bool(self.changes)

    @property
    def state(self) -> str:
        if self.line.is_done and not self.refusal and not self.conflict:
            return "done" if self.line.kind == "manual" else "unsure"
        return "changed" if self.changes else "open"

    @property
    def kinds(self) -> set[str]:
        """What the tabs of the desk call it."""
        return {self.state, "comments"} if self.comments else {self.state}


@dataclass(frozen=True)
class Old:
    """A segment that the live translation was made from."""

    path: str
    source: str
    text: str


def entries_of(translation: Translation, page: Any) -> list[Entry]:
    """All segments in the order of the page, which is the translated one."""
    lines = lines_of(translation.source_id, translation.target_locale_id)
    labels = labels_of(type(page), [line.path for line in lines])
    beside = _beside(translation, page.live_revision_id)
    fresh = [at for at, line in enumerate(lines) if (line.path, line.string_id) not in beside.made]
    hits = terms_in([line.source for line in lines], translation.target_locale_id)
    known = memory_for(
        [line.source for line in lines if not line.is_done], translation.target_locale_id,
        without=translation.pk, reviewed=reviewed_texts,
    )  # fmt: skip
    comments = open_at(beside.comments, lines)
    before = _before(beside.gone(lines), lines, fresh)
    new = set(fresh) if beside.made else set()
    code = translation.target_locale.language_code
    return [
        _entry(
            line,
            label,
            before.get(at),
            is_new=at in new,
            hits=hits[at],
            known=known.get(line.source, []),
            code=code,
            suggestion=beside.suggestions.get(Place(line.path, line.string_id), ""),
            comments=comments[Place(line.path, line.string_id)],
        )
        for at, (line, label) in enumerate(zip(lines, labels, strict=True))
    ]


def _entry(
    line: Line, label: str, old: Old | None, *, is_new: bool, hits: list[TermHit],
    known: list[Match], code: str, suggestion: str, comments: int,
) -> Entry:  # fmt: skip
    is_changed = old is not None and old.source != line.source
    told = terms_used(hits, line.text, code) if line.text else []
    return Entry(
        line, label, terms=list({hit.entry.id: hit for hit in hits}.values()), comments=comments,
        suggestion=shown(line.source, suggestion),
        memory=[replace(match, text=shown(line.source, match.text)) for match in known[:MOST]],
        changes=_changes(old.source, line.source) if old and is_changed else [],
        before=old.text if old else "",
        problems=problems(line.source, line.text, told) if line.text else [],
        is_new=is_new and old is None,
    )  # fmt: skip


def _changes(old: str, new: str) -> list[Change]:
    return changes(shown(old, old), shown(new, new))


def _before(old: list[Old], lines: list[Line], fresh: list[int]) -> dict[int, Old]:
    """What each of the `fresh` lines was, by its place."""
    pairs = paired(
        [Segment(one.path, one.source) for one in old],
        [Segment(lines[at].path, lines[at].source) for at in fresh],
    )
    return {fresh[new]: old[at] for new, at in pairs.items()}


@dataclass(frozen=True)
class Beside:
    """What belongs to places.

    `made`: those that the live translation was made from; `old`: what the source says there no
    more, with its translation; `comments`: path, id and text of the source of each open one.
    """

    made: dict[Place, None]
    suggestions: dict[Place, str]
    old: dict[Place, Old]
    comments: list[tuple[str, int | None, str]]

    def gone(self, lines: Sequence[Line]) -> list[Old]:
        """What the live translation was made from and the source does not say any more."""
        now = {Place(line.path, line.string_id) for line in lines}
        return [self.old[place] for place in self.made if place not in now and place in self.old]


def _beside(translation: Translation, live_revision_id: int | None) -> Beside:
    """One query."""
    now = StringSegment.objects.filter(source_id=translation.source_id).values("string_id")
    old = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale_id=translation.target_locale_id
    ).exclude(translation_of__in=now)
    made = TranslationRevision.objects.filter(revision_id=live_revision_id or 0)
    rows = together(
        {
            "made": (made, ("segments",)),
            "suggestions": (
                Suggestion.objects.filter(translation=translation), ("path", "string_id", "text"),
            ),
            "old": (
                old, ("context__path", "translation_of_id", "translation_of__data", "data"),
            ),
            "comments": (
                SegmentComment.objects.filter(translation=translation, resolved_at=None),
                ("path", "string_id", "string__data"),
            ),
        }
    )  # fmt: skip
    segments = [one for row in rows["made"] for one in json.loads(row["segments"] or "[]")]
    return Beside(
        {Place(path, pk): None for path, pk, *_rest in segments},
        {_place(row["path"], row["string_id"]): row["text"] or "" for row in rows["suggestions"]},
        {
            _place(row["context__path"], row["translation_of_id"]): Old(
                row["context__path"] or "", row["translation_of__data"] or "", row["data"] or ""
            )
            for row in rows["old"]
        },
        [
            (row["path"] or "", number(row["string_id"]), row["string__data"] or "")
            for row in rows["comments"]
        ],
    )


def _place(path: str | None, pk: str | None) -> Place:
    return Place(path or "", number(pk) or 0)
