"""The native libraries behind the analysers: each is loaded when first needed, once.

Each one is optional: without it a language is searched less well, and the log says so once.
"""

import logging
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
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


@cache
def prepare() -> None:
    """Build the tries that are not there yet: seconds, once, that no visitor then waits for."""
    module = _module("simplemma.strategies")
    if module is not None and _tries(module) is not None:
        for language in LEMMAS:
            _build(module, language)


def _build(module: Any, language: str) -> None:
    """Aside, and then into its place: another process may read or build it at this moment."""
    if (_folder[0] / f"{language}.dic").exists():
        return
    try:
        with TemporaryDirectory(dir=_folder[0], prefix="building-") as aside:
            module.TrieDictionaryFactory(disk_cache_dir=aside).get_dictionary(language)
            made = Path(aside) / f"{language}.dic"
            if made.exists():
                made.replace(_folder[0] / made.name)
    except OSError as error:
        logger.warning("No dictionary can be kept in %s: %s.", _folder[0], error.strerror)


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
    module = _module("simplemma.strategies")
    if module is None:
        return None
    tries = _tries(module)
    if tries is not None:
        _build(module, language)
    strategy = module.DictionaryLookupStrategy(tries or module.DefaultDictionaryFactory())

    def lemma(word: str) -> str | None:
        found: str | None = strategy.get_lemma(word, language)
        return found

    return lemma


def _tries(module: Any) -> Any | None:
    """Where dictionaries are read from as tries; None where no folder can be written."""
    if not _folder or _module("marisa_trie") is None:
        return None
    try:
        _folder[0].mkdir(parents=True, exist_ok=True)
        return module.TrieDictionaryFactory(disk_cache_dir=str(_folder[0]))
    except OSError as error:
        logger.warning("No dictionary can be kept in %s: %s.", _folder[0], error.strerror)
    except ImportError:
        pass
    return None


@cache
def morphology() -> Any | None:
    """The morphology of Russian (pymorphy3 with its own dictionaries)."""
    module = _module("pymorphy3")
    logging.getLogger("pymorphy3").setLevel(logging.WARNING)
    return module.MorphAnalyzer(lang="ru") if module else None
