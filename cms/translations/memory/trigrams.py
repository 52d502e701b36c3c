"""Which source texts may be like a text: those that share runs of three letters with it.

PostgreSQL has pg_trgm with an index. SQLite has an FTS5 table of trigrams beside the strings, kept
true by triggers: rows that are written in bulk, or by SQL, are in it too. Both are made after
each migration and not by one, since SQLite loses a table's triggers when a later migration writes
the table anew. Without either, texts that share their longest words are looked at.
"""

import logging
from collections.abc import Iterable
from typing import Any

from django.db import DatabaseError, connection, connections, transaction
from django.db.models import Case, Exists, F, IntegerField, OuterRef, Value, When
from django.db.models.functions import Length
from wagtail_localize.models import String, StringTranslation

from cms.translations.texts.checks import plain
from cms.translations.texts.words import PIECE

logger = logging.getLogger(__name__)

STRINGS = String._meta.db_table
TRANSLATIONS = StringTranslation._meta.db_table
FTS = "translations_trigram"
#: Terms with the number of texts that hold each; terms with each text that holds them.
COUNTS, PLACES = f"{FTS}_counts", f"{FTS}_places"
INDEX = "translations_trigram_index"
#: Texts that are compared word by word.
MOST = 60
#: Trigrams that are looked up, the rarest ones: half as many as 64 take half the time, and leave
#: room for those of words that were changed.
RAREST = 32
#: Words that are looked up where the database knows no trigrams.
LONGEST_WORDS = 8

OUT = f"INSERT INTO {FTS} ({FTS}, rowid, data) VALUES ('delete', old.id, old.data);"  # noqa: S608  (names of ours)
IN = f"INSERT INTO {FTS} (rowid, data) VALUES (new.id, new.data);"  # noqa: S608  (names of ours)
TRIGGERS = {"insert": IN, "delete": OUT, "update": OUT + " " + IN}
TRANSLATED = (
    f"EXISTS (SELECT 1 FROM {TRANSLATIONS} t WHERE t.locale_id = %s "  # noqa: S608  (names of ours)
    "AND NOT t.has_error AND t.translation_of_id = "
)


def candidates(text: str, locale_id: int) -> list[int]:
    """Ids of strings that have a translation into the language, likeliest first."""
    said = " ".join(plain(text).split())
    if connection.vendor == "sqlite":
        return _by_fts(said, locale_id)
    return _by_pg_trgm(said, locale_id) if has_pg_trgm(connection) else by_words(said, locale_id)


def _by_fts(text: str, locale_id: int) -> list[int]:
    asked = sorted({text[at : at + 3].lower() for at in range(len(text) - 2)})
    if not asked:
        return []
    counts = _rows(f"SELECT term, doc FROM {COUNTS} WHERE term IN ({_marks(asked)})", asked)  # noqa: S608  (names of ours)
    rarest = [term for term, _count in sorted(counts, key=lambda row: (row[1], row[0]))][:RAREST]
    # far fewer than texts share that are three quarters the same
    shared = (
        f"SELECT doc, count(*) AS shared FROM {PLACES} WHERE term IN ({_marks(rarest)}) "  # noqa: S608  (names of ours)
        f"GROUP BY doc HAVING count(*) * 4 >= {len(rarest)}"
    )
    ids = (
        f"SELECT doc FROM ({shared}) JOIN {STRINGS} s ON s.id = doc "  # noqa: S608  (names of ours)
        f"WHERE length(s.data) BETWEEN %s AND %s AND {TRANSLATED} doc) "
        f"ORDER BY shared DESC LIMIT {MOST}"
    )
    return [row[0] for row in _rows(ids, [*rarest, *_lengths(text), locale_id])]


