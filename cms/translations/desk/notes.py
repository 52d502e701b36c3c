"""Comments and history of one text: a piece of the desk that comes on demand, or a page of its own.

With `part` in its address an answer is the piece alone, which the desk's script puts under the
text.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail_localize.models import StringSegment, Translation

from cms.languages import BY_CODE
from cms.translations.desk.entry import translation_for
from cms.translations.models import SegmentComment
from cms.translations.notes.beside import notes_of
from cms.translations.notes.comments import LONGEST, comment_add, comment_reopen, comment_resolve

PIECE, PAGE = "translations/desk/notes_piece.html", "translations/desk/notes.html"
Settle = Callable[..., None]


@require_http_methods(["GET", "HEAD", "POST"])
def notes(request: HttpRequest, uuid: UUID, segment_id: int) -> HttpResponse:
    translation = translation_for(request, uuid)
    if request.method == "POST":
        return comment_answer(request, translation, segment_id, request.user, PAGE)
    return notes_answer(request, translation, segment_id, request.user, PAGE)


@require_POST
def resolve(request: HttpRequest, uuid: UUID, segment_id: int, comment_id: int) -> HttpResponse:
    translation = translation_for(request, uuid)
    settle(translation, comment_id, request.user, comment_resolve)
    return settled_answer(request, translation, segment_id, request.user, PAGE)


@require_POST
def reopen(request: HttpRequest, uuid: UUID, segment_id: int, comment_id: int) -> HttpResponse:
    translation = translation_for(request, uuid)
    settle(translation, comment_id, request.user, comment_reopen)
    return settled_answer(request, translation, segment_id, request.user, PAGE)


def comment_answer(
    request: HttpRequest, translation: Translation, segment_id: int, user: Any, template: str
) -> HttpResponse:
    """Adds a comment; what could not be kept stays in the field, with a sentence."""
    text = request.POST.get("text", "")
    try:
        comment_add(translation=translation, segment_id=segment_id, text=text, user=user)
    except StringSegment.DoesNotExist:
        said = _("The Hungarian text has changed meanwhile: load the page anew.")
    except ValidationError as error:
        said = " ".join(error.messages)
    else:
        if "part" not in request.GET:
            return redirect(request.path)
        return notes_answer(request, translation, segment_id, user, template)
    return notes_answer(
        request, translation, segment_id, user, template, said=said, typed=text, status=400
    )


def notes_answer(
    request: HttpRequest, translation: Translation, segment_id: int, user: Any, template: str,
    *, said: str = "", typed: str = "", status: int = 200,
) -> HttpResponse:  # fmt: skip
    """Raises Http404 for a segment that is none of the page, but where something was typed."""
    try:
        found = notes_of(translation=translation, segment_id=segment_id, user=user)
    except StringSegment.DoesNotExist:
        if not said:
            raise Http404 from None
        found = None
    context = {
        "notes": found, "translation": translation, "segment_id": segment_id, "said": said,
        "typed": typed, "longest": LONGEST, "title": translation.source.object_repr,
        "language": BY_CODE.get(translation.target_locale.language_code),
        "is_outside": template != PAGE,
    }  # fmt: skip
    name = PIECE if "part" in request.GET else template
    return render(request, name, context, status=status)


def settle(translation: Translation, comment_id: int, user: Any, service: Settle) -> None:
    """Raises Http404 for a comment of another translation, PermissionDenied."""
    comment = SegmentComment.objects.filter(pk=comment_id, translation=translation).first()
    if comment is None:
        raise Http404
    service(comment=comment, user=user)


def settled_answer(
    request: HttpRequest, translation: Translation, segment_id: int, user: Any, template: str
) -> HttpResponse:
    """With what was typed meanwhile, which no redirect would keep."""
    typed = request.POST.get("text", "")
    if "part" in request.GET or typed.strip():
        return notes_answer(request, translation, segment_id, user, template, typed=typed)
    if template == PAGE:
        return redirect("desk:notes", translation.uuid, segment_id)
    return redirect("outside:notes", segment_id)
