"""Between a segment and a machine: what it must not touch is marked, what it gives is looked at."""

import re
from html import unescape

from wagtail_localize.strings import StringValue

from cms.translations.saving import misfit
from cms.translations.texts.checks import CODE, PLACEHOLDER, problems
from cms.translations.texts.typed import is_plain, typed

KEPT = re.compile(f"{PLACEHOLDER.pattern}|{CODE.pattern}")
TAG = re.compile(r"(<[^<>]*>)")
#: No segment has a span of its own.
SPAN = re.compile(r"</?span\b[^<>]*>")


def marked(source: str) -> str:
    """With placeholders and codes in `translate="no"` (HTML), which both services respect."""
    return "".join(
        piece if TAG.fullmatch(piece) else KEPT.sub(r'<span translate="no">\g<0></span>', piece)
        for piece in TAG.split(source)
    )


def fitted(source: str, answer: str) -> str:
    """The answer as a text for its segment; empty where it cannot be one: a link, a placeholder
    or a mark is lost, or it is no text at all."""
    text = SPAN.sub("", answer).strip()
    if is_plain(source):
        if TAG.search(text):
            return ""
        text = unescape(text)
    text = typed(source, text)
    if misfit(source, text) or any(one.is_error for one in problems(source, text)):
        return ""
    return text if is_plain(source) else str(StringValue.from_translated_html(text).data)