def _by_pg_trgm(text: str, locale_id: int) -> list[int]:
    sql = (
        f"SELECT s.id FROM {STRINGS} s WHERE s.data %% %s "  # noqa: S608  (names of ours)
        f"AND length(s.data) BETWEEN %s AND %s AND {TRANSLATED} s.id) "
        f"ORDER BY similarity(s.data, %s) DESC LIMIT {MOST}"
    )
    return [row[0] for row in _rows(sql, [text, *_lengths(text), locale_id, text])]


def by_words(text: str, locale_id: int) -> list[int]:
    words = {piece.casefold() for piece in PIECE.findall(text) if piece[0].isalnum()}
    longest = sorted(words, key=lambda word: (-len(word), word))[:LONGEST_WORDS]
    if not longest:
        return []
    shared: Any = sum(
        (Case(When(data__icontains=word, then=Value(1)), default=Value(0),
              output_field=IntegerField()) for word in longest),
        Value(0),
    )  # fmt: skip
    translated = StringTranslation.objects.filter(
        translation_of=OuterRef("pk"), locale_id=locale_id, has_error=False
    )
    strings = String.objects.filter(Exists(translated)).annotate(
        shared=shared, letters=Length("data")
    )
    strings = strings.filter(shared__gt=0, letters__range=_lengths(text)).order_by(
        F("shared").desc(), "letters", "pk"
    )
    return list(strings.values_list("pk", flat=True)[:MOST])


def _lengths(text: str) -> tuple[int, int]:
    """Characters of what may be three quarters the same; tags are counted in it."""
    return len(text) // 3, len(text) * 3 + 100


def trigrams_made(*, using: str = "default", **_kwargs: Any) -> None:
    """Make what the database lacks of it; without a right to, only the speed is less."""
    database = connections[using]
    if STRINGS not in database.introspection.table_names():
        return
    if database.vendor == "sqlite":
        _make_fts(database)
    elif database.vendor == "postgresql":
        _make_pg_trgm(database)


def _make_fts(database: Any) -> None:
    names = [FTS, COUNTS, PLACES, *(f"{FTS}_{event}" for event in TRIGGERS)]
    there = f"SELECT count(*) FROM sqlite_master WHERE name IN ({_marks(names)})"  # noqa: S608  (names of ours)
    with database.cursor() as cursor:
        if cursor.execute(there, names).fetchone()[0] == len(names):
            return
        cursor.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {FTS} USING fts5(data, content='{STRINGS}', "
            "content_rowid='id', tokenize='trigram', detail=none)"
        )
        for name, kind in ((COUNTS, "row"), (PLACES, "instance")):
            cursor.execute(
                f"CREATE VIRTUAL TABLE IF NOT EXISTS {name} USING fts5vocab({FTS}, '{kind}')"
            )
        for event, work in TRIGGERS.items():
            cursor.execute(
                f"CREATE TRIGGER IF NOT EXISTS {FTS}_{event} AFTER {event.upper()} "
                f"ON {STRINGS} BEGIN {work} END"
            )
        cursor.execute(f"INSERT INTO {FTS} ({FTS}) VALUES ('rebuild')")  # noqa: S608  (names of ours)


def _make_pg_trgm(database: Any) -> None:
    try:
        with transaction.atomic(using=database.alias), database.cursor() as cursor:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            cursor.execute(
                f"CREATE INDEX IF NOT EXISTS {INDEX} ON {STRINGS} USING gin (data gin_trgm_ops)"
            )
    except DatabaseError as error:
        logger.warning(
            "The extension pg_trgm or its index cannot be created (%s): similar texts are found "
            "more slowly. Have the extension created by the database's owner, then run migrate.",
            str(error).strip().partition("\n")[0],
        )


def has_pg_trgm(database: Any) -> bool:
    with database.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_extension WHERE extname = 'pg_trgm'")
        return bool(cursor.fetchone()[0])


def _rows(sql: str, values: Iterable[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        return list(cursor.fetchall())


def _marks(values: list[str]) -> str:
    return ", ".join(["%s"] * len(values))
