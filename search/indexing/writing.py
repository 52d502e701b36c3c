"""Writes entries: rows in the database, terms in the engine, words in the vocabulary, together.

What is slow, the analysis, is done before anything is locked.
"""

from collections.abc import Sequence

from django.db import transaction

from cms.core.generation import content_generation
from search.engines.current import engine
from search.indexing.batch import batch, count
from search.indexing.scopes import Scope
from search.models import IndexChange, IndexRebuild, SearchDocument
from search.vocabulary import Vocabulary

#: How often a page is looked at again that changes while it is indexed.
MOST_LOOKS = 5
KEYS = {"id", "page", "file", "number"}
CHANGING = [
    field.name for field in SearchDocument._meta.concrete_fields if field.name not in KEYS
]  # fmt: skip


def entries_keep(scope: Scope) -> int:
    """Make the entries of a page or file what visitors see; how many were written or dropped.

    Where content changed meanwhile it is asked again: of two workers at the same page the one
    that read first may write last. Raises EngineDown.
    """
    written = 0
    for _look in range(MOST_LOOKS):
        before = content_generation()
        changes = entries_write(scope, scope.entries())
        written += changes
        if not changes or (before is not None and before == content_generation()):
            break
    return written


def entries_write(scope: Scope, entries: Sequence[SearchDocument]) -> int:
    """One look of `entries_keep`."""
    stored = {
        row.number: row
        for row in SearchDocument.objects.filter(**scope.filter).only("number", "digest")
    }
    changed = []
    for entry in entries:
        known = stored.pop(entry.number, None)
        if known is None or known.digest != entry.digest:
            entry.pk = known.pk if known else None
            changed.append(entry)
    gone = [row.pk for row in stored.values()]
    if changed or gone:
        _write(scope, changed, gone)
    return len(changed) + len(gone)


def _write(scope: Scope, changed: list[SearchDocument], gone: list[int]) -> None:
    vocabulary, searched = Vocabulary(), engine()
    made = batch(changed, vocabulary.readings)
    before = searched.words([*gone, *(entry.pk for entry in changed if entry.pk)])
    with transaction.atomic():
        SearchDocument.objects.filter(pk__in=gone).delete()
        rows_write(changed)
        count(vocabulary, before.values(), by=-1)
        made.count(vocabulary)
        if IndexRebuild.objects.exists():
            IndexChange.objects.create(kind=scope.kind, object_id=scope.pk)
        # last and within: where the engine fails, the rows are not written either
        with searched.writing():
            searched.drop(gone)
            searched.put(made.terms())


def rows_write(entries: Sequence[SearchDocument]) -> None:
    new = [entry for entry in entries if not entry.pk]
    SearchDocument.objects.bulk_create(new)
    SearchDocument.objects.bulk_update(
        [entry for entry in entries if entry not in new], CHANGING, batch_size=100
    )
