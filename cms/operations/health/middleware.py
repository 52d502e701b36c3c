"""`/-/live` and `/-/ready`, answered before anything else looks at the request.

A probe knows neither the host names of the site nor TLS: it asks the process itself. So these two
stand in front of the checks of hosts, the redirect to https, sessions and cookies.
"""

import time
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.utils import translation

from cms.core.language_choice import preferred_language
from cms.operations.health.registry import findings

#: Seconds for which an answer holds: however often somebody asks, the database is not.
KEPT = 1.0


class HealthMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], Any]) -> None:
        self.get_response = get_response
        self.kept: dict[str, tuple[float, dict[str, Any]]] = {}

    def __call__(self, request: HttpRequest) -> Any:
        answers = {"/-/live": self.live, "/-/ready": self.ready}
        answer = answers.get(request.path_info)
        if answer is None:
            return self.get_response(request)
        if request.method not in {"GET", "HEAD"}:
            response: HttpResponse = HttpResponseNotAllowed(["GET", "HEAD"])
        else:
            response = answer(request)
        response["Cache-Control"] = "no-store"
        return response

    def live(self, request: HttpRequest) -> HttpResponse:
        """This process answers; nothing else is asked."""
        return JsonResponse({"live": True})

    def ready(self, request: HttpRequest) -> HttpResponse:
        """200 where every check that gates is well, else 503 with a sentence for each other."""
        lang = preferred_language(request.headers.get("Accept-Language", ""))
        data = self._checked(lang)
        response = JsonResponse(
            data, status=200 if data["ready"] else 503, json_dumps_params={"ensure_ascii": False}
        )
        response["Content-Language"] = lang
        response["Vary"] = "Accept-Language"
        return response

    def _checked(self, lang: str) -> dict[str, Any]:
        known = self.kept.get(lang)
        if known and time.monotonic() - known[0] < KEPT:
            return known[1]
        with translation.override(lang):
            found = findings(gates_only=True)
        data = {
            "ready": all(finding.is_well for finding in found),
            "checks": {finding.check.name: finding.sentence or "ok" for finding in found},
        }
        self.kept[lang] = (time.monotonic(), data)
        return data
