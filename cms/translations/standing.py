"""Computes how translations stand, and keeps it: the cache that `drift` compares."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, WorkflowState
from wagtail_localize.models import Translation

from cms.core.generation import content_raise
from cms.translations.managed import translations_of_source
from cms.translations.models import Release, TranslationRevision, TranslationState
from cms.translations.releases.active import active_release
from cms.translations.segments.read import Line, lines_in_each, segments_of
from cms.translations.texts.status import Standing, standing

Status = TranslationState.Status
BEHIND = {
    Standing.UP_TO_DATE: TranslationState.Standing.CURRENT,
    Standing.MAJOR: TranslationState.Standing.MAJOR,
    Standing.MINOR: TranslationState.Standing.MINOR,
}
FIELDS = (
    "status", "standing", "since", "behind_since", "total", "missing", "machine", "words",
    "reviewer",
)  # fmt: skip

_later: ContextVar[set[Any] | None] = ContextVar("sources whose states wait", default=None)


@dataclass(frozen=True)
class Facts:
    """What a state is computed from. `made` is None where nothing reviewed is live.

    `lines` are what translators have before them, `shown` what the live source says: the same but
    while a release is prepared. `is_ready`: all of it is approved and waits for the release.
    """

    made: TranslationRevision | None
    is_live: bool
    in_review: bool
    lines: list[Line]
    shown: list[Line]
    is_ready: bool = False


@contextmanager
def states_later() -> Iterator[None]:
    """For work on many translations: each source's states are computed once, when it is done."""
    keys: set[Any] = set()
    token = _later.set(keys)
    try:
        yield
    finally:
        _later.reset(token)
    for key in sorted(keys):
        states_refresh(key)


def states_refresh(key: Any) -> None:
    """Compute anew the states of all translations of the source with a translation key."""
    waiting = _later.get()
    if waiting is not None:
        waiting.add(key)
        return
    now = timezone.now()
    with transaction.atomic():
        found = computed(key, now)
        fresh = [one.state for one in found if one.is_new]
        kept = [one.state for one in found if not one.is_new]
        if fresh:
            TranslationState.objects.bulk_create(fresh, ignore_conflicts=True)
        if kept:
            TranslationState.objects.bulk_update(kept, FIELDS)
        # the table is kept out of the watch: each text that is saved writes its counts
        if any(one.was != _told(one.state) for one in found):
            content_raise()


class Computed(NamedTuple):
    """A state as it should be, unsaved. `was`: what readers were told until now."""

    state: TranslationState
    is_new: bool
    was: tuple[Any, ...]


def computed(key: Any, now: datetime) -> list[Computed]:
    translations = list(translations_of_source(key))
    if not translations:
        return []
    held = {
        state.translation_id: state
        for state in TranslationState.objects.filter(translation__in=translations)
    }
    facts = _facts(key, translations)
    found = []
    for one in translations:
        state = held.get(one.pk) or _blank(one, now)
        was = _told(state)
        fresh = _state(state, facts[one.target_locale_id], now)
        found.append(Computed(fresh, one.pk not in held, was))
    return found


def _told(state: TranslationState) -> tuple[Any, ...]:
    """What pages tell of a state."""
    return state.status, state.standing, state.machine > 0


def _facts(key: Any, translations: Iterable[Translation]) -> dict[int, Facts]:
    ids = [one.target_locale_id for one in translations]
    pages = {
        page.locale_id: page for page in Page.objects.filter(translation_key=key, locale_id__in=ids)
    }
    source_id = next(iter(translations)).source_id
    release = active_release(source_id)
    drafts = [page.latest_revision_id for page in pages.values()] if release else []
    made = {
        one.revision_id: one
        for one in TranslationRevision.objects.filter(
            revision_id__in=[*drafts, *(page.live_revision_id for page in pages.values())]
        )
    }
    reviewed = set(
        WorkflowState.objects.filter(
            object_id__in=[str(page.pk) for page in pages.values()],
            status=WorkflowState.STATUS_IN_PROGRESS,
            base_content_type__app_label="wagtailcore",
            base_content_type__model="page",
        ).values_list("object_id", flat=True)
    )
    lines = lines_in_each(segments_of(source_id), ids)
    is_open = release is not None and release.status == Release.Status.OPEN
    shown = lines_in_each(release.live_segments, ids) if release and is_open else lines
    return {
        pk: Facts(
            made.get(pages[pk].live_revision_id) if pk in pages else None,
            pk in pages and pages[pk].live,
            pk in pages and str(pages[pk].pk) in reviewed,
            lines[pk],
            shown[pk],
            pk in pages and release is not None
            and _is_ready(made.get(pages[pk].latest_revision_id), pages[pk], lines[pk]),
        )
        for pk in ids
    }  # fmt: skip


def _is_ready(made: TranslationRevision | None, page: Any, lines: list[Line]) -> bool:
    is_live = page.live and page.latest_revision_id == page.live_revision_id
    return made is not None and made.may_go_live and not is_live and made.says(lines)


def _blank(translation: Translation, now: datetime) -> TranslationState:
    return TranslationState(
        translation=translation, translation_key=translation.source.object_id,
        locale_id=translation.target_locale_id, since=now,
    )  # fmt: skip


def _state(state: TranslationState, facts: Facts, now: datetime) -> TranslationState:
    missing = [line for line in facts.lines if not line.is_done]
    standing_now = _standing(facts)
    status = _status(facts, len(missing))
    if status != state.status:
        state.status, state.since = status, now
    is_behind = standing_now in {TranslationState.Standing.MAJOR, TranslationState.Standing.MINOR}
    if not is_behind:
        state.behind_since = None
    elif state.behind_since is None:
        state.behind_since = now
    state.standing = standing_now
    state.reviewer_id = facts.made.reviewed_by_id if facts.made and facts.is_live else None
    state.total, state.missing = len(facts.lines), len(missing)
    state.machine = sum(line.kind == "machine" for line in facts.lines)
    state.words = sum(line.words for line in missing)
    return state


def _standing(facts: Facts) -> str:
    if not facts.is_live:
        return TranslationState.Standing.NONE
    if facts.made is None:
        return TranslationState.Standing.MINOR  # live from before there were reviews
    return BEHIND[standing(facts.made.made, [line.now for line in facts.shown])]


def _behind(facts: Facts, missing: int) -> str:
    """What there is to do on a page that is live."""
    if facts.made is None:
        return Status.MINOR
    if facts.made.has_fallbacks:
        return Status.MAJOR if missing else Status.MINOR
    return Status(BEHIND[standing(facts.made.made, [line.now for line in facts.lines])])


def _status(facts: Facts, missing: int) -> str:
    if facts.in_review:
        return Status.REVIEW
    if facts.is_ready:
        return Status.READY
    if facts.is_live:
        return _behind(facts, missing)
    if missing == len(facts.lines):
        return Status.REQUESTED
    if not missing and any(line.kind == "machine" for line in facts.lines):
        return Status.MACHINE
    return Status.TRANSLATING
