"""Comments and history for who translates by a link: of the one page, without names of accounts."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cms.translations.desk.notes import comment_answer, notes_answer, settle, settled_answer
from cms.translations.notes.comments import comment_reopen, comment_resolve
from cms.translations.outside.guest import Guest
from cms.translations.outside.limits import NOTES, is_too_often
from cms.translations.outside.views import for_guests, gone

PAGE = "translations/outside/notes.html"
View = Callable[..., HttpResponse]


def at_a_text(view: View) -> View:
    """For guests, not too often; 410 for a text or a comment that is none of their page, as a 404
    would be led on to the pages of a language."""

    @for_guests
    @wraps(view)
    def limited(request: HttpRequest, guest: Guest, **kwargs: Any) -> HttpResponse:
        try:
            if request.method == "POST" and is_too_often(f"notes:{guest.link.pk}", NOTES):
                return notes_answer(
                    request, guest.link.translation, kwargs["segment_id"], guest, PAGE,
                    said=_("That was very often in one minute: wait a little, then go on."),
                    typed=request.POST.get("text", ""), status=429,
                )  # fmt: skip
            return view(request, guest, **kwargs)
        except Http404:
            return gone(request)

    return limited


@require_http_methods(["GET", "HEAD", "POST"])
@at_a_text
def notes(request: HttpRequest, guest: Guest, segment_id: int) -> HttpResponse:
    answer = comment_answer if request.method == "POST" else notes_answer
    return answer(request, guest.link.translation, segment_id, guest, PAGE)


@require_POST
@at_a_text
def resolve(request: HttpRequest, guest: Guest, segment_id: int, comment_id: int) -> HttpResponse:
    settle(guest.link.translation, comment_id, guest, comment_resolve)
    return settled_answer(request, guest.link.translation, segment_id, guest, PAGE)


@require_POST
@at_a_text
def reopen(request: HttpRequest, guest: Guest, segment_id: int, comment_id: int) -> HttpResponse:
    settle(guest.link.translation, comment_id, guest, comment_reopen)
    return settled_answer(request, guest.link.translation, segment_id, guest, PAGE)
