"""Between a segment, which is HTML, and what a person reads and types.

A text without tags (a title, a row's name) is typed as plain text, in one with tags only what can
be no HTML is mended.
"""

import re
from html import escape, unescape

#: An ampersand that begins no character reference.
BARE = re.compile(r"&(?!#?\w+;)")


def is_plain(source: str) -> bool:
    return "<" not in source


def shown(source: str, text: str) -> str:
    """`text`, a segment like `source`, as its writers see it."""
    return unescape(text) if is_plain(source) else text


def typed(source: str, text: str) -> str:
    """What was typed for `source`, as a segment."""
    text = text.strip()
    return escape(text, quote=False) if is_plain(source) else BARE.sub("&amp;", text)
