"""From a fresh clone to the first page: with downloads, with a warm package cache, second start."""

import os
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

from cms.env import ROOT
from cms.operations.bench.part import Figure, Part, Row

PATIENCE_SECONDS = 300


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
    kept = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    started = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603  (make, with a port of ours)
        ["make", "demo", f"PORT={port}"],  # noqa: S607  (make of the path)
        cwd=project, env=kept | caches, stdout=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        wait_for(f"http://127.0.0.1:{port}/hu/")
        return round(time.perf_counter() - started, 1)
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(30)


def wait_for(url: str) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=5) as response:  # noqa: S310  (loopback)
                if response.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"no page at {url} in {PATIENCE_SECONDS} s")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


PART = Part(measure, figures)
