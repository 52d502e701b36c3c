"""Which language answers: the prefix of the address, else what the reader's browser prefers."""

from typing import Any

from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.translation.trans_real import (
    get_languages,
    get_supported_language_variant,
    parse_accept_lang_header,
)

from cms.languages import FALLBACK


def preferred_language(accepted: str) -> str:
    """The first language of an Accept-Language header (RFC 9110, 12.5.4) that the site has.

    Who reads none of them is answered in the one that most people can read.
    """
    for code, _weight in parse_accept_lang_header(accepted.lower()):
        if code == "*":
            break
        try:
            supported = get_supported_language_variant(code)
        except LookupError:
            continue
        if supported in get_languages():
            return supported
    return FALLBACK


class LanguageMiddleware(LocaleMiddleware):
    """Django's own falls back to `LANGUAGE_CODE`: Hungarian, for people who read none of it."""

    def process_request(self, request: Any) -> None:
        code = translation.get_language_from_path(request.path_info)
        if not code:
            code = preferred_language(request.headers.get("Accept-Language", ""))
        translation.activate(code)
        request.LANGUAGE_CODE = translation.get_language()
