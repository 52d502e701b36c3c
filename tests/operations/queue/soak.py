"""Tasks under kills, with web writers beside them: is one lost, or run twice at once?

`make soak-queue` runs the whole (500 tasks, a kill a second, the whole tree each 12 s) on SQLite
and on the PostgreSQL at TEST_DATABASE_URL; a short form of it is a test.
"""

import os
import random
import signal
import time
from dataclasses import dataclass, field

from django.db import connection
from django_tasks_db.models import DBTaskResult

from cms.operations.models import Worker
from tests.operations.queue import work
from tests.operations.queue.web_load import Load

#: Tasks in a state that is not the last one.
OPEN = ("READY", "RUNNING")


@dataclass
class Plan:
    """Seconds between kills of a worker and of the whole tree, and until it is given up."""

    tasks: int = 500
    kill_every: float = 1
    tree_every: float = 12
    patience: float = 300
    timing: dict = field(default_factory=dict)


@dataclass
class Found:
    """What was seen. `again`: killed between its effect and "successful", so that the effect is
    there twice; this may be, the faults of `is_whole` may not."""

    tasks: int = 0
    kills: int = 0
    lost: int = 0
    again: int = 0
    at_once: int = 0
    locked: int = 0
    web_requests: int = 0
    web_errors: int = 0
    web_p99_ms: float = 0
    recovery_p50: float = 0
    recovery_max: float = 0
    seconds: float = 0

    @property
    def is_whole(self):
        return not any((self.lost, self.at_once, self.locked, self.web_errors))


class Soak:
    def __init__(self, nursery, plan):
        self.nursery = nursery
        self.plan = plan
        self.random = random.Random(8)  # noqa: S311  (the same each time)
        self.kills = 0
        self.ended = 0
        #: when each task lost its worker, and after how many attempts
        self.waiting = {}
        self.recoveries = []

    def run(self):
        begun = time.monotonic()
        for number in range(self.plan.tasks):
            work.write.enqueue(f"task {number}", self.random.uniform(0, 0.3))
        self.tree = self.start()
        with Load(self.nursery) as load:
            self.kill_until_done(begun)
        self.let_rest(begun)
        self.tree.kill()
        return self.found(load, time.monotonic() - begun)

    def start(self):
        return self.nursery.start("worker", 3, self.plan.timing)

    def is_done(self):
        return not DBTaskResult.objects.filter(status__in=OPEN).exists()

    def is_late(self, begun):
        return time.monotonic() - begun > self.plan.patience

    def has_gone_on(self):
        """Whether a task has ended since the last kill: on a busy machine a worker that is killed
        as soon as it has started would prove nothing and end no task in its attempts."""
        ended = DBTaskResult.objects.exclude(status__in=OPEN).count()
        if ended == self.ended:
            return False
        self.ended = ended
        return True

    def kill_until_done(self, begun):
        worker_at, tree_at = (begun + self.plan.kill_every, begun + self.plan.tree_every)
        while not self.is_done() and not self.is_late(begun):
            time.sleep(0.05)
            self.note_recoveries()
            now = time.monotonic()
            if now >= tree_at and self.has_gone_on():
                tree_at, worker_at = now + self.plan.tree_every, now + self.plan.kill_every
                self.kill_tree()
            elif now >= worker_at and self.has_gone_on():
                worker_at = now + self.plan.kill_every
                self.kill_one()

    def let_rest(self, begun):
        """What the web queued last."""
        while not self.is_done() and not self.is_late(begun):
            time.sleep(0.1)
            self.note_recoveries()

    def kill_one(self):
        found = self.tree.workers()
        if found:
            self.lose({victim := self.random.choice(found)})
            os.kill(victim, signal.SIGKILL)
            self.kills += 1

    def kill_tree(self):
        self.lose(set(self.tree.workers()))
        self.kills += len(self.tree.workers())
        self.tree.kill()
        self.tree = self.start()

    def lose(self, pids):
        """Note the tasks that these processes run, right before they are killed."""
        workers = tuple(Worker.objects.filter(pid__in=pids).values_list("pk", flat=True))
        for pk, tokens in DBTaskResult.objects.running().values_list("pk", "worker_ids"):
            if tokens[-1].startswith(workers or ("none",)):
                self.waiting[pk] = (time.monotonic(), len(tokens))

    def note_recoveries(self):
        rows = DBTaskResult.objects.filter(pk__in=list(self.waiting))
        for pk, status, tokens in rows.values_list("pk", "status", "worker_ids"):
            since, attempts = self.waiting[pk]
            if len(tokens) > attempts:
                self.recoveries.append(time.monotonic() - since)
            if len(tokens) > attempts or status not in OPEN:
                del self.waiting[pk]

    def found(self, load, seconds):
        # the schedule's stand beside them
        written = DBTaskResult.objects.filter(task_path=work.write.module_path)
        rows = dict(written.values_list("pk", "status"))
        done = counted("done")
        locked = [line for line in self.nursery.logged().splitlines() if "is locked" in line]
        for line in locked:
            print(line)
        return Found(
            tasks=len(rows),
            kills=self.kills,
            lost=sum(status != "SUCCESSFUL" for status in rows.values()) + len(rows) - len(done),
            again=sum(count > 1 for count in done.values()),
            at_once=sum(counted("at once").values()),
            locked=len(locked),
            web_requests=len(load.times),
            web_errors=load.errors + max(0, len(load.times) - len(counted("web"))),
            web_p99_ms=round(quantile(load.times, 0.99) * 1000, 1),
            recovery_p50=round(quantile(self.recoveries, 0.5), 2),
            recovery_max=round(max(self.recoveries, default=0), 2),
            seconds=round(seconds, 1),
        )


def counted(about):
    """How often each name has such an effect."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, count(*) FROM effect WHERE about = %s GROUP BY name", [about])
        return dict(cursor.fetchall())


def quantile(values, share):
    return sorted(values)[min(int(len(values) * share), len(values) - 1)] if values else 0.0
