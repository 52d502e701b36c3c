"""Reads many words on all cores: each process loads the dictionaries that it needs once."""

import multiprocessing
import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from search.analysis import Reading, analyse_many
from search.analysis.libraries import keep_tries_in

#: Fewer words are read here: a process needs a second until it reads its first.
LEAST = 3_000
#: The same where the processes are there already.
FEWEST = 300
#: Words that a process is given at once.
PORTION = 2_000


class Analysts:
    """Remembers what it has read: a word comes back in thousands of texts."""

    def __init__(self, processes: int | None = None) -> None:
        self._processes = processes or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None
        self._known: dict[str, dict[str, Reading]] = {}
        self._begun: dict[str, list[tuple[set[str], Future[dict[str, Reading]]]]] = {}

    def begin(self, words: Mapping[str, Iterable[str]]) -> None:
        """Let these, by language, be read while this process does something else."""
        missing = {language: self._missing(language, many) for language, many in words.items()}
        many = sum(map(len, missing.values()))
        if self._processes == 1 or many < (LEAST if self._pool is None else FEWEST):
            return
        for language, texts in missing.items():
            for at in range(0, len(texts), PORTION):
                portion = texts[at : at + PORTION]
                future = self._workers().submit(analyse_many, language, portion)
                self._begun.setdefault(language, []).append((set(portion), future))

    def readings(self, language: str, words: Iterable[str]) -> dict[str, Reading]:
        """Of these words and of all that were asked before."""
        words = set(words)
        self.begin({language: words})
        known = self._known.setdefault(language, {})
        waiting = self._begun.pop(language, [])
        self._begun[language] = [one for one in waiting if words.isdisjoint(one[0])]
        for portion, future in waiting:
            if not words.isdisjoint(portion):
                known |= future.result()
        known |= analyse_many(language, self._missing(language, words))
        return known

    def _missing(self, language: str, words: Iterable[str]) -> list[str]:
        """Those that nobody has read or is reading."""
        missing = set(words) - self._known.get(language, {}).keys()
        return sorted(missing.difference(*(begun for begun, _ in self._begun.get(language, ()))))

    def _workers(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # not forked: a copy of this process would share its connections
            self._pool = ProcessPoolExecutor(
                self._processes, mp_context=multiprocessing.get_context("spawn"),
                initializer=keep_tries_in, initargs=(Path(settings.SEARCH_TRIES),),
            )  # fmt: skip
        return self._pool

    def close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)


@contextmanager
def analysts(processes: int | None = None) -> Iterator[Analysts]:
    made = Analysts(processes)
    try:
        yield made
    finally:
        made.close()
