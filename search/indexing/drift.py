"""Compares the index with what visitors see, and brings it back to that."""

from dataclasses import dataclass, field

from search.engines.current import engine
from search.indexing.batch import count
from search.indexing.entries import row_of
from search.indexing.rebuild import Progress, everything
from search.indexing.scopes import Scope
from search.indexing.writing import entries_keep
from search.models import SearchDocument
from search.vocabulary import Vocabulary


@dataclass
class Drift:
    """Pages and files whose entries are not what visitors see; ids of entries that the engine
    lacks, has otherwise than the database, or has although there is no such entry."""

    scopes: list[Scope] = field(default_factory=list)
    lacking: list[int] = field(default_factory=list)
    foreign: list[int] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.scopes or self.lacking or self.foreign)


def index_drift(*, progress: Progress = lambda _number: None) -> Drift:
    """Raises EngineDown. `progress(1)` is called for each page and file."""
    found = Drift()
    for scope in list(everything()):
        stored = SearchDocument.objects.filter(**scope.filter)
        digests = dict(stored.values_list("number", "digest"))
        if digests != {entry.number: entry.digest for entry in scope.entries()}:
            found.scopes.append(scope)
        progress(1)
    held = {row.id: row for row in engine().rows()}
    for entry in SearchDocument.objects.defer("body", "headings", "labels").iterator():
        row = held.pop(entry.pk, None)
        if row != row_of(entry):
            found.lacking.append(entry.pk)
    found.foreign = sorted(held)
    return found


def index_mend(drift: Drift) -> None:
    """Write what is lacking and drop what is foreign. Raises EngineDown."""
    again = set(drift.scopes)
    if drift.foreign:
        searched = engine()
        count(Vocabulary(), searched.words(drift.foreign).values(), by=-1)
        searched.drop(drift.foreign)
    for entry in SearchDocument.objects.filter(pk__in=drift.lacking):
        entry.digest = ""  # nothing of it changed: written again because the engine lacks it
        entry.save(update_fields=["digest"])
        again.add(scope_of(entry))
    for scope in sorted(again, key=lambda scope: (scope.kind == "file", scope)):
        entries_keep(scope)


def scope_of(entry: SearchDocument) -> Scope:
    return Scope("page", entry.page_id) if entry.page_id else Scope("file", entry.file_id or 0)
