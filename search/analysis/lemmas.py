"""English, Turkish, Persian: simplemma's dictionary forms, Snowball for words that it lacks."""

import re
from dataclasses import replace

from search.analysis.analyser import Analyser, Reading
from search.analysis.letters import VOWEL_SIGNS, ZWNJ, normalised
from search.analysis.libraries import lemmas, snowball

#: Arabic letters that Persian writes otherwise, and vowel signs that it leaves out.
PERSIAN = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ۀ": "ه", "ة": "ه", "ؤ": "و", "أ": "ا", "إ": "ا"}
)
SIGNS = re.compile(f"[{VOWEL_SIGNS}]")
#: What a Persian verb begins with, and what any word may end with.
VERBAL = re.compile("^(?:نمی|می)(?=..)")
ENDING = re.compile(
    "(?<=..)(?:های?ی?|هایم|هایت|هایش|هایمان|هایشان|ترین|تر|اند|ند|یم|ید|ان|ات|مان|تان|شان|[یمتشهد])+$"
)
POSSESSIVE = re.compile("'s?$")


class Lemmas(Analyser):
    code = ""
    stemmer = ""

    def stems_of(self, word: str) -> list[str]:
        look_up = lemmas(self.code)
        found = (look_up(word) or look_up(word.capitalize())) if look_up else None
        if found:
            return [self.normalise(found)]
        stem = snowball(self.stemmer)
        return [stem(word)] if stem else [word]

    def kin_of(self, word: str) -> list[str]:
        stem = snowball(self.stemmer)
        return [stem(one) for one in (word, *self.stems_of(word))] if stem else []

    def knows(self, word: str) -> bool:
        look_up = lemmas(self.code)
        return bool(look_up and look_up(word))


#: Past forms that are words of their own too: the dictionary has only those.
IRREGULAR = {
    "bit": "bite", "bore": "bear", "bound": "bind", "born": "bear", "broke": "break", "fed": "feed",
    "fell": "fall", "felt": "feel", "found": "find", "ground": "grind", "hid": "hide",
    "lay": "lie", "left": "leave", "lit": "light", "lost": "lose", "met": "meet", "rose": "rise",
    "saw": "see", "shot": "shoot", "spoke": "speak", "stuck": "stick", "thought": "think",
    "won": "win", "wound": "wind", "wove": "weave",
}  # fmt: skip


class English(Lemmas):
    code, stemmer = "en", "english"

    def read(self, word: str) -> Reading:
        reading = super().read(word)
        verb = IRREGULAR.get(word, "")
        return reading if verb in ("", *reading.stems) else replace(reading, others=(verb,))

    def stems_of(self, word: str) -> list[str]:
        return super().stems_of(POSSESSIVE.sub("", word) or word)


class Turkish(Lemmas):
    """İ and ı are letters of their own; an apostrophe sets a name's endings apart."""

    code, stemmer = "tr", "turkish"

    def normalise(self, text: str) -> str:
        text = (
            text.replace("i\u0307", "i").replace("I\u0307", "i").replace("İ", "i").replace("I", "ı")
        )
        return normalised(text).lower()

    def stems_of(self, word: str) -> list[str]:
        return super().stems_of(word.partition("'")[0] or word)


class Persian(Lemmas):
    """The half-space joins parts of one word; in the index nobody needs to type it."""

    code, stemmer = "fa", "persian"
    is_latin = False
    alphabet = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآئء"

    def normalise(self, text: str) -> str:
        return SIGNS.sub("", normalised(text).casefold()).translate(PERSIAN)

    def stems_of(self, word: str) -> list[str]:
        return [stem.replace(ZWNJ, "") for stem in super().stems_of(word)]

    def kin_of(self, word: str) -> list[str]:
        """Without endings of number, person and comparison: the dictionary lacks many verbs."""
        return [light(one.replace(ZWNJ, "")) for one in (word, *self.stems_of(word))]


def light(word: str) -> str:
    return ENDING.sub("", VERBAL.sub("", word))
