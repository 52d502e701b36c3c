"""Tasks of the tests: each leaves a row that says which attempt did what.

Whether one runs twice at once is asked of the kernel: a lock on a file of its own, which a killed
process gives back.
"""

import fcntl
import os
import time
from contextlib import contextmanager
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.utils.translation import get_language

from cms.operations.queue import Retry, fenced, task
from cms.operations.queue.fence import current


def note(name, about=""):
    """Write one effect of the running attempt."""
    row = current.get()
    token = row.worker_ids[-1] if row else ""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO effect VALUES (%s, %s, %s)", [name, token, about])


@contextmanager
def alone(name):
    """Note where the same task runs in another process at this moment."""
    with (Path(os.environ["DATA_DIR"]) / f"{name}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            note(name, "at once")
        yield


# more attempts than chance needs: a soak kills the same task several times
@task(attempts=20)
def write(name, seconds=0.0):
    """The effect and the ownership are one transaction."""
    with alone(name):
        time.sleep(seconds)
        with fenced():
            note(name, "done")
    return name


@task()
def start_and_sleep(name, seconds):
    with alone(name):
        note(name, "started")
        time.sleep(seconds)
        note(name, "done")


@task(attempts=2)
def kill_own_process(name):
    note(name, "started")
    os.kill(os.getpid(), 9)


@task()
def freeze(name):
    """Frozen at the first attempt; what it goes on to write when it wakes is refused."""
    with alone(name):
        note(name, "started")
        if len(current.get().worker_ids) == 1:
            os.kill(os.getpid(), 19)
        with fenced():
            note(name, "done")


@task()
def freeze_in_transaction(name):
    if len(current.get().worker_ids) == 1:
        with transaction.atomic():
            note(name, "undone")
            os.kill(os.getpid(), 19)
    with fenced():
        note(name, "done")


@task(attempts=1, limit=1)
def sleep_too_long(name):
    note(name, "started")
    time.sleep(60)


@task(attempts=1, limit=1)
def swallow(name):
    note(name, "started")
    while True:
        try:
            time.sleep(60)
        except Exception:  # noqa: BLE001  (the fault that the test is about)
            note(name, "swallowed")


@task(attempts=1, limit=1)
def hold_the_interpreter(name):
    note(name, "started")
    sum(range(10**12))


@task(attempts=3)
def fail(name, message="nothing is right"):
    note(name, "started")
    raise ValueError(message)


@task(attempts=None)
def ask_for_later(name):
    note(name, "started")
    if len(current.get().worker_ids) < 3:
        raise Retry(after=0.1, reason="the other side is busy")


@task()
def about_nothing(name):
    note(name, "started")
    ContentType.objects.get(app_label="gone")


@task(queue="slow")
def rebuild(name, seconds):
    note(name, "started")
    time.sleep(seconds)
    note(name, "done")


@task(priority=10)
def send(name):
    note(name, "done")


@task(takes_context=True)
def count_attempt(context, name):
    note(name, str(context.attempt))


@task()
def tell_language(name):
    note(name, get_language())


@task()
def do_nothing():
    """What the queue itself costs."""


@task()
def hold_transaction(seconds):
    with transaction.atomic():
        time.sleep(seconds)
