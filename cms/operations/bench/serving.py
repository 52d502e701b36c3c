"""A site of its own for a measurement: started on a free port, ended when the measurement is."""

import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cms.env import Environment

PATIENCE_SECONDS = 600
HOME = "/hu/"


@contextmanager
def served(command: list[str], folder: Path, port: int, **settings: str) -> Iterator[float]:
    """The site that `command` starts in `folder`; seconds until its home page answered.

    Raises RuntimeError where the command ends before, TimeoutError where no page comes.
    """
    started = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603  (make or manage.py, with a port of ours)
        command, cwd=folder, env=bare_environment() | settings, stdout=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        wait_for(f"http://127.0.0.1:{port}{HOME}", process)
        yield time.perf_counter() - started
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGINT)
        process.wait(60)


def bare_environment() -> dict[str, str]:
    """Without the settings of the site at hand, whose database is not for measuring."""
    own = {*Environment.model_fields, "django_settings_module"}
    return {name: value for name, value in os.environ.items() if name.lower() not in own}


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"the site ended with {process.returncode} before its first page")
        try:
            ask(url)
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"no page at {url} in {PATIENCE_SECONDS} s")


def ask(url: str) -> None:
    """Raises OSError (of which HTTPError is one) where no page comes."""
    urllib.request.urlopen(url, timeout=60).close()  # noqa: S310  (loopback)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
