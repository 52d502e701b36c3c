"""Letters: one form of Unicode for each, words, and what is left of a word without accents."""

import re
import unicodedata

SOFT_HYPHEN, ZWNJ, TATWEEL = "\u00ad", "\u200c", "\u0640"
APOSTROPHES = "’‘ʼ＇`´ʹ"
#: Vowel signs of Arabic script, which are seldom written.
VOWEL_SIGNS = "\u064b-\u065f\u0670"
HYPHENS = "‐‑"
#: After the last figure of Unicode.
FIGURES_END = 0x1FBFA
#: Figures of all scripts, signs that join the letters of one word, and signs that are nothing to a
#: reader who searches.
JOINED = str.maketrans(
    {**{sign: str(unicodedata.digit(sign)) for sign in map(chr, range(0x600, FIGURES_END))
        if sign.isdigit()},
     **dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(HYPHENS, "-"), "İ": "i",
     **dict.fromkeys((SOFT_HYPHEN, TATWEEL, "\u200b", "\u200d", "\u200e", "\u200f", "\ufeff"), "")}
)  # fmt: skip
#: Any of these, or a sign of the upper planes.
CHANGED = re.compile(
    f"[\U00010000-\U0010ffff{''.join(chr(sign) for sign in JOINED if sign < 0x10000)}]"
)
#: Letters that Unicode does not take apart into a letter and its accent.
FOLDED = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ð": "d"})
#: Han, kana: no blanks stand between their words.
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff\U00020000-\U0002ffff"
SIGN = re.compile(f"[{HAN}]")
#: Letters of a word at most.
LONGEST = 64
LETTER = rf"(?:[^\W_{HAN}]|[\u0300-\u036f\u064b-\u065f\u0670])"
WORD = re.compile(rf"{LETTER}+(?:['\-{ZWNJ}]{LETTER}+)*|[{HAN}]+")
#: The same for texts without signs that need more care, which are read twice as fast.
PLAIN_WORD = re.compile(rf"[^\W_]+(?:['\-{ZWNJ}][^\W_]+)*")
UNPLAIN = re.compile(f"[\u0300-\u036f\u064b-\u065f\u0670{HAN}]")


def normalised(text: str) -> str:
    """Compatibility forms as the letters that they stand for (NFKC), figures as 0–9."""
    text = unicodedata.normalize("NFKC", text)
    # most texts have none of these, and to translate a text takes ten times as long
    return text.translate(JOINED) if CHANGED.search(text) else text


def words_in(text: str) -> list[str]:
    """The words of a normalised text; what has no end is cut (Chinese has no blanks)."""
    pattern = WORD if UNPLAIN.search(text) else PLAIN_WORD
    words: list[str] = pattern.findall(text)
    if max(map(len, words), default=0) <= LONGEST:
        return words
    return [word if len(word) <= LONGEST or SIGN.match(word) else word[:LONGEST] for word in words]


class Bare(dict[int, str]):
    """A sign without its accents; each is taken apart once."""

    def __missing__(self, sign: int) -> str:
        parts = unicodedata.normalize("NFD", chr(sign))
        bare = "".join(part for part in parts if not unicodedata.combining(part))
        self[sign] = bare = bare.translate(FOLDED)
        return bare


BARE = Bare()


def fold(word: str) -> str:
    """Without accents; ё is е and й is и, as hurried readers type them."""
    return word if word.isascii() else word.translate(BARE)
