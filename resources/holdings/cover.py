"""The drawn cover of a holding without a picture: its title in lines, as SVG wraps none."""

import textwrap
import unicodedata

#: In units of the drawing (240 wide): the first base line, and from one to the next.
FIRST, STEP = 82, 29
WIDTH, MOST = 15, 7


def cover_lines(title: str) -> list[tuple[int, str]]:
    """(base line, text) of each line; a long title ends in an ellipsis."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in title)
    width = WIDTH // 2 if wide * 2 > len(title) else WIDTH
    lines = textwrap.wrap(title, width=width, max_lines=MOST, placeholder="…")
    return [(FIRST + STEP * order, line) for order, line in enumerate(lines)]
