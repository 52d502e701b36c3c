"""Mails a second: written to the outbox, and sent by three workers, their start included."""

import json

from cms.operations.bench.part import Figure, Part, Row
from cms.operations.bench.process import databases, lines


def measure() -> dict[str, list[Row]]:
    return {"mail": [row for database in databases() for row in _rows(database)]}


def _rows(database: str) -> list[Row]:
    settings = {"DJANGO_SETTINGS_MODULE": "tests.operations.queue.settings"}
    found = lines(["tests.bench.mail"], settings | {"TEST_DATABASE_URL": database})
    return [json.loads(line) for line in found]


def figures(row: Row) -> list[Figure]:
    return [
        Figure("written/s", row["written_s"], None),
        Figure("3 workers, sent/s", row["mails_s"], None),
    ]


PART = Part(measure, figures)
