"""The pages for what is not there, what went wrong, and a database out of reach.

The last two need neither the database nor the session: both may be what failed. They speak the
language of the address, else the one that the browser prefers.
"""

import re
import sys
from typing import Any

from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation

from cms.core.language_choice import preferred_language
from cms.languages import BY_CODE

#: Seconds after which a browser or a robot may ask again (RFC 9110, 10.2.3).
RETRY_AFTER = 120
#: What separates the words of an address.
BETWEEN_WORDS = re.compile(r"[\W_]+")


def page_not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """With a search for the words at the end of the address."""
    last = request.path_info.rstrip("/").rpartition("/")[2]
    guess = " ".join(BETWEEN_WORDS.split(last)).strip()[:100]
    return render(request, "404.html", {"guess": guess, "searched": False}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """503 where the database cannot be reached now, else 500."""
    is_away = isinstance(sys.exc_info()[1], OperationalError | InterfaceError) and not reachable()
    lang = language_of(request)
    with translation.override(lang):
        content = render_to_string(
            "503.html" if is_away else "500.html",
            {
                "lang": lang,
                "direction": BY_CODE[lang].direction,
                "name": settings.WAGTAIL_SITE_NAME,
            },
        )
    response = HttpResponse(content, status=503 if is_away else 500)
    response["Content-Language"] = lang
    response["Cache-Control"] = "no-store"
    if is_away:
        response["Retry-After"] = str(RETRY_AFTER)
    return response


def language_of(request: HttpRequest) -> str:
    """Of the address, also where the middleware that reads it has not run yet."""
    named = translation.get_language_from_path(request.path_info)
    code = named or preferred_language(request.headers.get("Accept-Language", ""))
    return code if code in BY_CODE else settings.LANGUAGE_CODE


def reachable() -> bool:
    """Whether the database answers at this moment, over a new connection."""
    connection.close()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, InterfaceError):
        return False
    return True
