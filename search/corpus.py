"""An index of plain texts in memory: the engine and the query path of the site, without pages."""

from collections.abc import Iterable
from typing import Self

from django.db import connections

from search.analysis import analyse_many, analyser_for
from search.engines.sqlite import SqliteEngine
from search.indexing.batch import batch
from search.models import SearchDocument, Stem, Word
from search.query.plans import Planned, planned
from search.query.typed import taken_apart
from search.vocabulary import Vocabulary

#: The alias of the database, which lives as long as its connection.
ALIAS = "search_corpus"


class Corpus:
    """Texts of one language; a context manager, one at a time in a process."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.analyser = analyser_for(language)

    def __enter__(self) -> Self:
        connections.databases[ALIAS] = {
            **connections["default"].settings_dict,
            "ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:", "OPTIONS": {},
        }  # fmt: skip
        self.connection = connections[ALIAS]
        self.engine = SqliteEngine(self.connection)
        self.vocabulary = Vocabulary(ALIAS)
        self.engine.create()
        with self.connection.schema_editor() as editor:
            editor.create_model(Word)
            editor.create_model(Stem)
        return self

    def __exit__(self, *_error: object) -> None:
        self.connection.close()
        del connections[ALIAS], connections.databases[ALIAS]

    def add(self, documents: Iterable[tuple[int, str]]) -> None:
        """Index texts by their ids, as bodies of pages without a title."""
        entries = [
            SearchDocument(pk=pk, language=self.language, body=text) for pk, text in documents
        ]
        made = batch(entries, analyse_many)
        made.count(self.vocabulary)
        self.engine.put(made.terms())

    def planned(self, query: str) -> Planned:
        return planned(taken_apart(query), self.language, (), self.vocabulary)[self.language]

    def find(self, query: str) -> list[int]:
        """Ids of all hits, best first."""
        rows = self.engine.find({self.language: self.planned(query).plan})
        return [row.id for row in rows]
