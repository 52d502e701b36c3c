"""Starts workers and servers for tests from one process that has loaded Django (seconds each).

`python -m tests.operations.queue.nursery` answers each line `[name, arguments]` with the number
of a process in a session of its own that runs one of the PROGRAMS.
"""

import json
import os
import signal
import subprocess
import sys
import time

import django

from cms.env import ROOT


def worker(processes, timing):
    """What `manage.py worker` does."""
    from django.conf import settings

    from cms.operations.queue.tree import Tree

    settings.QUEUE_TIMING = timing
    return Tree(processes).run()


def stock(interval):
    """What `manage.py db_worker` does."""
    from django_tasks_db.management.commands.db_worker import Worker

    worker = Worker(
        queue_names=["*"], interval=interval, batch=False, backend_name="default",
        startup_delay=False, max_tasks=None, worker_id=str(os.getpid()), excluded_queue_names=[],
    )  # fmt: skip
    worker.configure_signals()
    worker.run()
    return 0


def web(port):
    from tests.operations.queue.web import Server

    sys.argv = ["server"]
    Server(port).run()
    return 0


PROGRAMS = {"worker": worker, "stock": stock, "web": web}


def main():
    django.setup()
    from tests.operations.queue import work  # noqa: F401  (its tasks are loaded once)

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for what is started
    print("ready", flush=True)
    for line in sys.stdin:
        name, arguments = json.loads(line)
        pid = os.fork()
        if pid == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.setsid()
            os._exit(PROGRAMS[name](*arguments))
        print(pid, flush=True)


class Nursery:
    """The process as tests see it."""

    def __init__(self, url, folder):
        self.log = (folder / "workers.log").open("w+")
        variables = {
            "DATABASE_URL": url,
            "DATA_DIR": str(folder),
            "DJANGO_SETTINGS_MODULE": "tests.operations.queue.settings",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.operations.queue.nursery"],
            cwd=ROOT, env=os.environ | variables, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=self.log, text=True,
        )  # fmt: skip
        assert self.process.stdout.readline() == "ready\n"

    def start(self, name, *arguments):
        self.process.stdin.write(f"{json.dumps([name, arguments])}\n")
        self.process.stdin.flush()
        return Started(int(self.process.stdout.readline()))

    def logged(self):
        self.log.seek(0)
        return self.log.read()

    def close(self):
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()
        self.log.close()


def stat(pid):
    """State, parent and group of a process; None where it is gone."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return None if fields[0] in "ZX" else (fields[0], int(fields[1]), int(fields[2]))


def children(pid):
    """Living children of a process, the oldest first."""
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as file:
            found = map(int, file.read().split())
    except (FileNotFoundError, ProcessLookupError):
        return []
    return [child for child in found if stat(child)]


class Started:
    """A process that the nursery started, and its children."""

    def __init__(self, pid):
        self.pid = pid
        self.known = set()

    def workers(self):
        found = children(self.pid)
        self.known.update(found)
        return found

    def signal(self, number):
        os.kill(self.pid, number)

    def is_gone(self):
        """Whether nothing of the tree lives any more."""
        return not any(map(stat, {self.pid, *self.known}))

    def wait(self, seconds=15):
        end = time.monotonic() + seconds
        while not self.is_gone() and time.monotonic() < end:
            time.sleep(0.02)
        return self.is_gone()

    def kill(self):
        """All of it at once."""
        for pid in [self.pid, *self.workers()]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue


if __name__ == "__main__":
    main()
