"""Each request gets an id: in its log lines, and in a header of its answer for whoever reports."""

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest

from cms.settings.logs import request_id

HEADER = "X-Request-ID"
#: What a proxy in front may have given it.
KNOWN = re.compile(r"[A-Za-z0-9-]{8,64}")


class RequestIdMiddleware:
    """Before all others but the headers, so that a refusal has an id too."""

    def __init__(self, get_response: Callable[[HttpRequest], Any]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> Any:
        given = request.headers.get(HEADER, "") if settings.BEHIND_PROXY else ""
        own = given if KNOWN.fullmatch(given) else uuid4().hex
        # until the answer is closed: Django logs a 404 after the last middleware
        request_id.set(own)
        response = self.get_response(request)
        response[HEADER] = own
        return response


def request_ends(**_kwargs: Any) -> None:
    request_id.set("")
