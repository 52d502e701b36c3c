"""Steps that the tests of fact paths share: a source page, its translation, changed facts."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from tests.factories.pages import START, fresh, make_event, translated

OLD = {"room": "Díszterem", "starts_at": START}
NEW = {"room": "Kisterem", "starts_at": START + timedelta(days=7)}
OLD_MINUTES, NEW_MINUTES = 10, 25


@dataclass
class Pair:
    source: Any
    english: Any


def make_pair() -> Pair:
    source = make_event()
    return Pair(source, translated(source))


def change_source(pair: Pair) -> Any:
    """A draft of the source with a new room, a new start and a new length of its first row."""
    source = fresh(pair.source)
    source.room, source.starts_at = NEW["room"], NEW["starts_at"]
    rows = list(source.agenda.all())
    rows[0].minutes = NEW_MINUTES
    source.agenda = rows
    return source.save_revision()


def facts_of(page: Any) -> dict[str, Any]:
    row = fresh(page)
    return {
        "room": row.room,
        "starts_at": row.starts_at,
        "minutes": row.agenda.first().minutes,
        "rows": row.agenda.count(),
        "status": row.status,
    }


def assert_new_everywhere(pair: Pair) -> None:
    source, english = facts_of(pair.source), facts_of(pair.english)
    assert source == english
    assert (english["room"], english["starts_at"]) == (NEW["room"], NEW["starts_at"])
    assert english["minutes"] == NEW_MINUTES
    assert english["rows"] == 2
    assert fresh(pair.english).agenda.last().title == "Vita (en)"
