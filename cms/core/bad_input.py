"""Answers to input that no form of ours sends, with one sentence instead of an error page."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from cms.core.languages import listed


class BadInputMiddleware:
    """A field that is missing is a bad request; a record in use is kept, and it says by what;
    what a model refuses (publishing, moving) is said where the form was."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, MultiValueDictKeyError):
            return _bad_request(exception)
        if request.method != "POST":
            return None
        if isinstance(exception, ProtectedError):
            return _back(request, in_use(exception))
        if isinstance(exception, ValidationError):
            return _back(request, " ".join(exception.messages))
        return None


def _bad_request(error: MultiValueDictKeyError) -> HttpResponse:
    name = str(error.args[0]) if error.args else ""
    sentence = _("The field “%(name)s” is missing: open the form again.") % {"name": name}
    return HttpResponseBadRequest(sentence, content_type="text/plain; charset=utf-8")


def _back(request: HttpRequest, sentence: str) -> HttpResponse:
    """To where the form was, with the sentence; as JSON for whoever asked for that."""
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"detail": sentence}, status=400)
    messages.error(request, sentence)
    return redirect(_form_of(request))


def _form_of(request: HttpRequest) -> str:
    url = request.headers.get("Referer", "")
    known = url_has_allowed_host_and_scheme(url, {request.get_host()}, request.is_secure())
    return url if known else reverse("wagtailadmin_home")


def in_use(error: ProtectedError) -> str:
    """Why a record cannot be deleted: what uses it, at most three of them by name."""
    users: list[Any] = sorted(error.protected_objects, key=str)
    return _("It cannot be deleted while these use it: %(names)s.") % {
        "names": listed(dict.fromkeys(str(user) for user in users[:3]))
    }
