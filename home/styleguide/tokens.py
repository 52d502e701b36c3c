"""The colours of the site as its style sheet names them, and how well they are told apart."""

import re
from dataclasses import dataclass

from cms.env import ROOT

TOKENS = ROOT / "static" / "css" / "tokens.css"
COLOUR = re.compile(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);")
#: What stands on what: (colour of a text or line, its ground, the least contrast that WCAG 2.2
#: asks for: 1.4.3 for texts, 1.4.11 for controls).
PAIRS = (
    ("ink", "paper", 4.5), ("ink", "sheet", 4.5), ("ink-soft", "paper", 4.5),
    ("ink-soft", "sheet", 4.5), ("river", "paper", 4.5), ("river", "sheet", 4.5),
    ("river", "river-wash", 4.5), ("paprika", "sheet", 4.5), ("paprika", "paprika-wash", 4.5),
    ("leaf", "leaf-wash", 4.5), ("honey", "honey-wash", 4.5), ("line-strong", "paper", 3.0),
)  # fmt: skip


@dataclass(frozen=True)
class Colour:
    """A token with its values in light and in dark, as `#rrggbb`."""

    name: str
    light: str
    dark: str


@dataclass(frozen=True)
class Pair:
    """A colour on its ground, with their contrast (1 to 21) in light and in dark."""

    colour: str
    ground: str
    least: float
    light: float
    dark: float


def colours() -> list[Colour]:
    return [Colour(*found) for found in COLOUR.findall(TOKENS.read_text(encoding="utf-8"))]


def pairs() -> list[Pair]:
    known = {colour.name: colour for colour in colours()}
    return [
        Pair(
            one, ground, least, contrast(known[one].light, known[ground].light),
            contrast(known[one].dark, known[ground].dark),
        )
        for one, ground, least in PAIRS
    ]  # fmt: skip


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio of two colours, cut after one decimal place so as not to flatter."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return int((lighter + 0.05) / (darker + 0.05) * 10) / 10


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
