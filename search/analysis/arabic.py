"""Arabic: one form of each letter, light stemming with proclitics, Hunspell, and skeletons.

The light stemmer is Larkey's light10 (article, و, endings of number and person); prepositions and
conjunctions that are written onto a word are taken off where a word is left. Plurals that change
the word itself (وكيل, وكلاء) share its skeleton, the letters that no pattern puts in.
"""

import re

from search.analysis.analyser import Analyser, Reading, distinct, kin
from search.analysis.letters import VOWEL_SIGNS, normalised
from search.analysis.libraries import hunspell

SIGNS = re.compile(f"[{VOWEL_SIGNS}]")
LETTERS = str.maketrans({**dict.fromkeys("أإآٱ", "ا"), "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي"})
ARTICLES = ("وال", "بال", "كال", "فال", "لل", "ال")
PROCLITICS = "وفبلكس"
ENDINGS = ("هما", "كما", "هم", "هن", "كم", "نا", "ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
#: Stems of a word from which on they tell nothing: Hunspell takes في for any of 600 verbs.
MOST = 8
#: Letters of a word at most that Hunspell is asked for.
LONGEST = 40
#: Letters that patterns of nouns put between those of the root, and hamza in all its seats.
WEAK = re.compile("[اويءئؤ]")


class Arabic(Analyser):
    is_latin = False
    alphabet = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءئؤ"

    def normalise(self, text: str) -> str:
        return SIGNS.sub("", normalised(text).casefold()).translate(LETTERS)

    def read(self, word: str) -> Reading:
        found = self._found(word)
        light = light_stems(word)
        stems = distinct([*light, *([word] if word in found else [])])
        related = [kin(one) for one in (*map(skeleton, light), *found)]
        return Reading(tuple(stems), tuple(distinct(related)))

    def _found(self, word: str) -> list[str]:
        """What Hunspell takes a word for, unless that is nearly anything."""
        dictionary = hunspell("ar")
        if dictionary is None or len(word) > LONGEST:
            return []
        stems = (stem for form in spellings(word) for stem in dictionary.stem(form))
        found = distinct(map(self.normalise, stems))
        return found if len(found) <= MOST else []

    def spells(self, word: str) -> bool:
        dictionary = hunspell("ar")
        return bool(word and dictionary and dictionary.spell(word))

    def knows(self, word: str) -> bool:
        dictionary = hunspell("ar")
        return bool(word and dictionary and any(map(dictionary.spell, spellings(word))))

    def root(self, word: str) -> str:
        return light_stems(word)[0]


def spellings(word: str) -> list[str]:
    """A normalised word as the dictionary may have it, with its hamza, ta marbuta and maqsura."""
    forms = [word]
    if word[-1] in "هي":
        forms.append(word[:-1] + ("ة" if word[-1] == "ه" else "ى"))
    if word[0] == "ا":
        forms += [alif + form[1:] for alif in "أإآ" for form in list(forms)]
    return forms


def light_stems(word: str) -> list[str]:
    """The word without article and endings; without what may be a proclitic too."""
    for article in ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= 3:
            return [without_ending(word.removeprefix(article))]
    stems = [without_ending(word)]
    if word[0] in PROCLITICS and len(word) >= 5:
        stems.append(without_ending(word[1:]))
    return stems


def without_ending(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def skeleton(stem: str) -> str:
    """The letters of a stem that no pattern puts in; nothing where that leaves too few."""
    stem = stem[1:] if stem[0] == "ا" else stem
    left = stem[:1] + WEAK.sub("", stem[1:])
    return left if len(left) >= 3 else ""
