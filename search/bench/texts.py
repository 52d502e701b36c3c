"""Texts of a made-up library: languages mixed, words as rare as in life, new ones all the time.

A word's number comes from a Zipf–Mandelbrot law, so that the vocabulary grows with the texts
(Heaps' law); Hungarian, Ukrainian and Arabic words are forms out of their dictionaries, those of
the other languages are made up of their letters. Nothing of it means anything.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from search.analysis.libraries import DICTIONARIES
from search.bench.forms import forms
from search.models import SearchDocument

#: Language → its share of the documents, and the letters of its words.
SHARES = {"hu": 0.55, "en": 0.1, "uk": 0.1, "ru": 0.06, "tr": 0.05, "ar": 0.05, "fa": 0.04,
          "vi": 0.03, "zh-hans": 0.02}  # fmt: skip
LETTERS = {
    "en": "etaoinshrdlucmfwygpbvk", "tr": "aeinrlıkdmtysubozşgüçğhvp",
    "ru": "оеаинтсрвлкмдпуяыьгзбчй", "fa": "ایرندهموتبسشکلگزفقخج", "vi": "nhtgcmaiơuệâđố",
}  # fmt: skip
#: The most frequent signs of Chinese lie here.
FIRST_SIGN, SIGNS = 0x4E00, 3_000
DICTIONARY = {"uk": "uk_UA", "ar": "ar"}
#: Rules that are tried on one Hungarian word.
TRIES = 40
#: Words of a text: between these, 300 in the middle.
SHORTEST, LONGEST = 60, 540
#: Of Mandelbrot's law; chosen so that 20,000 texts have some 400,000 distinct words.
SHIFT, STEEPNESS, MOST_WORDS = 8.0, 1.33, 3_000_000
#: Words of lower ranks stand in every third text of 300 words.
COMMON = 96
KINDS = ("publication", "resource", "event", "recommendation", "organisation", "service")
TOPICS, PUBLISHERS = 40, 60
FIRST_DAY, DAYS = date(2008, 1, 1), 6_500


@cache
def words(language: str) -> list[str]:
    """Words of a language, in an order of no meaning that is always the same."""
    chance = random.Random(language)  # noqa: S311  (no secret)
    if language == "hu":
        found = sorted(set(forms(DICTIONARIES, "hu_HU", TRIES, chance)))
    elif language in DICTIONARY:
        lines = (DICTIONARIES / f"{DICTIONARY[language]}.dic").read_text("utf-8").splitlines()[1:]
        found = sorted({line.split("/")[0].split("\t")[0].strip().lower() for line in lines})
        found = [word for word in found if word.isalpha()]
    else:
        found = sorted({made_up(language, chance) for _number in range(100_000)})
    chance.shuffle(found)
    return found


def made_up(language: str, chance: random.Random) -> str:
    letters = LETTERS.get(language, "")
    if not letters:
        return "".join(chr(FIRST_SIGN + chance.randrange(SIGNS)) for _at in range(2))
    return "".join(chance.choice(letters) for _at in range(chance.randint(3, 9)))


def drawn(language: str, chance: random.Random, many: int) -> str:
    """Words by ranks drawn from Mandelbrot's law, by the inverse of its cumulative function."""
    known, draw = words(language), chance.random
    power = 1 - STEEPNESS
    low, high = SHIFT**power, (MOST_WORDS + SHIFT) ** power
    wide, inverse, every = high - low, 1 / power, len(known)
    return " ".join(
        [known[int((low + draw() * wide) ** inverse - SHIFT) % every] for _number in range(many)]
    )


def documents(many: int, first: int = 1, seed: str = "library") -> Iterator[SearchDocument]:
    """Entries of pages with ids from `first` on; the same for the same seed."""
    languages, weights = list(SHARES), list(SHARES.values())
    for pk in range(first, first + many):
        chance = random.Random(f"{seed}{pk}")  # noqa: S311  (no secret)
        language = chance.choices(languages, weights)[0]
        yield SearchDocument(
            pk=pk, page_id=pk, language=language, summary="", digest=str(pk),
            title=drawn(language, chance, 6),
            body=drawn(language, chance, chance.randint(SHORTEST, LONGEST)),
            kinds=[chance.choice(KINDS)], issued=FIRST_DAY + timedelta(chance.randrange(DAYS)),
            topics=[f"t{chance.randrange(TOPICS)}" for _topic in range(chance.randint(1, 3))],
            publishers=[f"P{chance.randrange(PUBLISHERS)}"],
        )  # fmt: skip


def queries(many: int, seed: str = "queries") -> Iterator[tuple[str, str]]:
    """(language, one to three words that stand together in some text), typed as they stand.

    Each distinct word of a text is as likely as another, but for those that stand in every third
    text or more: the articles and conjunctions of a language, which nobody asks for alone.
    """
    chance = random.Random(seed)  # noqa: S311  (no secret)
    for entry in documents(many):
        common = set(words(entry.language)[:COMMON])
        asked = sorted(set(entry.body.split()) - common) or [entry.title]
        yield entry.language, " ".join(chance.choices(asked, k=chance.randint(1, 3)))
