"""Each page type beside a plain Wagtail page: queries, CPU, bytes, by items, languages, database.

CPU is told of warm requests, and of the first ones after content was changed ("anew"), in units:
the time of the home page of a plain `wagtail start` project, measured at the start and at the end
of the same run. Pages are made by the tests' factories in databases of their own, each in a process
that ends with them.
"""

import json
import sys
from collections.abc import Iterator
from statistics import mean

from tqdm import tqdm

from cms.operations.bench.part import Figure, Part, Row
from cms.operations.bench.process import databases, lines

ITEMS = (5, 500)
LANGUAGES = (2, 9)
#: docs/architecture.md: queries and units of CPU by the kind of page.
QUERIES = {"home": 12, "listing": 12, "detail": 10, "search": 12}
CPU_UNITS = {"home": 2.5, "listing": 2.5, "detail": 1.7, "search": 2.5}


def measure() -> dict[str, list[Row]]:
    plain = [_plain()]
    pages = []
    for database in databases():
        for languages in LANGUAGES:
            pages += list(_rows(languages, database))
    plain.append(_plain())
    unit = mean(row["cpu_ms"] for row in plain)
    peer = {"name": "wagtail start", "kind": "home", "database": "sqlite"}
    return {
        "pages": [with_units(row, unit) for row in pages],
        # bakerydemo is in no package registry, so it is not measured here
        "peers": [with_units({**peer, **plain[0], "cpu_ms": unit}, unit)],
    }


def with_units(row: Row, unit: float) -> Row:
    """The row with its CPU in units instead of milliseconds."""
    kept = {name: value for name, value in row.items() if name not in {"cpu_ms", "anew_ms"}}
    units = {
        "cpu_units": round(row["cpu_ms"] / unit, 2),
        "anew_units": round(row["anew_ms"] / unit, 2),
    }
    return {**kept, **units}


def figures(row: Row) -> list[Figure]:
    if row["name"] == "wagtail start":
        return [Figure("queries", row["queries"], None), Figure("CPU", row["cpu_units"], None)]
    return [
        Figure("queries", row["queries"], QUERIES[row["kind"]]),
        Figure("twice", row["duplicates"], 0),
        Figure("CPU", row["cpu_units"], CPU_UNITS[row["kind"]]),
        Figure("anew", row["anew_units"], None),
        Figure("HTML", row["html_bytes"], None),
        Figure("sent", row["transfer_bytes"], None),
    ]


def _plain() -> Row:
    return json.loads(next(lines(["tests.bench.plain"], {"TEST_DATABASE_URL": ""})))


def _rows(languages: int, database: str) -> Iterator[Row]:
    told = f"{languages} languages{', PostgreSQL' if database else ''}"
    module = ["tests.bench.pages", str(languages), *map(str, ITEMS)]
    found = lines(module, {"TEST_DATABASE_URL": database})
    for line in tqdm(found, desc=told, unit="page", disable=not sys.stderr.isatty()):
        yield json.loads(line)


PART = Part(measure, figures)
