"""What people say to each other about a text: added, settled, opened again.

A page that is locked or in review can be talked about: that is when reviewers and translators do.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, Translation

from cms.translations.may import may, may_work
from cms.translations.models import SegmentComment
from cms.translations.notes.names import Names
from cms.translations.notes.places import Homes, Place
from cms.translations.outside.guest import account_of, name_of
from cms.translations.segments.read import Line
from cms.translations.texts.typed import shown

#: Characters of one comment.
LONGEST = 2_000


@dataclass(frozen=True)
class Said:
    """A comment for one reader. `source` is the Hungarian text that it was written about, where the
    page says something else by now."""

    comment: SegmentComment
    who: str
    settled_by: str
    may_settle: bool
    source: str


def comment_add(
    *, translation: Translation, segment_id: int, text: str, user: Any
) -> SegmentComment:
    """Raises PermissionDenied for whom the language is not theirs, ValidationError for a text that
    is none or too long, StringSegment.DoesNotExist for a segment of another page."""
    if not may_work(user, "translate", translation):
        raise PermissionDenied(_("This language is not yours to work on."))
    segment = StringSegment.objects.select_related("context").get(
        pk=segment_id, source_id=translation.source_id
    )
    text = text.strip()
    if not text:
        raise ValidationError(_("Write a comment first."))
    if len(text) > LONGEST:
        raise ValidationError(
            _("This comment is too long: %(most)s characters at most.") % {"most": LONGEST}
        )
    if "\x00" in text:
        raise ValidationError(_("This text holds a sign that cannot be stored: type it anew."))
    made: SegmentComment = SegmentComment.objects.create(
        translation=translation, path=segment.context.path, string_id=segment.string_id, text=text,
        by=account_of(user), by_name=name_of(user),
    )  # fmt: skip
    return made


def comment_resolve(*, comment: SegmentComment, user: Any) -> None:
    """Settle a comment of one's own, or as a reviewer any. Raises PermissionDenied."""
    _refuse_others(comment, user)
    if comment.is_open:
        comment.resolved_at = timezone.now()
        comment.resolved_by, comment.resolved_by_name = account_of(user), name_of(user)
        comment.save(update_fields=["resolved_at", "resolved_by", "resolved_by_name"])


def comment_reopen(*, comment: SegmentComment, user: Any) -> None:
    """The same the other way. Raises PermissionDenied."""
    _refuse_others(comment, user)
    if not comment.is_open:
        comment.resolved_at, comment.resolved_by, comment.resolved_by_name = None, None, ""
        comment.save(update_fields=["resolved_at", "resolved_by", "resolved_by_name"])


def comments_of(*, translation: Translation, place: Place, homes: Homes, user: Any) -> list[Said]:
    """What was said of the text at a place, the earliest first: one query, one more for a guest.

    Raises PermissionDenied.
    """
    if not may_work(user, "translate", translation):
        raise PermissionDenied(_("This language is not yours to work on."))
    names = Names(user, translation.target_locale_id)
    rows = SegmentComment.objects.filter(translation=translation).select_related(
        "string", "by", "resolved_by"
    )
    return [
        _said(one, names, user, translation, place) for one in rows if homes_of(one, homes) == place
    ]


def homes_of(comment: SegmentComment, homes: Homes) -> Place | None:
    source = comment.string.data if comment.string else ""
    return homes.of(comment.path, comment.string_id, source)


def open_at(
    written: Iterable[tuple[str, int | None, str]], lines: Iterable[Line]
) -> Counter[Place]:
    """How many comments each place has. `written`: path, id and text of the source of each."""
    homes = Homes(lines)
    places = [homes.of(*one) for one in written]
    return Counter(place for place in places if place is not None)


def _said(
    comment: SegmentComment, names: Names, user: Any, translation: Translation, place: Place
) -> Said:
    source = comment.string.data if comment.string else ""
    return Said(
        comment,
        who=names.of(comment.by, comment.by_name),
        settled_by="" if comment.is_open else names.of(
            comment.resolved_by, comment.resolved_by_name
        ),
        may_settle=may_settle(comment, translation, user),
        source=shown(source, source) if comment.string_id != place.string_id else "",
    )  # fmt: skip


def may_settle(comment: SegmentComment, translation: Translation, user: Any) -> bool:
    """Whoever wrote it, while the language is theirs, and the language's reviewers."""
    if not may_work(user, "translate", translation):
        return False
    account, name = account_of(user), name_of(user)
    is_own = comment.by_id == account.pk if account else comment.by_name == name
    return is_own or may(user, "review", translation.target_locale_id)


def _refuse_others(comment: SegmentComment, user: Any) -> None:
    if not may_settle(comment, comment.translation, user):
        raise PermissionDenied(_("Only who wrote a comment, or a reviewer, may settle it."))
