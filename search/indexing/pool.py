"""Reads many words on all cores: each process loads the dictionaries that it needs once."""

import multiprocessing
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from search.analysis import Reading, analyse_many
from search.analysis.libraries import keep_tries_in

#: Fewer words are read here: a process needs a second until it reads its first.
LEAST = 3_000
#: Words that a process is given at once.
PORTION = 2_000

Pair = tuple[str, str]


class Analysts:
    """Remembers what it has read: a word comes back in thousands of texts."""

    def __init__(self, processes: int | None = None) -> None:
        self._processes = processes or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None
        self._known: dict[str, dict[str, Reading]] = {}

    def readings(self, language: str, words: Iterable[str]) -> dict[str, Reading]:
        """Of these words and of all that were asked before."""
        known = self._known.setdefault(language, {})
        missing = sorted(set(words) - known.keys())
        if len(missing) < LEAST or self._processes == 1:
            known |= analyse_many(language, missing)
            return known
        portions = [missing[at : at + PORTION] for at in range(0, len(missing), PORTION)]
        for read in self._workers().map(analyse_many, [language] * len(portions), portions):
            known |= read
        return known

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
