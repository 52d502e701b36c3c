"""Once a day, to each member of a team for whom something is new, due or waiting: one mail."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F, Q
from django.utils import timezone
from wagtail.models import Locale, Page

from cms.languages import BY_CODE, SOURCE
from cms.translations.mails.comments import comments_new
from cms.translations.mails.people import desk_of, members, tell
from cms.translations.may import roles_of
from cms.translations.models import TranslationState
from cms.translations.models.states import TO_DO

Status = TranslationState.Status
NEW, SOON, WAITS = timedelta(days=1), timedelta(days=2), timedelta(days=1)
#: Rows of one kind in a mail.
MOST = 20


@dataclass(frozen=True)
class Item:
    title: str
    language: str
    status: Any
    desk: str
    due: date | None
    comments: int = 0


@dataclass
class Digest:
    """`new` since yesterday, `due` soon or late for whom it was assigned to, `review` for those
    who review; `comments` that others wrote since yesterday, for whom it was assigned to."""

    new: list[Item] = field(default_factory=list)
    due: list[Item] = field(default_factory=list)
    review: list[Item] = field(default_factory=list)
    comments: list[Item] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not self.count

    @property
    def count(self) -> int:
        """Translations, each once."""
        return len({one.desk for one in (*self.new, *self.due, *self.review, *self.comments)})


def digests_send(now: datetime) -> int:
    """How many mails."""
    locales = dict(Locale.objects.values_list("pk", "language_code"))
    states = _open_states(now)
    comments = comments_new(now - NEW)
    titles = _titles([*states, *(state for rows in comments.values() for state, _number in rows)])
    count = 0
    for user in members(list(locales)):
        found = digest_for(user, states, titles, locales, now)
        found.comments = _commented(user, comments.get(user.pk, []), titles, locales)
        if not found.is_empty:
            tell(user, "digest", {"digest": found, "count": found.count})
            count += 1
    return count


def digest_for(
    user: Any, states: Sequence[TranslationState], titles: dict[Any, str],
    locales: dict[int, str], now: datetime,
) -> Digest:  # fmt: skip
    roles, digest = roles_of(user), Digest()
    today = timezone.localdate(now)
    mine = roles.translates | roles.reviews
    for state in states:
        if state.locale_id not in mine or state.translation_key not in titles:
            continue
        item = _item(state, titles[state.translation_key], locales[state.locale_id])
        kept = _place(state, digest, user, today, now, reviews=state.locale_id in roles.reviews)
        if kept is not None and len(kept) < MOST:
            kept.append(item)
    return digest


def _commented(
    user: Any, rows: Sequence[tuple[TranslationState, int]], titles: dict[Any, str],
    locales: dict[int, str],
) -> list[Item]:  # fmt: skip
    """Without translations that are theirs no more."""
    roles = roles_of(user)
    return [
        replace(_item(state, titles[state.translation_key], locales[state.locale_id]), comments=n)
        for state, n in rows
        if state.translation_key in titles and state.locale_id in roles.translates | roles.reviews
    ][:MOST]


def _place(
    state: TranslationState, digest: Digest, user: Any, today: date, now: datetime, *, reviews: bool
) -> list[Item] | None:
    """The list that a state belongs to for somebody; None where it is no news to them."""
    if state.status == Status.REVIEW:
        return digest.review if reviews and state.since <= now - WAITS else None
    if state.due and state.assignee_id == user.pk and state.due <= today + SOON:
        return digest.due
    if state.assignee_id in {None, user.pk} and state.since > now - NEW:
        return digest.new
    return None


def _open_states(now: datetime) -> list[TranslationState]:
    today = timezone.localdate(now)
    wanted = (
        Q(status=Status.REVIEW, since__lte=now - WAITS)
        | Q(status__in=TO_DO, since__gt=now - NEW)
        | Q(status__in=TO_DO, due__lte=today + SOON)
    )
    found = TranslationState.objects.filter(wanted, translation__enabled=True)
    return list(
        found.select_related("translation").order_by(F("due").asc(nulls_last=True), "since", "pk")
    )


def _titles(states: Sequence[TranslationState]) -> dict[Any, str]:
    pages = Page.objects.filter(
        translation_key__in={state.translation_key for state in states},
        locale__language_code=SOURCE, live=True,
    )  # fmt: skip
    return dict(pages.values_list("translation_key", "title"))


def _item(state: TranslationState, title: str, code: str) -> Item:
    language = BY_CODE[code].name if code in BY_CODE else code
    label = state.Status(state.status).label
    return Item(title, language, label, desk_of(state.translation), state.due)
