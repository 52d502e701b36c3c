"""What a whole form of the desk sent: each changed text saved, what could not be kept as typed."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, Translation

from cms.translations.desk.page import Entry
from cms.translations.saving import segment_save
from cms.translations.segments.read import digest
from cms.translations.texts.typed import typed


def posted_save(
    translation: Translation, entries: list[Entry], posted: Mapping[str, str], user: Any
) -> tuple[list[Entry], int]:
    """The entries with what was refused beside them, and how many texts were saved."""
    result, saved = [], 0
    for entry in entries:
        pk = str(entry.line.segment_id)
        text, base = posted.get(f"text-{pk}"), posted.get(f"base-{pk}", "")
        if text is None or not (posted.get("only") == pk or _is_written(entry, text.strip(), base)):
            result.append(entry)
            continue
        refused = _save(translation, entry, text.strip(), base, user)
        saved += refused is None
        result.append(refused or entry)
    return result, saved


def _is_written(entry: Entry, text: str, base: str) -> bool:
    """Whether the writer changed what the form held. What was there before is confirmed by the
    button beside it alone (`only`), never by saving the rest."""
    return digest(typed(entry.line.source, text)) != base and text != entry.offered.strip()


def _save(translation: Translation, entry: Entry, text: str, base: str, user: Any) -> Entry | None:
    try:
        saved = segment_save(
            translation=translation, segment_id=entry.line.segment_id, text=text, user=user,
            base=base,
        )  # fmt: skip
    except StringSegment.DoesNotExist:
        refusal = _("The Hungarian text has changed meanwhile: load the page anew.")
        return replace(entry, typed=text, refusal=refusal)
    except ValidationError as error:
        return replace(entry, typed=text, refusal=" ".join(error.messages))
    if saved.conflict:
        refusal = _("Somebody else has translated this meanwhile.")
        return replace(entry, typed=text, refusal=refusal, conflict=saved.conflict)
    if saved.problem:
        return replace(entry, typed=text, refusal=saved.problem)
    return None
