"""Plain text for other programs: without characters that XML 1.0 and RFC 5545 refuse.

An editor pastes them unseen (a vertical tab from a slide); one of them would break a whole feed.
"""

import re

REFUSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def plain(text: object) -> str:
    """`text` with line ends as `\\n` and without control characters, tab and line end aside."""
    lines = str(text).replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    return REFUSED.sub("", lines)
