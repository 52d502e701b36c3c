"""The fonts of our PDFs, and which characters each of them has.

Every .ttf and .otf of the folder is used; fonts of the machine never are, so that a PDF is the
same everywhere.
"""

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import typst

FOLDER = Path(__file__).parent / "fonts"


@cache
def fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)]
    )


@cache
def coverage() -> tuple[frozenset[int], ...]:
    """The characters of each family: those that all its weights have."""
    families: dict[str, set[int]] = {}
    for font in fonts().fonts():
        characters = set(characters_of(Path(str(font.path)).read_bytes()))
        families[font.family] = families.get(font.family, characters) & characters
    return tuple(frozenset(characters) for characters in families.values())


def characters_of(font: bytes) -> Iterator[int]:
    """Code points in the `cmap` of an OpenType font (its subtables of format 4 and 12)."""
    (tables,) = struct.unpack_from(">H", font, 4)
    records = [struct.unpack_from(">4sIII", font, 12 + 16 * n) for n in range(tables)]
    start = next(offset for tag, _sum, offset, _length in records if tag == b"cmap")
    (subtables,) = struct.unpack_from(">H", font, start + 2)
    for n in range(subtables):
        _platform, _encoding, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * n)
        (form,) = struct.unpack_from(">H", font, start + offset)
        if form == 4:
            yield from _segments(font, start + offset)
        elif form == 12:
            yield from _groups(font, start + offset)


def _segments(font: bytes, at: int) -> Iterator[int]:
    """Format 4: segments of the first 65,536 code points, by shift or by a list of glyphs."""
    (doubled,) = struct.unpack_from(">H", font, at + 6)
    count = doubled // 2
    ends, starts, shifts, ranges = (
        struct.unpack_from(f">{count}H", font, at + 14 + part * doubled + (2 if part else 0))
        for part in range(4)
    )
    range_at = at + 16 + 3 * doubled
    for n in range(count):
        for code in range(starts[n], min(ends[n], 0xFFFE) + 1):
            glyph = code
            if ranges[n]:
                place = range_at + 2 * n + ranges[n] + 2 * (code - starts[n])
                (glyph,) = struct.unpack_from(">H", font, place)
            if (glyph + shifts[n]) % 0x10000 if glyph or not ranges[n] else 0:
                yield code


def _groups(font: bytes, at: int) -> Iterator[int]:
    """Format 12: groups of all code points."""
    (count,) = struct.unpack_from(">I", font, at + 12)
    for n in range(count):
        first, last, glyph = struct.unpack_from(">III", font, at + 16 + 12 * n)
        yield from range(first + (glyph == 0), last + 1)
