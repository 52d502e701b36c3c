"""Lines as they were printed become text as it is read: hyphens at their ends are joined."""

import re
import unicodedata

SOFT_HYPHEN = "\u00ad"
#: A word broken at the end of a line: letters on both sides, the second part in small ones.
BROKEN = re.compile(r"(?<=[^\W\d_])[-\u2010]\s*\n\s*(?=([^\W\d_]))")
SPACES = re.compile(r"[^\S\n]+")
NEWLINES = re.compile(r"\s*\n\s*\n\s*")


def joined(text: str) -> str:
    """NFC; without soft hyphens, control characters and broken words; paragraphs kept."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = text.replace(f"{SOFT_HYPHEN}\n", "").replace(SOFT_HYPHEN, "").replace("\ufffe", "-\n")
    text = BROKEN.sub(lambda found: "" if found[1].islower() else found[0], text)
    text = "".join(
        " " if character != "\n" and unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
        else character
        for character in text
    )  # fmt: skip
    return NEWLINES.sub("\n\n", SPACES.sub(" ", text)).strip()
