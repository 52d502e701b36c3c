"""Sending, approving and sending back, each by a button of the desk."""

from collections.abc import Callable
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from cms.translations.desk.entry import translation_for
from cms.translations.reviewing import review_approve, review_reject, review_send


@require_POST
def send(request: HttpRequest, uuid: UUID) -> HttpResponse:
    translation = translation_for(request, uuid)
    return _answer(
        request, uuid, _("Sent to the reviewers of the language."),
        lambda: review_send(translation=translation, user=request.user),
    )  # fmt: skip


@require_POST
def approve(request: HttpRequest, uuid: UUID) -> HttpResponse:
    translation = translation_for(request, uuid)
    return _answer(
        request, uuid, _("Approved and published."),
        lambda: review_approve(
            translation=translation, user=request.user, revision_id=_revision(request)
        ),
    )  # fmt: skip


@require_POST
def reject(request: HttpRequest, uuid: UUID) -> HttpResponse:
    translation = translation_for(request, uuid)
    return _answer(
        request, uuid, _("Sent back to the translator."),
        lambda: review_reject(
            translation=translation, user=request.user, revision_id=_revision(request),
            reason=request.POST.get("reason", "")[:2000],
        ),
    )  # fmt: skip


def _answer(
    request: HttpRequest, uuid: UUID, success: str, service: Callable[[], object]
) -> HttpResponse:
    try:
        service()
    except ValidationError as error:
        for sentence in error.messages:
            messages.error(request, sentence)
    else:
        messages.success(request, success)
    return redirect("desk:edit", uuid)


def _revision(request: HttpRequest) -> int:
    """The revision that the reviewer saw; 0, which none is, for anything else."""
    said = request.POST.get("revision", "")
    return int(said) if said.isdecimal() and len(said) < 19 else 0
