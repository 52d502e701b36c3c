"""Processes of the tests: `python -m tests.operations.schedule_process PROGRAM FOLDER`.

`stock` and `workers` are killed by the kernel once, between the two writes by which Wagtail
publishes a scheduled revision: its hour is cleared, and the page is not yet live.
"""

import os
import signal
import sys
from datetime import UTC, timedelta
from pathlib import Path

import django

FAST = {"poll": 0.05, "beat": 0.3, "lease": 2.5, "backoff": 0.1}


class EachSecond:
    """A rule for tests that cannot wait for a minute."""

    def latest(self, now):
        return now.astimezone(UTC).replace(microsecond=0)

    def next(self, now):
        return self.latest(now) + timedelta(seconds=1)

    def said(self):
        return "each second"


def kill_between_the_writes(folder):
    from django.db.models.signals import pre_save
    from wagtail.models import Page

    def kill_once(sender, instance, **kwargs):
        mark = Path(folder) / "killed"
        if issubclass(sender, Page) and instance.live and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)

    pre_save.connect(kill_once, weak=False)


def stock(folder):
    from wagtail.management.commands.publish_scheduled import Command

    kill_between_the_writes(folder)
    Command().handle(dryrun=False)


def workers(folder):
    kill_between_the_writes(folder)
    tree(2)


def seconds(folder):
    from cms.operations.queue import ticks
    from cms.operations.schedule import registry
    from cms.operations.schedule.due import Clockwork
    from cms.operations.schedule.registry import Job
    from tests.operations.counted import note_once

    registry._jobs = {"seconds": Job("seconds", "Seconds", EachSecond(), note_once)}
    ticks.HOOKS[:] = [(Clockwork().tick, 0.05)]
    tree(3)


def tree(processes):
    from django.conf import settings

    from cms.operations.queue.tree import Tree

    settings.QUEUE_TIMING = FAST
    sys.exit(Tree(processes).run())


if __name__ == "__main__":
    django.setup()
    {"stock": stock, "workers": workers, "seconds": seconds}[sys.argv[1]](sys.argv[2])
