"""Letters: one form of Unicode for each, words, and what is left of a word without accents."""

import re
import unicodedata

SOFT_HYPHEN, ZWNJ, TATWEEL = "\u00ad", "\u200c", "\u0640"
APOSTROPHES = "’‘ʼ＇`´ʹ"
#: Vowel signs of Arabic script, which are seldom written.
VOWEL_SIGNS = "\u064b-\u065f\u0670"
HYPHENS = "‐‑"
#: Signs that join the letters of one word, and signs that are nothing to a reader who searches.
JOINED = str.maketrans(
    {**dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(HYPHENS, "-"),
     **dict.fromkeys((SOFT_HYPHEN, TATWEEL, "\u200b", "\u200d", "\u200e", "\u200f", "\ufeff"), "")}
)  # fmt: skip
#: Letters that Unicode does not take apart into a letter and its accent.
FOLDED = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ð": "d"})
#: Han, kana: no blanks stand between their words.
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff\U00020000-\U0002ffff"
SIGN = re.compile(f"[{HAN}]")
#: Letters of a word at most.
LONGEST = 64
LETTER = rf"(?:[^\W_{HAN}]|[\u0300-\u036f\u064b-\u065f\u0670])"
WORD = re.compile(rf"{LETTER}+(?:['\-{ZWNJ}]{LETTER}+)*|[{HAN}]+")


def normalised(text: str) -> str:
    """Compatibility forms as the letters that they stand for (NFKC), figures as 0–9."""
    text = unicodedata.normalize("NFKC", text).translate(JOINED)
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.digit(sign)) if sign > "\u0600" and sign.isdigit() else sign
        for sign in text.replace("İ", "i")
    )


def words_in(text: str) -> list[str]:
    """The words of a normalised text; what has no end is cut (Chinese has no blanks)."""
    words: list[str] = WORD.findall(text)
    return [word if len(word) <= LONGEST or SIGN.match(word) else word[:LONGEST] for word in words]


def fold(word: str) -> str:
    """Without accents; ё is е and й is и, as hurried readers type them."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word)
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).translate(FOLDED)
