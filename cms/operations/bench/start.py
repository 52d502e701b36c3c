"""From a fresh clone to the first page: with downloads, with a warm package cache, second start."""

import subprocess
import tempfile
from pathlib import Path

from cms.env import ROOT
from cms.operations.bench.part import Figure, Part, Row
from cms.operations.bench.serving import free_port, served


def measure() -> dict[str, list[Row]]:
    """Seconds of each way to start. The caches of the package clients are folders made for it."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        base = Path(folder)
        clone(base / "one")
        first = seconds_to_page(base / "one", base / "cache")
        second = seconds_to_page(base / "one", base / "cache")
        clone(base / "two")
        warm = seconds_to_page(base / "two", base / "cache")
    return {
        "start": [
            {"name": "fresh clone, with downloads", "seconds": first, "limit": 60},
            {"name": "fresh clone, warm package cache", "seconds": warm, "limit": 40},
            {"name": "second start", "seconds": second, "limit": 8},
        ]
    }


def figures(row: Row) -> list[Figure]:
    return [Figure("seconds", row["seconds"], row["limit"])]


def clone(target: Path) -> None:
    command = ["git", "clone", "-q", str(ROOT), str(target)]
    subprocess.run(command, check=True)  # noqa: S603  (a command of our own)


def seconds_to_page(project: Path, cache: Path) -> float:
    """`make demo` in `project` until the home page answers; ends it again."""
    port = free_port()
    caches = {"UV_CACHE_DIR": str(cache / "uv"), "PIP_CACHE_DIR": str(cache / "pip")}
    with served(["make", "demo", f"PORT={port}"], project, port, **caches) as seconds:
        return round(seconds, 1)


PART = Part(measure, figures)
