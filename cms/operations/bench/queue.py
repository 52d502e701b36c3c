"""The queue beside the library's own worker: tasks a second, lag, recovery, CPU of idle workers."""

import json

from cms.operations.bench.part import Figure, Part, Row
from cms.operations.bench.process import databases, lines

#: Of issue and architecture: a core's percent for an idle worker, seconds on one machine.
IDLE_PERCENT, RECOVERY_SECONDS = 1, 10

FIGURES = {
    "own_s": "own transactions/s",
    "together_s": "one transaction/s",
    "tasks_s_1": "1 worker/s",
    "tasks_s_3": "3 workers/s",
    "lag_p50_ms": "lag p50 ms",
    "lag_p95_ms": "p95 ms",
    "idle_percent": "idle %",
    "recovery_s": "recovery s",
}
LIMITS = {"idle_percent": IDLE_PERCENT, "recovery_s": RECOVERY_SECONDS}


def measure() -> dict[str, list[Row]]:
    return {"queue": [row for database in databases() for row in _rows(database)]}


def _rows(database: str) -> list[Row]:
    settings = {"DJANGO_SETTINGS_MODULE": "tests.operations.queue.settings"}
    found = lines(["tests.bench.queue"], settings | {"TEST_DATABASE_URL": database})
    return [json.loads(line) for line in found]


def figures(row: Row) -> list[Figure]:
    ours = LIMITS if row["name"] == "queue" else {}
    return [
        Figure(told, row[name], ours.get(name)) for name, told in FIGURES.items() if name in row
    ]


PART = Part(measure, figures)
