"""Saves translated texts at the desk, one segment at a time."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue, validate_translation_links

from cms.translations.locks import refuse_locked
from cms.translations.managed import page_of
from cms.translations.may import may_work
from cms.translations.models import CarriedTranslation
from cms.translations.notes.edits import Written, edit_add
from cms.translations.outside.guest import account_of
from cms.translations.segments.read import digest
from cms.translations.standing import states_refresh
from cms.translations.texts.checks import is_balanced
from cms.translations.texts.typed import typed

#: Characters of one text; the longest paragraph of the demo has 1,900.
LONGEST = 50_000


@dataclass(frozen=True)
class Saved:
    """`conflict`: what somebody else has written there meanwhile; nothing was saved then.

    `source` is the segment that was translated.
    """

    source: str
    text: StringTranslation | None = None
    problem: str = ""
    conflict: str = ""


def segment_save(
    *, translation: Translation, segment_id: int, text: str, user: Any, base: str | None = None
) -> Saved:
    """Save one text as it was typed. `base`: digest of what the writer saw, to find conflicts.

    Raises PermissionDenied for whom the language is not theirs, ValidationError where the page is
    locked or in review, StringSegment.DoesNotExist for a segment of another page.
    """
    if not may_work(user, "translate", translation):
        raise PermissionDenied(_("This language is not yours to work on."))
    with transaction.atomic():
        Translation.objects.select_for_update(of=("self",)).get(pk=translation.pk)
        refuse_locked(page_of(translation), user)
        segment = StringSegment.objects.select_related("string", "context").get(
            pk=segment_id, source_id=translation.source_id
        )
        source = segment.string.data
        text = typed(source, text)
        held = StringTranslation.objects.filter(
            translation_of=segment.string, context=segment.context,
            locale_id=translation.target_locale_id,
        ).first()  # fmt: skip
        if base is not None and held is not None and digest(held.data) not in {base, digest(text)}:
            return Saved(source, conflict=held.data)
        if problem := misfit(source, text):
            return Saved(source, problem=problem)
        saved = _write(translation, segment, held, text, user)
        states_refresh(translation.source.object_id)
    return Saved(source, saved)


def misfit(source: str, text: str) -> str:
    """A sentence where a text cannot be put into its page at all; empty where it can."""
    if len(text) > LONGEST:
        return _("This text is too long: %(most)s characters at most.") % {"most": LONGEST}
    if "\x00" in text:
        return _("This text holds a sign that cannot be stored: type it anew.")
    try:
        if not is_balanced(text):
            raise ValueError
        StringValue.from_translated_html(text)
        validate_translation_links(source, text)
    except (ValueError, RecursionError):  # tags in tags, thousands deep
        return _("Keep the marks of links and emphasis as they stand in the Hungarian text.")
    return ""


def _write(
    translation: Translation, segment: StringSegment, held: StringTranslation | None, text: str,
    user: Any,
) -> StringTranslation | None:  # fmt: skip
    written = Written(segment.context.path, segment.string_id, text, held)
    edit_add(translation=translation, written=written, user=user)
    if not text.strip():
        if held is not None:
            held.delete()
        return None
    row = held or StringTranslation(
        translation_of=segment.string, context=segment.context, locale=translation.target_locale
    )
    row.data, row.translation_type, row.tool_name = text, "manual", ""
    row.last_translated_by, row.has_error, row.field_error = account_of(user), False, ""
    row.save()
    CarriedTranslation.objects.filter(text=row).delete()
    return row
