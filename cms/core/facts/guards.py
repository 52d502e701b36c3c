"""Where an upper room stands before every way to draft or publish a page with facts."""

from collections.abc import Callable, Collection
from typing import Any

#: Called before `save()` with the page and its `update_fields`; raises to refuse.
RowGuard = Callable[[Any, Collection[str] | None], None]
#: Called before `save_revision()`.
RevisionGuard = Callable[[Any], None]

_row_guards: list[RowGuard] = []
_revision_guards: list[RevisionGuard] = []


def register_guards(*, row: RowGuard, revision: RevisionGuard) -> None:
    if row not in _row_guards:
        _row_guards.append(row)
        _revision_guards.append(revision)


def guard_row(page: Any, update_fields: Collection[str] | None) -> None:
    for guard in _row_guards:
        guard(page, update_fields)


def guard_revision(page: Any) -> None:
    for guard in _revision_guards:
        guard(page)
