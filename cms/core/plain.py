"""Plain text for other programs: without characters that XML 1.0 and RFC 5545 refuse.

An editor pastes them unseen (a vertical tab from a slide); one of them would break a whole feed.
What stands in a line of another direction keeps its own order by Unicode's isolates (UAX #9),
where there is no markup for it.
"""

import re
import unicodedata

#: Classes of UAX #9 that make a line of the other direction change its order.
AGAINST = {"ltr": {"R", "AL", "AN"}, "rtl": {"L", "EN"}}
REFUSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def plain(text: object) -> str:
    """`text` with line ends as `\\n` and without control characters, tab and line end aside."""
    lines = str(text).replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    return REFUSED.sub("", lines)


def isolated(text: object) -> str:
    """`text` between FIRST STRONG ISOLATE and its end; nothing where there is no text."""
    written = str(text)
    return f"\u2068{written}\u2069" if written else ""


def set_in(text: object, direction: str) -> str:
    """`text` for a line of `direction` (ltr or rtl): isolated where something in it runs against
    that, as it is otherwise."""
    written = str(text)
    against = AGAINST[direction]
    return isolated(written) if against & set(map(unicodedata.bidirectional, written)) else written
