"""Drafts missing texts by machine: asked for outside any transaction, then written at once.

A text that is there is never written over. What is written is a machine's until a person saves it,
and goes live as everything does: by a reviewer who approves it.
"""

import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail_localize.models import StringTranslation, Translation

from cms.languages import SOURCE
from cms.translations.locks import refuse_locked
from cms.translations.machine.faults import MachineFault
from cms.translations.machine.fitting import fitted, marked
from cms.translations.machine.port import Translator, translator
from cms.translations.managed import page_of
from cms.translations.may import may_work
from cms.translations.models import SegmentEdit
from cms.translations.notes.edits import Written, edits_add
from cms.translations.outside.guest import account_of
from cms.translations.segments.read import Line, lines_of
from cms.translations.standing import states_refresh

#: Texts of one request of a person, who waits for them.
MOST = 50
WRITTEN = ("data", "translation_type", "tool_name", "last_translated_by")


@dataclass(frozen=True)
class Drafted:
    """How many texts were saved; `lost`: came without a link or a placeholder of theirs and were
    not kept; `left`: not asked for yet; `problem`: a sentence where the service failed."""

    saved: int = 0
    lost: int = 0
    left: int = 0
    problem: str = ""


def machine_draft(
    *, translation: Translation, user: Any, segment_ids: Collection[int] | None = None
) -> Drafted:
    """Draft what is missing, of the whole page or of some segments.

    Raises PermissionDenied for whom the language is not theirs, ValidationError where the page is
    locked or in review (also since the machine was asked), or where no service is set up.
    """
    if not may_work(user, "translate", translation):
        raise PermissionDenied(_("This language is not yours to work on."))
    machine = translator()
    if machine is None:
        raise ValidationError(_("No machine translation is set up."))
    refuse_locked(page_of(translation), user)
    wanted = [
        line
        for line in _missing(translation)
        if segment_ids is None or line.segment_id in segment_ids
    ]
    answers, problem = _answers(machine, translation, wanted[:MOST])
    texts = {pk: fitted(line.source, answer) for pk, (line, answer) in answers.items()}
    fit = {line: texts[pk] for pk, (line, _answer) in answers.items() if texts[pk]}
    saved = _write(translation, fit, user, machine.name) if fit else 0
    return Drafted(saved, len(texts) - len(fit), len(wanted) - len(texts), problem)


def _missing(translation: Translation) -> list[Line]:
    """Without what a person wrote that has an error."""
    lines = lines_of(translation.source_id, translation.target_locale_id)
    return [line for line in lines if line.text_id is None]


def _answers(
    machine: Translator, translation: Translation, lines: Sequence[Line]
) -> tuple[dict[int, tuple[Line, str]], str]:
    """By the id of the segment, each line with what the machine said; and what went wrong.

    What came before a fault is kept: it was paid for. After its time no more is asked for.
    """
    code, until = translation.target_locale.language_code, time.monotonic() + machine.seconds
    found: dict[int, tuple[Line, str]] = {}
    for batch in batches(lines, machine):
        if found and time.monotonic() > until:
            break
        try:
            texts = machine.translate([marked(one.source) for one in batch], SOURCE, code)
        except MachineFault as error:
            return found, error.sentence
        found.update(
            {line.segment_id: (line, text) for line, text in zip(batch, texts, strict=True)}
        )
    return found, ""


def batches(lines: Sequence[Line], machine: Translator) -> Iterator[list[Line]]:
    """Within the limits of the machine; a text that is longer than they are goes alone."""
    batch: list[Line] = []
    size = 0
    for line in lines:
        more = len(marked(line.source).encode())
        if batch and (len(batch) == machine.most_texts or size + more > machine.most_bytes):
            yield batch
            batch, size = [], 0
        batch.append(line)
        size += more
    if batch:
        yield batch


def _write(translation: Translation, texts: dict[Line, str], user: Any, name: str) -> int:
    """How many were saved: not those that were written or changed while the machine was asked."""
    with transaction.atomic():
        Translation.objects.select_for_update(of=("self",)).get(pk=translation.pk)
        refuse_locked(page_of(translation), user)
        open_now = set(_missing(translation))
        texts = {line: text for line, text in texts.items() if line in open_now}
        rows = [
            StringTranslation(
                translation_of_id=line.string_id, context_id=line.context_id,
                locale_id=translation.target_locale_id, data=text, translation_type="machine",
                tool_name=name, last_translated_by=account_of(user),
            )
            for line, text in texts.items()
        ]  # fmt: skip
        _keep_edits(translation, texts, user)
        titles = {line.context_id for line in texts if line.path == "title"}
        for row in rows:
            if row.context_id in titles:  # its receiver names the draft in the page tree
                StringTranslation.objects.get_or_create(
                    translation_of_id=row.translation_of_id, context_id=row.context_id,
                    locale_id=row.locale_id,
                    defaults={name: getattr(row, name) for name in WRITTEN},
                )  # fmt: skip
        StringTranslation.objects.bulk_create(
            [row for row in rows if row.context_id not in titles],
            # a publication of the source carries texts over without this lock
            ignore_conflicts=True,
        )
        states_refresh(translation.source.object_id)
    return len(rows)


def _keep_edits(translation: Translation, texts: dict[Line, str], user: Any) -> None:
    written = [Written(line.path, line.string_id, text) for line, text in texts.items()]
    edits_add(translation=translation, texts=written, origin=SegmentEdit.Origin.MACHINE, user=user)
