"""Answers to input that no form of ours sends, with one sentence instead of an error page."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.translation import gettext as _


class BadInputMiddleware:
    """A field that is missing is a bad request; a record in use is kept, and it says by what."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, MultiValueDictKeyError):
            name = str(exception.args[0]) if exception.args else ""
            return HttpResponseBadRequest(
                _("The field “%(name)s” is missing: open the form again.") % {"name": name},
                content_type="text/plain; charset=utf-8",
            )
        if isinstance(exception, ProtectedError):
            messages.error(request, in_use(exception))
            return redirect(request.path)
        return None


def in_use(error: ProtectedError) -> str:
    """Why a record cannot be deleted: what uses it, at most three of them by name."""
    users: list[Any] = sorted(error.protected_objects, key=str)
    return _("It cannot be deleted while these use it: %(names)s.") % {
        "names": ", ".join(dict.fromkeys(str(user) for user in users[:3]))
    }
