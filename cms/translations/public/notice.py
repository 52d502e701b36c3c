"""How the live translation that a reader has before him stands to its source.

It is read with the page's acts; where the source has changed since, a query more reads the texts.
"""

import json
from typing import Any

from django.db.models import Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import String, StringSegment

from cms.core.together import Part, Row, moment, number, together
from cms.core.translation_notice import NoticeSource, Passage, Piece, TranslationNotice
from cms.translations.models import Release, TranslationRevision, TranslationState
from cms.translations.models.revisions import FALLBACK
from cms.translations.texts.pairing import Segment
from cms.translations.texts.passages import passages

#: How many changed passages a page shows: more would weigh more than the page.
MOST = 12
#: Texts for search engines, which stand nowhere on the page.
UNSEEN = {"seo_title", "search_description"}
BEHIND = {TranslationState.Standing.MAJOR, TranslationState.Standing.MINOR}
MADE = (
    "segments", "translation__source_id", "translation__state__standing",
    "translation__state__machine", "source_revision__created_at", "revision__created_at",
    "revision__object_id",
)  # fmt: skip


def _live(page: Any, _model: Any) -> Part:
    """What the live revision of a page was made from, and how it stands: a part of `together`.

    An alias shows the text of its page, and so it stands as that does.
    """
    revision = Coalesce("alias_of__live_revision_id", "live_revision_id")
    live = Page.objects.filter(pk=page.pk).annotate(shown=revision).values("shown")
    made = TranslationRevision.objects.filter(revision_id=Subquery(live), translation__enabled=True)
    return made, MADE


def _notice(rows: list[Row], source_is_public: bool) -> TranslationNotice | None:
    """What is known of a translation; None of a page that was not made at the desk."""
    if not rows:
        return None
    row = rows[0]
    segments: list[Any] = json.loads(row["segments"] or "[]")
    is_behind = row["translation__state__standing"] in BEHIND
    told = (
        _changed(segments, number(row["translation__source_id"]))
        if is_behind and source_is_public
        else []
    )
    # a text that a person confirmed since is no machine's any more, unless another one is meant
    may_be_machine = is_behind or number(row["translation__state__machine"])
    made_at = row["revision__created_at"]
    return TranslationNotice(
        follows=moment(row["source_revision__created_at"] or made_at),
        made_at=moment(made_at),
        is_behind=is_behind,
        is_machine=bool(may_be_machine) and any(kind == "machine" for *_rest, kind in segments),
        has_fallbacks=any(kind == FALLBACK for *_rest, kind in segments),
        passages=told[:MOST],
        more=max(0, len(told) - MOST),
        report=reverse("translation_report", args=[row["revision__object_id"]]),
    )


NOTICE = NoticeSource(part=_live, read=_notice)


def _changed(segments: list[Any], source_id: int | None) -> list[Passage]:
    """The passages of the source that read otherwise than those a translation was made from."""
    rows = together(
        {
            "old": (
                String.objects.filter(pk__in={pk for _path, pk, *_ in segments}),
                ("pk", "data"),
            ),
            "now": (
                StringSegment.objects.filter(source_id=source_id),
                ("order", "context__path", "string_id", "string__data"),
            ),
            "release": (
                Release.objects.filter(source_id=source_id, status=Release.Status.OPEN),
                ("live_segments",),
            ),
        }
    )  # fmt: skip
    texts = {number(row["pk"]): row["data"] or "" for row in rows["old"]}
    # while a release is prepared the segments are a draft's, which is no reader's yet
    live = [json.loads(row["live_segments"] or "[]") for row in rows["release"]]
    now = [
        (str(row["context__path"]), int(row["string_id"] or 0), row["string__data"] or "")
        for row in _in_order(live[0] if live else rows["now"])
    ]
    then = [(path, pk, texts[pk]) for path, pk, *_ in segments if pk in texts]
    return [
        [Piece(*change) for change in passage]
        for passage in passages(_said(then, now), _said(now, then))
    ]


def _in_order(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: int(row["order"] or 0))


def _said(some: list[Any], others: list[Any]) -> list[Segment]:
    """Those of the segments that the other version does not have at their place."""
    known = {(path, pk) for path, pk, _text in others}
    return [
        Segment(path, text)
        for path, pk, text in some
        if (path, pk) not in known and path not in UNSEEN
    ]
