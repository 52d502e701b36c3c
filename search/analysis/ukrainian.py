"""Ukrainian: what Hunspell and simplemma take a word for, together."""

from search.analysis.analyser import Analyser
from search.analysis.libraries import hunspell, lemmas

#: Letters of a word at most that Hunspell is asked for.
LONGEST = 40
#: A word in small letters may be a name or an abbreviation.
SPELLINGS = (str, str.capitalize, str.upper)


class Ukrainian(Analyser):
    is_latin = False
    alphabet = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"

    def stems_of(self, word: str) -> list[str]:
        dictionary, look_up = hunspell("uk_UA"), lemmas("uk")
        found: list[str] = []
        for form in SPELLINGS:
            if dictionary and not found and len(word) <= LONGEST:
                found = [stem.lower() for stem in dictionary.stem(form(word))]
        lemma = (look_up(word) or look_up(word.capitalize())) if look_up else None
        return [*found, *([lemma.lower()] if lemma else [])] or [word]

    def knows(self, word: str) -> bool:
        dictionary = hunspell("uk_UA")
        return bool(dictionary and any(dictionary.spell(form(word)) for form in SPELLINGS))
