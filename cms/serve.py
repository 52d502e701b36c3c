"""Runs the web server and the queue's worker in the foreground; when one ends, so does the other.

Does not import Django: it starts at once and stays small. Each child has its own process group, so
that a Ctrl-C in the terminal reaches it once, through here.
"""

import argparse
import os
import signal
import subprocess
import sys
import time

GRACE_SECONDS = 15


def commands(host: str, port: int) -> list[list[str]]:
    web = [
        sys.executable, "-m", "gunicorn", "cms.wsgi:application", "--bind", f"{host}:{port}",
        "--workers", "2", "--threads", "4", "--no-control-socket", "--log-level", "warning",
    ]  # fmt: skip
    worker = [sys.executable, "manage.py", "db_worker", "--no-reload", "--queue-name", "*"]
    return [web, worker]


def serve(host: str, port: int) -> int:
    """Runs until a signal or the end of a child; the exit status to give."""
    stopping: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda received, _frame: stopping.append(received))
    children = [
        subprocess.Popen(command, start_new_session=True)  # noqa: S603  (commands of our own)
        for command in commands(host, port)
    ]
    while not stopping and all(child.poll() is None for child in children):
        time.sleep(0.2)
    failed = [child.returncode for child in children if child.poll() not in {None, 0}]
    for child in children:
        _end(child)
    return failed[0] if failed and not stopping else 0


def _end(child: "subprocess.Popen[bytes]") -> None:
    if child.poll() is None:
        child.send_signal(signal.SIGTERM)
    try:
        child.wait(GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Run the web server and the queue's worker.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args()
    sys.exit(serve(options.host, options.port))
