"""Builds a made-up library in a throw-away database and asks it: seconds, bytes, percentiles."""

import pickle
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from django.db import connections, transaction

from cms.database_url import sqlite_settings
from search.bench.texts import documents, queries
from search.engines.sqlite import SqliteEngine
from search.indexing.batch import batches
from search.indexing.pool import analysts
from search.indexing.rebuild import in_chunks
from search.library import Library
from search.models import SearchDocument, Stem, Word
from search.query.asked import Asked
from search.query.found import found
from search.results import hits_of
from search.sight import SeenPage, Sight
from search.vocabulary import Vocabulary

ALIAS = "search_bench"
#: Entries of one transaction, and of which the words are analysed together.
CHUNK = 1_000
#: Results that a page of them shows.
SHOWN = 20
Progress = Callable[[int], object]


@contextmanager
def scratch() -> Iterator[Path]:
    """A database of its own, with the tables of the search, under ALIAS."""
    with TemporaryDirectory(prefix="search-bench-") as folder:
        path = Path(folder) / "index.sqlite3"
        stock = connections["default"].settings_dict
        connections.databases[ALIAS] = {
            **stock, **sqlite_settings(path), "ENGINE": "django.db.backends.sqlite3",
        }  # fmt: skip
        try:
            with connections[ALIAS].schema_editor() as editor:
                for model in (SearchDocument, Word, Stem):
                    editor.create_model(model)
            SqliteEngine(connections[ALIAS]).create()
            yield path
        finally:
            connections[ALIAS].close()
            del connections[ALIAS], connections.databases[ALIAS]


def write_library(many: int, path: Path, progress: Progress) -> None:
    """The texts into a file: to make them up takes longer than some of what is measured."""
    with path.open("wb") as file:
        for entry in documents(many):
            pickle.dump(entry, file, pickle.HIGHEST_PROTOCOL)
            progress(1)


def read_library(path: Path) -> Iterator[SearchDocument]:
    with path.open("rb") as file:
        while file.peek(1):
            yield pickle.load(file)  # noqa: S301  (written a moment ago)


def build(path: Path, processes: int | None, progress: Progress) -> tuple[Sight, float]:
    """What visitors of the library see, and the seconds that it took to index it, all told."""
    engine, vocabulary = SqliteEngine(connections[ALIAS]), Vocabulary(ALIAS)
    pages: dict[int, SeenPage] = {}
    start = time.perf_counter()
    with analysts(processes) as readers:
        for made in batches(in_chunks(read_library(path), CHUNK), readers):
            with transaction.atomic(using=ALIAS):
                SearchDocument.objects.using(ALIAS).bulk_create(made.entries)
                made.count(vocabulary)
                engine.put(made.terms())
            for entry in made.entries:
                pages[entry.pk] = SeenPage(UUID(int=entry.pk), entry.language, entry.title, "/x/")
            progress(len(made.entries))
    return Sight(pages), time.perf_counter() - start


def asked(many: int, seen: Sight, progress: Progress) -> list[float]:
    """Milliseconds of each query with facets, snippets and titles, one client, warm."""
    held = Library(SqliteEngine(connections[ALIAS]), seen, ALIAS)
    wanted = list(queries(many))
    # every language once before: its dictionaries are read with its first query
    warm = [*dict(wanted).items(), *wanted[: many // 10]]
    for language, text in warm:
        answer(language, text, held)
    took = []
    for language, text in wanted:
        start = time.perf_counter()
        answer(language, text, held)
        took.append((time.perf_counter() - start) * 1000)
        progress(1)
    return took


def answer(language: str, text: str, held: Library) -> None:
    result = found(Asked(text), language, held)
    hits_of(result.groups[:SHOWN], result)


def percentiles(took: list[float]) -> dict[str, float]:
    cuts = quantiles(took, n=100, method="inclusive")
    return {name: round(cuts[at - 1], 1) for name, at in (("p50", 50), ("p95", 95), ("p99", 99))}


def vocabulary_size() -> dict[str, Any]:
    words = Word.objects.using(ALIAS)
    return {"words": words.count(), "hungarian": words.filter(language="hu").count()}
