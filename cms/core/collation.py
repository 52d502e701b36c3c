"""Sorts text as each language does, with the same order on SQLite and on PostgreSQL.

PostgreSQL asks ICU (`hu-x-icu`). SQLite knows bytes alone: it gets collations of ours with the
same rules, three levels as in the Unicode Collation Algorithm (UTS 10): letters, then accents,
then small before capital. What is special to a language comes from its CLDR tailoring.
"""

import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from django.db import connection
from django.db.models import F
from django.db.models.functions import Collate

#: The letters of a language in their order, those of several signs too; an accent that makes no
#: letter of its own is left out here. Other letters keep the order of their code points.
ALPHABETS = {
    "hu": "a b c cs d dz dzs e f g gy h i j k l ly m n ny o ö p q r s sz t ty u ü v w x y z zs",
    "tr": "a b c ç d e f g ğ h ı i j k l m n o ö p q r s ş t u ü v w x y z",
    "vi": "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z",
    "uk": "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я",
    "ru": "а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я",
    "fa": "ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی",
}
LATIN = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
#: Double letters that stand for two of the same: `ccs` is `cs` + `cs`.
DOUBLED = {"ccs": "cscs", "ddz": "dzdz", "ddzs": "dzsdzs", "ggy": "gygy", "lly": "lyly",
           "nny": "nyny", "ssz": "szsz", "tty": "tyty", "zzs": "zszs"}  # fmt: skip
#: Long vowels that are accents of a letter which itself carries one.
LONG = {"ő": "ö", "ű": "ü"}

Key = tuple[tuple[tuple[int, int], ...], tuple[int, ...], tuple[int, ...]]
SPACE, SIGN, DIGIT, LETTER, OTHER = range(5)


@cache
def places(lang: str) -> dict[str, int]:
    """Letter → its place in the alphabet of `lang`, the Latin one where it has none."""
    own = ALPHABETS.get(lang, LATIN).split()
    rest = [letter for letter in LATIN.split() if letter not in own]
    return {letter: place for place, letter in enumerate([*own, *rest])}


def letters_of(text: str, lang: str) -> list[str]:
    """The text in the letters of its language: `gyere` → `gy`, `e`, `r`, `e`."""
    known = places(lang)
    longest = 3 if lang == "hu" else 1
    found, at = [], 0
    while at < len(text):
        for size in range(longest, 0, -1):
            part = text[at : at + size]
            if size == 1 or part in known:
                found.append(part)
                at += len(part)
                break
    return found


@lru_cache(maxsize=20_000)
def sort_key(text: str, lang: str) -> Key:
    """The key by which `text` is sorted in `lang`."""
    text = unicodedata.normalize("NFC", text)
    folded = fold(text, lang)
    if lang == "hu":
        for doubled, two in DOUBLED.items():
            folded = folded.replace(doubled, two)
    primary, secondary = [], []
    for letter in letters_of(folded, lang):
        place, accent = weight(letter, lang)
        primary.append(place)
        secondary.append(accent)
    return tuple(primary), tuple(secondary), tuple(int(sign.isupper()) for sign in text)


def fold(text: str, lang: str) -> str:
    if lang == "tr":  # dotted and dotless i are two letters
        text = text.replace("İ", "i").replace("I", "ı")
    return text.lower()


def weight(letter: str, lang: str) -> tuple[tuple[int, int], int]:
    """((class, place), accent): blanks, signs, figures, the language's letters, all others."""
    known = places(lang)
    accent = 0
    if letter not in known and letter in LONG and LONG[letter] in known:
        letter, accent = LONG[letter], 1
    if letter not in known:
        base, marks = letter_and_marks(letter)
        if base in known:
            letter, accent = base, marks
    if letter in known:
        return (LETTER, known[letter]), accent
    if letter.isspace():
        return (SPACE, 0), 0
    if letter.isdigit():
        return (DIGIT, unicodedata.digit(letter, 0)), 0
    if not letter.isalpha():
        return (SIGN, ord(letter[0])), 0
    return (OTHER, han_place(letter)), 0


def letter_and_marks(letter: str) -> tuple[str, int]:
    parts = unicodedata.normalize("NFD", letter)
    return parts[0], sum(ord(mark) for mark in parts[1:])


def han_place(letter: str) -> int:
    """GB 2312 orders its common characters by pinyin, as ICU does for Chinese."""
    return int.from_bytes(letter[0].encode("gb18030"), "big")


def compare(lang: str) -> Callable[[str, str], int]:
    def order(left: str, right: str) -> int:
        one, two = sort_key(left, lang), sort_key(right, lang)
        return (one > two) - (one < two)

    return order


def collation_name(lang: str, vendor: str) -> str:
    """`hu-x-icu` on PostgreSQL; `zh-hans` is `zh-Hans-x-icu` there."""
    if vendor != "postgresql":
        return f"language_{lang.replace('-', '_')}"
    code, _, script = lang.partition("-")
    return f"{code}-{script.capitalize()}-x-icu" if script else f"{code}-x-icu"


def collations_register(connection: Any, codes: list[str]) -> None:
    """Make our collations known to an SQLite connection that was just opened."""
    if connection.vendor == "sqlite":
        for code in codes:
            name = collation_name(code, "sqlite")
            connection.connection.create_collation(name, compare(code))


def in_order_of(lang: str, column: str = "title") -> Collate:
    """`queryset.order_by(in_order_of("hu"))`: by a text column as the language sorts it."""
    return Collate(F(column), collation_name(lang, connection.vendor))
