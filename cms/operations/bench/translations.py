"""The localisation workflow on 500 pages in nine languages: queries and CPU of what people wait
for, on each database."""

import json

from cms.operations.bench.part import Figure, Part, Row
from cms.operations.bench.process import databases, lines

#: Queries, of the issue's text; what has no budget there is only told.
QUERIES = {"desk, 200 texts": 15, "overview": 12, "segments of a publication": 26}


def measure() -> dict[str, list[Row]]:
    return {"translations": [row for database in databases() for row in _rows(database)]}


def _rows(database: str) -> list[Row]:
    found = lines(["tests.bench.translations"], {"TEST_DATABASE_URL": database})
    return [json.loads(line) for line in found]


def figures(row: Row) -> list[Figure]:
    return [
        Figure("queries", row["queries"], QUERIES.get(row["name"])),
        Figure("CPU ms", row["cpu_ms"], None),
    ]


PART = Part(measure, figures)
