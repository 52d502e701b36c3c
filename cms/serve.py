"""Web server and queue worker in one foreground process, which does not import Django.

`python -m cms.serve` starts both, each in a process group of its own, so that Ctrl-C reaches
this process only; it passes on one SIGTERM (a second one would break off a running task). When
one of the two ends by itself, the other is stopped and the exit code is 1.
"""

import ctypes
import os
import signal
import subprocess
import sys
import time
from types import FrameType

from cms.env import ROOT, env

#: Seconds that a running request or task has to end after SIGTERM, before SIGKILL.
GRACE = 30
#: Seconds between two looks at the children; an idle look costs some microseconds.
PAUSE = 0.1
#: Linux' prctl option: the signal that a child gets when its parent is gone.
PR_SET_PDEATHSIG = 1

LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def web_server() -> list[str]:
    """The command of the web server; the settings are loaded once, before it forks."""
    host = f"[{env.web_host}]" if ":" in env.web_host else env.web_host
    return [
        sys.executable, "-m", "gunicorn", "cms.wsgi:application", "--preload",
        "--no-control-socket", "--worker-class", "gthread", "--bind", f"{host}:{env.web_port}",
        "--workers", str(env.web_workers), "--threads", str(env.web_threads),
        "--graceful-timeout", str(GRACE - 5), "--log-level", "warning",
        "--logger-class", "cms.server_log.ServerLog",
    ]  # fmt: skip


def queue_worker() -> list[str]:
    return [sys.executable, "manage.py", "worker", "--processes", str(env.workers)]


def end_with_parent() -> None:
    """In a child, before its program starts: nothing stays behind if this process is killed."""
    if LIBC:
        LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def start(command: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  (both commands are written above)
        command,
        cwd=ROOT,
        process_group=0,
        preexec_fn=end_with_parent,  # noqa: PLW1509  (this process has no threads)
    )


class Supervisor:
    """The children by name, and whether somebody asked to stop."""

    def __init__(self, commands: dict[str, list[str]]) -> None:
        self.asked = False
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self.ask)
        self.children = {name: start(command) for name, command in commands.items()}

    def ask(self, number: int, frame: FrameType | None) -> None:
        self.asked = True

    def running(self) -> list[subprocess.Popen[bytes]]:
        return [child for child in self.children.values() if child.poll() is None]

    def ended(self) -> str:
        """Which child ended by itself, as a sentence."""
        for name, child in self.children.items():
            if child.poll() is not None:
                return f"The {name} ended with {child.returncode}: stopping."
        return ""

    def run(self) -> int:
        """Wait for a signal or for the end of a child; the exit code of the whole."""
        while not self.asked and not self.ended():
            time.sleep(PAUSE)
        fault = self.ended()
        if fault:
            print(fault, file=sys.stderr)  # noqa: T201  (no logging without Django)
        clean = self.stop()
        return int(bool(fault) or not clean)

    def stop(self) -> bool:
        """End all children and what they started; whether each ended cleanly and in time."""
        for child in self.running():
            child.terminate()
        deadline = time.monotonic() + GRACE
        while self.running() and time.monotonic() < deadline:
            time.sleep(PAUSE)
        in_time = not self.running()
        for child in self.children.values():
            end_group(child.pid)
            child.wait()
        # a child that SIGTERM met before it could handle it has ended as asked
        fine = {0, -signal.SIGTERM}
        return in_time and all(child.returncode in fine for child in self.children.values())


def end_group(group: int) -> None:
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return  # all of it has ended


def main() -> int:
    if os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production").endswith(
        ".production"
    ):
        env.require_production()
    env.key()  # made once, before two children look for it
    return Supervisor({"web server": web_server(), "queue worker": queue_worker()}).run()


if __name__ == "__main__":
    sys.exit(main())
