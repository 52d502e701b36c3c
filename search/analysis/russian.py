"""Russian: the dictionary forms of pymorphy3; ё is е."""

from search.analysis.analyser import Analyser
from search.analysis.letters import normalised
from search.analysis.libraries import morphology, snowball


class Russian(Analyser):
    is_latin = False
    alphabet = "абвгдежзиклмнопрстуфхцчшщъыьэюя"
    stemmer = "russian"

    def normalise(self, text: str) -> str:
        return normalised(text).casefold().replace("ё", "е")

    def stems_of(self, word: str) -> list[str]:
        reader = morphology()
        if reader is None:
            stem = snowball(self.stemmer)
            return [stem(word)] if stem else [word]
        return [parse.normal_form.replace("ё", "е") for parse in reader.parse(word)]

    def knows(self, word: str) -> bool:
        reader = morphology()
        return bool(reader and reader.word_is_known(word))
