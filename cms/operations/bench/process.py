"""A module of the bench as a process of its own, line by line."""

import os
import subprocess
import sys
from collections.abc import Iterator

from cms.env import ROOT, env


def lines(module: list[str], variables: dict[str, str]) -> Iterator[str]:
    """What the module prints. Raises CalledProcessError where it fails."""
    command = [sys.executable, "-m", *module]
    with subprocess.Popen(  # noqa: S603  (modules of our own)
        command, cwd=ROOT, env=os.environ | variables, stdout=subprocess.PIPE, text=True
    ) as process:
        yield from process.stdout or ()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)


def databases() -> list[str]:
    """The embedded database, and the PostgreSQL of `TEST_DATABASE_URL` where there is one."""
    return ["", *([env.test_database_url] if env.test_database_url else [])]
