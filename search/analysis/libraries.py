"""The native libraries behind the analysers: each is loaded when first needed, once.

Each one is optional: without it a language is searched less well, and the log says so once.
"""

import logging
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

DICTIONARIES = Path(__file__).resolve().parent.parent / "dictionaries"
#: Languages whose dictionary forms simplemma gives.
LEMMAS = ("en", "fa", "tr", "uk")
logger = logging.getLogger(__name__)
_folder: list[Path] = []


def keep_tries_in(folder: Path) -> None:
    """Where simplemma's dictionaries are kept as tries: a twentieth of their memory.

    Without a folder, or where it cannot be written, they are read as the package ships them."""
    _folder[:] = [folder]


def prepare() -> None:
    """Build the tries ahead: seconds, once, that no visitor then waits for."""
    for language in LEMMAS:
        if look_up := lemmas(language):
            look_up("a")


@cache
def _module(name: str) -> Any | None:
    try:
        return import_module(name)
    except ImportError:
        logger.warning("The package %s is missing: words are searched without it.", name)
        return None


@cache
def hunspell(name: str) -> Any | None:
    """The Hunspell dictionary `name` (as `hu_HU`); None where the library is missing."""
    module = _module("hunspell")
    return module.Hunspell(name, hunspell_data_dir=str(DICTIONARIES)) if module else None


@cache
def snowball(language: str) -> Callable[[str], str] | None:
    """The stemmer of a language by its English name (Snowball)."""
    module = _module("Stemmer")
    if module is None or language not in module.algorithms():
        return None
    stem: Callable[[str], str] = module.Stemmer(language).stemWord
    return stem


@cache
def lemmas(language: str) -> Callable[[str], str | None] | None:
    """The dictionary form of a word by simplemma's dictionary: None for one that it lacks."""
    strategies = _strategies()
    if strategies is None:
        return None

    def lemma(word: str) -> str | None:
        found: str | None = strategies.get_lemma(word, language)
        return found

    return lemma


@cache
def _strategies() -> Any | None:
    module = _module("simplemma.strategies")
    if module is None:
        return None
    return module.DictionaryLookupStrategy(_tries(module) or module.DefaultDictionaryFactory())


def _tries(module: Any) -> Any | None:
    if not _folder or _module("marisa_trie") is None:
        return None
    try:
        _folder[0].mkdir(parents=True, exist_ok=True)
    except OSError as error:
        logger.warning("No dictionary can be kept in %s: %s.", _folder[0], error.strerror)
        return None
    try:
        return module.TrieDictionaryFactory(disk_cache_dir=str(_folder[0]))
    except ImportError:
        return None


@cache
def morphology() -> Any | None:
    """The morphology of Russian (pymorphy3 with its own dictionaries)."""
    module = _module("pymorphy3")
    logging.getLogger("pymorphy3").setLevel(logging.WARNING)
    return module.MorphAnalyzer(lang="ru") if module else None
