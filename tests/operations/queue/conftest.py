"""Fixtures: a database that other processes see, and worker trees on it."""

import time

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult

from cms.operations.models import Worker
from tests.operations.queue.copy import database_copy
from tests.operations.queue.nursery import Nursery

#: Short times, still longer than a loaded machine keeps a process waiting.
FAST = {"poll": 0.05, "beat": 0.3, "lease": 2.5, "backoff": 0.1, "hard_end": 1}


@pytest.fixture(scope="session")
def shared(django_db_setup, django_db_blocker, tmp_path_factory):
    """The copy and the process that starts trees on it: seconds, so once a session."""
    folder = tmp_path_factory.mktemp("queue")
    with django_db_blocker.unblock(), database_copy(folder) as copy:
        nursery = Nursery(copy.url, folder)
        yield copy, nursery
        nursery.close()


@pytest.fixture
def database(shared, django_db_blocker):
    """The copy as the default database of this thread, with an empty queue."""
    copy, _ = shared
    with django_db_blocker.unblock(), copy.lead():
        for model in (DBTaskResult, Worker):
            model.objects.all().delete()
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM effect")
        yield copy


class Workers:
    """Starts trees and ends them with the test."""

    def __init__(self, nursery):
        self.nursery = nursery
        self.trees = []

    def start(self, processes=2, **timing):
        tree = self.nursery.start("worker", processes, FAST | timing)
        self.trees.append(tree)
        until(lambda: len(tree.workers()) == processes)
        until(lambda: Worker.objects.filter(pid__in=tree.workers()).count() == processes)
        return tree

    def end(self):
        for tree in self.trees:
            while not tree.is_gone():
                tree.kill()
                time.sleep(0.02)


@pytest.fixture
def workers(shared, database):
    workers = Workers(shared[1])
    yield workers
    workers.end()


def until(condition, seconds=20):
    """Wait for a condition; fails where it does not come."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "did not come in time"
        time.sleep(0.03)


def effects(name):
    """What the attempts at a task wrote, in order."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT about FROM effect WHERE name = %s ORDER BY rowid", [name])
        return [about for (about,) in cursor.fetchall()]


def row_of(result):
    return DBTaskResult.objects.get(pk=result.id)


def finished(*results):
    """Wait until all of these tasks ended; their rows."""
    until(lambda: all(row_of(result).status in {"FAILED", "SUCCESSFUL"} for result in results))
    return [row_of(result) for result in results]
