"""What the queue does in a second, beside the library's own worker, on a database made for it.

`python -m tests.bench.queue` prints one row a line, of PostgreSQL with TEST_DATABASE_URL.
"""

import json
import os
import random
import signal
import time
from functools import partial

import django
from django.db import connection, transaction
from django.db.models import Max, Min

TASKS, LONE_TASKS, KILLS, IDLE = 1500, 30, 5, 10


class Bench:
    """One kind of worker on one database."""

    def __init__(self, nursery, database, name):
        self.nursery = nursery
        self.about = {"name": name, "database": database}

    def workers(self, count):
        """Started processes of `count` workers."""
        if self.about["name"] == "queue":
            return [self.nursery.start("worker", count, {})]
        return [self.nursery.start("stock", 1) for _ in range(count)]

    def end(self, started):
        for process in started:
            process.workers()
            process.signal(signal.SIGTERM)
        assert all(process.wait(30) for process in started)
        rows().all().delete()

    def throughput(self, count):
        """Tasks a second from the first start to the last end."""
        with transaction.atomic():
            enqueue(TASKS)
        started = self.workers(count)
        wait_until_done()
        times = rows().aggregate(first=Min("started_at"), last=Max("finished_at"))
        self.end(started)
        return round(TASKS / (times["last"] - times["first"]).total_seconds())

    def lags(self):
        """Milliseconds from the commit of a lone task to its start: half of them, 19 of 20."""
        started = self.workers(3)
        time.sleep(2)
        chance = random.Random(8)  # noqa: S311  (the same each time)
        for _ in range(LONE_TASKS):
            enqueue(1)
            time.sleep(chance.uniform(0.2, 1.2))
        wait_until_done()
        lags = sorted(
            (row.started_at - row.enqueued_at).total_seconds() * 1000 for row in rows().all()
        )
        self.end(started)
        return round(lags[len(lags) // 2]), round(lags[len(lags) * 19 // 20])

    def recoveries(self):
        """Seconds from the end of a worker to the next start of its task, the longest of some."""
        from tests.operations.queue import work

        started = self.workers(3)
        found = []
        for number in range(KILLS):
            result = work.start_and_sleep.enqueue(f"recovery {number}", 1)
            victim = wait_for(partial(running, result.id))
            os.kill(victim, signal.SIGKILL)
            killed = time.monotonic()
            wait_for(partial(running, result.id, but=victim))
            found.append(time.monotonic() - killed)
            wait_until_done()
        self.end(started)
        return round(max(found), 2)

    def idle_percent(self):
        """Of a core for each of three workers that find nothing."""
        started = self.workers(3)
        time.sleep(3)
        before = cpu_seconds(started)
        time.sleep(IDLE)
        used = cpu_seconds(started) - before
        self.end(started)
        return round(used / IDLE / 3 * 100, 2)

    def row(self):
        one, three = self.throughput(1), self.throughput(3)
        p50, p95 = self.lags()
        row = {**self.about, "tasks_s_1": one, "tasks_s_3": three, "lag_p50_ms": p50}
        row |= {"lag_p95_ms": p95, "idle_percent": self.idle_percent()}
        if self.about["name"] == "queue":
            row |= {"recovery_s": self.recoveries()}
        return row


def rows():
    from django_tasks_db.models import DBTaskResult

    return DBTaskResult.objects


def enqueue(count):
    from tests.operations.queue import work

    for _ in range(count):
        work.do_nothing.enqueue()


def enqueued_a_second(*, together):
    begun = time.monotonic()
    if together:
        with transaction.atomic():
            enqueue(TASKS)
    else:
        enqueue(TASKS)
    seconds = time.monotonic() - begun
    rows().all().delete()
    return round(TASKS / seconds)


def wait_for(found, seconds=120):
    end = time.monotonic() + seconds
    while not (value := found()):
        assert time.monotonic() < end
        time.sleep(0.01)
    return value


def wait_until_done():
    wait_for(lambda: not rows().filter(status__in=("READY", "RUNNING")).exists())


def running(pk, but=None):
    """The process that runs the task; None where none does, or the one that was killed."""
    from cms.operations.models import Worker

    tokens = rows().filter(pk=pk, status="RUNNING").values_list("worker_ids", flat=True).first()
    worker = tokens and tokens[-1].rpartition("-")[0]
    alive = Worker.objects.filter(pk=worker).exclude(pid=but or 0)
    return alive.values_list("pid", flat=True).first()


def cpu_seconds(started):
    """User and system time of the workers, without that of the parent of ours."""
    total = 0
    for process in started:
        for pid in process.workers() or [process.pid]:
            with open(f"/proc/{pid}/stat") as file:
                fields = file.read().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


def main():
    django.setup()
    from tests.operations.queue.fresh import fresh_database

    with fresh_database() as nursery:
        database = connection.vendor
        alone, together = (enqueued_a_second(together=each) for each in (False, True))
        told = {"name": "enqueue", "database": database, "own_s": alone, "together_s": together}
        print(json.dumps(told), flush=True)
        for worker in ("queue", "stock worker"):
            print(json.dumps(Bench(nursery, database, worker).row()), flush=True)


if __name__ == "__main__":
    main()
