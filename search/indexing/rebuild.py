"""Builds the index anew beside the live one, which goes on answering and being written.

Every page and file is looked at and analysed again, in chunks; what is written to the live index
meanwhile is logged and written to the new one too; then the two change places in one transaction.
The vocabulary counts the words of both until the old index is taken away, chunk by chunk.
"""

import uuid
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from django.db import transaction

from cms.core.visibility import visible_pages
from search.engines.current import engine
from search.engines.sqlite import SqliteEngine
from search.indexing.batch import batch, count
from search.indexing.pool import Analysts, analysts
from search.indexing.scopes import Scope
from search.indexing.writing import entries_keep
from search.models import IndexChange, IndexRebuild, SearchDocument
from search.vocabulary import Vocabulary

#: Pages or files in one transaction, and entries of an old index whose words are taken off.
CHUNK, FORGOTTEN = 20, 200
#: Changes that may be left for the moment in which nobody else writes.
MOST_AT_SWAP = 5

T = TypeVar("T")
#: Such as the `update` of a bar.
Progress = Callable[[int], object]


class Overtaken(Exception):
    """Another rebuild has begun since; that one counts."""


def index_rebuild(*, progress: Progress, processes: int | None = None) -> int:
    """How many entries the new index has; `progress(1)` is called for each page and file.

    Raises EngineDown, Overtaken. One that was broken off leaves nothing that is searched; the
    next one takes it away.
    """
    token = begin()
    live = engine()
    for leftover in (live.named("_new"), live.named("_old")):
        forget(leftover)
    new, vocabulary = live.beside(), Vocabulary()
    with analysts(processes) as readers:
        for chunk in in_chunks(everything(), CHUNK):
            go_on(token)
            for scope in chunk:
                entries_keep(scope)
            write(new, chunk, readers, vocabulary, is_fresh=True)
            progress(len(chunk))
        while IndexChange.objects.count() > MOST_AT_SWAP:
            replay(new, readers, vocabulary)
        with transaction.atomic():
            go_on(token)
            replay(new, readers, vocabulary)
            live.swap()
            IndexRebuild.objects.all().delete()
    forget(live.named("_old"))
    return len(engine().rows())


def begin() -> str:
    token = uuid.uuid4().hex
    with transaction.atomic():
        IndexRebuild.objects.all().delete()
        IndexChange.objects.all().delete()
        IndexRebuild.objects.create(token=token)
    return token


def go_on(token: str) -> None:
    if not IndexRebuild.objects.filter(token=token).exists():
        raise Overtaken


def everything() -> Iterator[Scope]:
    """Pages first: files are about what they are about. Also what is no longer visible."""
    pages = set(visible_pages().filter(depth__gt=1).values_list("pk", flat=True))
    stored = SearchDocument.objects.order_by()
    pages |= set(stored.filter(page__isnull=False).values_list("page_id", flat=True))
    yield from (Scope("page", pk) for pk in sorted(pages))
    files = set(stored.filter(file__isnull=False).values_list("file_id", flat=True).distinct())
    files |= {pk for shown in stored.values_list("files", flat=True) for pk in shown}
    yield from (Scope("file", pk) for pk in sorted(files))


def write(
    new: SqliteEngine, scopes: Iterable[Scope], readers: Analysts, vocabulary: Vocabulary,
    *, is_fresh: bool = False,
) -> None:  # fmt: skip
    """The stored entries of pages and files into the new index, instead of what it has of them.

    `is_fresh`: it has nothing of them.
    """
    scopes = list(scopes)
    entries = [entry for scope in scopes for entry in SearchDocument.objects.filter(**scope.filter)]
    made = batch(entries, readers.readings)
    with transaction.atomic(), new.writing():
        if not is_fresh:
            drop(new, scopes, vocabulary)
        new.put(made.terms())
        made.count(vocabulary)


def drop(new: SqliteEngine, scopes: Iterable[Scope], vocabulary: Vocabulary) -> None:
    before = new.words([pk for scope in scopes for pk in new.ids_of(scope.kind, scope.pk)])
    count(vocabulary, before.values(), by=-1)
    new.drop(list(before))


def replay(new: SqliteEngine, readers: Analysts, vocabulary: Vocabulary) -> None:
    """Write again what changed in the live index; what changes now is logged anew."""
    changes = list(IndexChange.objects.all())
    write(
        new, {Scope(change.kind, change.object_id): None for change in changes}, readers, vocabulary
    )
    IndexChange.objects.filter(pk__in=[change.pk for change in changes]).delete()


def forget(old: SqliteEngine) -> None:
    """Take an index away that is not searched, and its words off the vocabulary."""
    if not old.exists():
        return
    vocabulary = Vocabulary()
    for chunk in in_chunks((row.id for row in old.rows()), FORGOTTEN):
        with transaction.atomic(), old.writing():
            count(vocabulary, old.words(chunk).values(), by=-1)
            old.drop(chunk)
    old.remove()


def in_chunks(values: Iterable[T], size: int) -> Iterator[list[T]]:
    iterator = iter(values)
    while chunk := list(islice(iterator, size)):
        yield chunk
