"""What readers of a translation are told of it: which text it follows, and what changed since.

How a translation stands is known in an upper room, which registers the way to read it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple

from cms.core.acts import ShownAct, acts_in, acts_part
from cms.core.frame import Link
from cms.core.models.acts import PageAct
from cms.core.together import Part, Row, rows_beside
from cms.languages import SOURCE


class Piece(NamedTuple):
    """A part of a passage of the source text; `kind` is same, gone or new."""

    kind: str
    text: str


Passage = Sequence[Piece]


@dataclass(frozen=True)
class TranslationNotice:
    """`follows`: when the source text was written that the translation was made from; `made_at`:
    when it was made. `passages` of the source have changed since, and `more` than are given."""

    follows: datetime
    made_at: datetime
    is_behind: bool = False
    is_machine: bool = False
    #: Whether paragraphs of it are in the source's language, each with its own `lang`.
    has_fallbacks: bool = False
    passages: Sequence[Passage] = ()
    more: int = 0
    #: The page in the source language, where visitors may open it.
    source: Link | None = None
    #: Where readers report an error; empty where they cannot.
    report: str = ""
    #: What was said of changes since, newest first.
    changes: Sequence[ShownAct] = ()


@dataclass(frozen=True)
class NoticeSource:
    """How an upper room knows translations.

    `part(page, model)` is what it reads beside a page, for `together`; `read(rows, is_public)`
    makes a notice of that, without texts of a source that visitors may not open; None of a page
    that it does not know.
    """

    part: Callable[[Any, Any], Part]
    read: Callable[[list[Row], bool], TranslationNotice | None]


_sources: list[NoticeSource] = []


def register_translation_notice(source: NoticeSource) -> None:
    _sources[:] = [source]


def notice_of(page: Any, source: Link | None) -> TranslationNotice | None:
    """The notice of a page, where it is a translation; `source` as in the notice.

    It is read in one query with the page's acts, where those are not read yet.
    """
    lang = page.locale.language_code
    if not _sources or page.is_stand_in or lang == SOURCE:
        return None
    if hasattr(page, "shown_acts"):
        rows = rows_beside(page, _part)
    else:
        rows = rows_beside(page, _part_with_acts)
        page.shown_acts = acts_in(rows["acts"], lang)
    found = _sources[0].read(rows["notice"], source is not None)
    if found is None:
        return None
    report = "" if page.withdrawn_at else found.report
    changes = _since(found, page.shown_acts)
    return replace(found, source=source, changes=changes, report=report)


def _part(page: Any, model: Any) -> dict[str, Part]:
    return {"notice": _sources[0].part(page, model)}


def _part_with_acts(page: Any, model: Any) -> dict[str, Part]:
    return {**_part(page, model), **acts_part(page, model)}


def _since(notice: TranslationNotice, acts: Sequence[ShownAct]) -> list[ShownAct]:
    """Notes on changes of the text that readers would notice, made after the translation."""
    if not notice.is_behind:
        return []
    return [
        act
        for act in acts
        if act.kind == PageAct.Kind.PUBLISHED and not act.minor and act.at > notice.made_at
    ]
