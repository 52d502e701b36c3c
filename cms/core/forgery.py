"""The answer to a form without the mark that keeps forged ones out: most often its browser takes no
cookies. What was typed is shown again where the form's view says which fields that may be.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.csrf import csrf_failure

View = Callable[..., HttpResponse]
#: Attribute of a view.
KEPT = "kept_typed"


def kept_typed(**labels: Any) -> Callable[[View], View]:
    """Name the fields of a view's form that may be shown again, each with its label. The outermost
    decorator of a view; never for a password."""

    def named(view: View) -> View:
        setattr(view, KEPT, labels)
        return view

    return named


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """`CSRF_FAILURE_VIEW`: a page of the site, in its language; in the admin Django's own."""
    if request.path_info.startswith(reverse("wagtailadmin_home")):
        return csrf_failure(request, reason)
    view = request.resolver_match.func if request.resolver_match else None
    labels: dict[str, Any] = getattr(view, KEPT, {})
    typed = [(label, text) for name, label in labels.items() if (text := _sent(request, name))]
    answer = render(request, "core/form_refused.html", {"typed": typed}, status=403)
    add_never_cache_headers(answer)
    return answer


def _sent(request: HttpRequest, name: str) -> str:
    return str(request.POST.get(name, "")).strip()
