"""Keeps what a text says, each time that it is written: asked by everything that writes texts."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from django.utils import timezone
from wagtail_localize.models import StringTranslation, Translation

from cms.translations.models import CarriedTranslation, SegmentEdit
from cms.translations.outside.guest import account_of, name_of

Origin = SegmentEdit.Origin
#: For so long somebody who only adds to a text goes on with the same entry: the desk saves every
#: few seconds.
GOES_ON = timedelta(minutes=10)


class Written(NamedTuple):
    """A text that is about to be written. `held`: its row as it is until now."""

    path: str
    string_id: int
    text: str
    held: StringTranslation | None = None

    @property
    def before(self) -> str:
        return str(self.held.data) if self.held else ""


def edit_add(*, translation: Translation, written: Written, user: Any) -> None:
    """Keep one text of the desk. Nothing that was saved is lost by an entry that goes on: all
    signs of its text are in the new one, in their order."""
    if written.text == written.before:
        return
    last = SegmentEdit.objects.filter(
        translation=translation, path=written.path, string_id=written.string_id
    ).last()
    if last is not None and _goes_on(last, written, user):
        last.text, last.at = written.text, timezone.now()
        last.save(update_fields=["text", "at"])
    else:
        edits_add(translation=translation, texts=[written], origin=Origin.DESK, user=user)


def edits_add(
    *, translation: Translation, texts: Iterable[Written], origin: Origin, user: Any
) -> None:
    """Keep what is written, and what stood there before where no entry has it: 3 queries for any
    number of texts."""
    changed = [one for one in texts if one.text != one.before]
    if not changed:
        return
    account, name = account_of(user), name_of(user)
    SegmentEdit.objects.bulk_create(
        [
            *_earlier(translation, changed),
            *(
                SegmentEdit(
                    translation=translation, path=one.path, string_id=one.string_id,
                    text=one.text, origin=origin, by=account, by_name=name,
                )
                for one in changed
            ),
        ]
    )  # fmt: skip


def _earlier(translation: Translation, changed: Sequence[Written]) -> list[SegmentEdit]:
    entries = SegmentEdit.objects.filter(
        translation=translation, string_id__in={one.string_id for one in changed}
    ).order_by()
    known = set(entries.values_list("path", "string_id").distinct())
    lacking = [
        (one, one.held)
        for one in changed
        if one.held is not None and (one.path, one.string_id) not in known
    ]
    if not lacking:
        return []
    rows = CarriedTranslation.objects.filter(text__in=[held for _one, held in lacking])
    carried = set(rows.values_list("text_id", flat=True))
    return [
        SegmentEdit(
            translation=translation, path=one.path, string_id=one.string_id, text=held.data,
            origin=_origin(held, carried), by_id=held.last_translated_by_id, at=held.updated_at,
        )
        for one, held in lacking
    ]  # fmt: skip


def _origin(held: Any, carried: set[int]) -> Origin:
    if held.pk in carried:
        return Origin.CARRIED
    return Origin.MACHINE if held.translation_type == "machine" else Origin.EARLIER


def _goes_on(last: SegmentEdit, written: Written, user: Any) -> bool:
    account = account_of(user)
    return (
        last.origin == Origin.DESK
        and last.text == written.before
        and (last.by_id, last.by_name) == (account.pk if account else None, name_of(user))
        and last.at > timezone.now() - GOES_ON
        and _is_held(last.text, written.text)
    )


def _is_held(old: str, new: str) -> bool:
    """Whether all signs of the old text are in the new one, in their order."""
    signs = iter(new)
    return all(sign in signs for sign in old)
