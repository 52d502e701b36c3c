"""The desk's buttons for drafts by machine. What was typed beside them is saved first."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from cms.translations.desk.entry import translation_for
from cms.translations.desk.page import entries_of
from cms.translations.desk.posted import posted_save
from cms.translations.desk.views import edit_answer
from cms.translations.machine.drafting import Drafted, machine_draft
from cms.translations.machine.port import translator
from cms.translations.managed import page_of


@require_POST
def whole_page(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Drafts what is missing, but for texts that were translated before the Hungarian changed:
    there the earlier translation is offered."""
    return _drafted(request, uuid)


@require_POST
def one_segment(request: HttpRequest, uuid: UUID, segment_id: int) -> HttpResponse:
    return _drafted(request, uuid, segment_id)


def _drafted(request: HttpRequest, uuid: UUID, segment_id: int | None = None) -> HttpResponse:
    translation = translation_for(request, uuid)
    if translator() is None:
        messages.error(request, _("No machine translation is set up."))
        return redirect("desk:edit", uuid)
    page = page_of(translation)
    entries = entries_of(translation, page)
    entries, _saved = posted_save(translation, entries, request.POST, request.user)
    if any(entry.refusal or entry.conflict for entry in entries):
        messages.error(request, _("Some texts were not saved: see what is said beside them."))
        return edit_answer(request, translation, page, entries)
    wanted = {one.line.segment_id for one in entries if one.state == "open"}
    if segment_id is not None:
        wanted = {segment_id}
    try:
        drafted = machine_draft(translation=translation, user=request.user, segment_ids=wanted)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        _tell(request, drafted)
    place = f"#segment-{segment_id}" if segment_id is not None else ""
    return redirect(reverse("desk:edit", args=[uuid]) + place)


def _tell(request: HttpRequest, drafted: Drafted) -> None:
    if drafted.problem:
        messages.error(request, drafted.problem)
    if drafted.saved:
        messages.success(request, _saved(drafted.saved))
    if drafted.lost:
        messages.warning(request, _lost(drafted.lost))
    if drafted.left and not drafted.problem:
        messages.warning(request, _left(drafted.left))
    if drafted == Drafted():
        messages.warning(request, _("Nothing is missing here that a machine could draft."))


def _saved(number: int) -> str:
    return _counted(
        ngettext(
            "Drafted by machine: %(number)d text. Read it and save it.",
            "Drafted by machine: %(number)d texts. Read each and save it.",
            number,
        ),
        number,
    )


def _lost(number: int) -> str:
    return _counted(
        ngettext(
            "%(number)d text was not kept: the machine lost a link, a placeholder or a mark.",
            "%(number)d texts were not kept: the machine lost a link, a placeholder or a mark.",
            number,
        ),
        number,
    )


def _left(number: int) -> str:
    return _counted(
        ngettext(
            "%(number)d text is still missing: draft once more.",
            "%(number)d texts are still missing: draft once more.",
            number,
        ),
        number,
    )


def _counted(sentence: str, number: Any) -> str:
    return sentence % {"number": number}
