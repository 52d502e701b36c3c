"""The words of the index: how each is read, how many documents hold it, and what is like it.

Kept in the database beside the index, so that a fresh process analyses nothing twice and a
query's words are looked up in three statements, however many words and languages there are. The
statements are the same on SQLite and PostgreSQL but for how a list is given to them.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from django.db import connections, transaction

from search.analysis import Reading, analyse_many, analyser_for

#: A language and a word or a stem of it.
Pair = tuple[str, str]
#: Rows of one statement that writes.
CHUNK = 20_000

#: One of the values of a list, by an index of the column.
AMONG = {"sqlite": "IN (SELECT value FROM json_each(%s))", "postgresql": "= ANY(%s)"}
WORD = ("language", "word", "folded", "common", "stems", "parts", "others", "documents")
STEM = ("language", "stem", "word", "folded")
COUNTED = (
    "(language, word) DO UPDATE SET documents = search_word.documents + excluded.documents, "
    "stems = excluded.stems, parts = excluded.parts, others = excluded.others"
)


class Held(NamedTuple):
    """A word of the index."""

    reading: Reading
    documents: int


class Like(NamedTuple):
    """A word or a stem of the index, and by which spelling or root it was found."""

    key: str
    text: str
    #: Of a word its stems, likely or not, of a stem itself.
    stems: tuple[str, ...]
    kin: tuple[str, ...]
    documents: int
    kind: str


class Vocabulary:
    """`using` is the alias of a database of Django's that has the tables of `Word` and `Stem`."""

    def __init__(self, using: str = "default") -> None:
        self.using = using
        self.connection = connections[using]
        #: By language the words that `count` was given readings of, once they are kept so.
        self._kept: dict[str, set[str]] = {}

    # Reading

    def held(self, pairs: Iterable[Pair]) -> dict[Pair, Held]:
        """What is kept of the words that some document holds or once held."""
        sql = "SELECT language, word, stems, parts, others, documents FROM search_word WHERE word"
        return {
            (language, word): Held(Reading(*(tuple(text.split()) for text in texts)), documents)
            for language, word, *texts, documents in self._rows(sql, pairs)
        }

    def readings(self, language: str, words: Collection[str]) -> dict[str, Reading]:
        """The reading of each word: the kept one, else the analyser's."""
        kept = self.held((language, word) for word in words)
        missing = [word for word in words if (language, word) not in kept]
        read = analyse_many(language, missing)
        return read | {word: held.reading for (_language, word), held in kept.items()}

    def held_stems(self, pairs: Iterable[Pair]) -> set[Pair]:
        """Those of the stems that a word of some document has."""
        sql = (
            "SELECT DISTINCT language, stem FROM search_stem JOIN search_word "
            "USING (language, word) WHERE documents > 0 AND stem"
        )
        return {(language, stem) for language, stem in self._rows(sql, pairs)}

    def like(
        self, language: str, folded: Collection[str], roots: Collection[str] = ()
    ) -> list[Like]:
        """Words and stems that are one of `folded` without their accents, and words that share
        one of `roots`: one statement."""
        word = "word, stems || ' ' || others, parts, documents"
        held = "FROM search_word WHERE documents > 0 AND"
        rows = self._union(
            [
                (f"SELECT folded, {word}, 'word' {held} folded", language, folded),
                (f"SELECT common, {word}, 'root' {held} common", language, roots),
                (
                    "SELECT DISTINCT folded, stem, stem, '', 0, 'stem' FROM search_stem "
                    "WHERE folded",
                    language,
                    folded,
                ),
            ]
        )
        return [
            Like(key, text, tuple(stems.split()), Reading((), tuple(parts.split())).kin, *rest)
            for key, text, stems, parts, *rest in rows
        ]

    def forms(self, pairs: Iterable[Pair]) -> dict[str, set[str]]:
        """By language all words of the index that have one of the stems: what is marked in a
        passage."""
        found = defaultdict[str, set[str]](set)
        for language, word in self._rows(
            "SELECT language, word FROM search_stem WHERE stem", pairs
        ):
            found[language].add(word)
        return dict(found)

    def _rows(self, sql: str, pairs: Iterable[Pair]) -> list[Any]:
        """Rows of `sql`, which ends with a column that is one of the values of its language."""
        wanted = defaultdict[str, list[str]](list)
        for language, value in dict.fromkeys(pairs):
            wanted[language].append(value)
        return self._union([(sql, language, values) for language, values in wanted.items()])

    def _union(self, parts: list[tuple[str, str, Collection[str]]]) -> list[Any]:
        """All parts (statement, language, values of its last column) in one statement."""
        parts = [part for part in parts if part[2]]
        if not parts:
            return []
        among = f"{AMONG[self.connection.vendor]} AND language = %s"
        given = json.dumps if self.connection.vendor == "sqlite" else list[str]
        with self.connection.cursor() as cursor:
            cursor.execute(
                " UNION ALL ".join(f"{sql} {among}" for sql, _language, _values in parts),
                [
                    one
                    for _sql, language, values in parts
                    for one in (given(list(values)), language)
                ],
            )
            return list(cursor.fetchall())

    # Writing

    def count(
        self,
        language: str,
        texts: Iterable[Collection[str]],
        by: int = 1,
        readings: Mapping[str, Reading] | None = None,
    ) -> None:
        """Note the distinct words of documents that come (`by` 1) or go (-1).

        `readings` are those that the caller has made; where they are others than the kept ones,
        they take their place. One vocabulary looks a word up once: whoever counts more than once
        gives the same readings.
        """
        counted = Counter(word for words in texts for word in set(words))
        known = self._kept.get(language, set())
        asked = counted.keys() - known
        kept = {
            word: one.reading
            for (_language, word), one in self.held((language, word) for word in asked).items()
        }
        same = counted.keys() & known
        same |= {
            word for word, reading in kept.items() if readings is None or readings[word] == reading
        }
        others = sorted(counted.keys() - same)
        made = readings if readings is not None else analyse_many(language, others)
        with transaction.atomic(using=self.using):
            self._add([(by * counted[word], language, word) for word in sorted(same)])
            self._forget_stems([(language, word) for word in others if word in kept])
            self._write(((language, word), made[word], by * counted[word]) for word in others)
        if readings is not None:
            now = self._kept.setdefault(language, set())
            now |= counted.keys()

    def _add(self, rows: list[tuple[int, str, str]]) -> None:
        """To the numbers of words that are kept."""
        with self.connection.cursor() as cursor:
            cursor.executemany(
                "UPDATE search_word SET documents = documents + %s "
                "WHERE language = %s AND word = %s",
                rows,
            )

    def _forget_stems(self, pairs: list[Pair]) -> None:
        """Of words that are read otherwise now."""
        with self.connection.cursor() as cursor:
            cursor.executemany("DELETE FROM search_stem WHERE language = %s AND word = %s", pairs)

    def _write(self, rows: Iterable[tuple[Pair, Reading, int]]) -> None:
        """Add to what is kept; `rows` are sorted, so that two writers never wait in a circle."""
        rows = iter(rows)
        while chunk := list(islice(rows, CHUNK)):
            with transaction.atomic(using=self.using):
                self._put("word", WORD, [_word_row(row) for row in chunk], COUNTED)
                self._put("stem", STEM, list(_stem_rows(chunk)), "DO NOTHING")

    def _put(
        self, table: str, columns: tuple[str, ...], rows: list[tuple[Any, ...]], conflict: str
    ) -> None:
        into = f"INSERT INTO search_{table} ({', '.join(columns)})"
        with self.connection.cursor() as cursor:
            if self.connection.vendor == "sqlite":
                marks = ", ".join(["%s"] * len(columns))
                cursor.executemany(f"{into} VALUES ({marks}) ON CONFLICT {conflict}", rows)
                return
            # a statement a row takes PostgreSQL six times as long
            marks = ", ".join(
                f"%s::{'int' if column == 'documents' else 'text'}[]" for column in columns
            )
            cursor.execute(
                f"{into} SELECT * FROM unnest({marks}) ON CONFLICT {conflict}",  # noqa: S608  (names of ours)
                [list(column) for column in zip(*rows, strict=True)],
            )


def _word_row(row: tuple[Pair, Reading, int]) -> tuple[Any, ...]:
    (language, word), reading, number = row
    analyser = analyser_for(language)
    return (
        language, word, analyser.fold(word), analyser.root(word),
        " ".join(reading.stems), " ".join(reading.parts), " ".join(reading.others), number,
    )  # fmt: skip


def _stem_rows(rows: Iterable[tuple[Pair, Reading, int]]) -> Iterator[tuple[str, ...]]:
    for (language, word), reading, _number in rows:
        fold = analyser_for(language).fold
        for stem in reading.all:
            yield language, stem, word, fold(stem)
