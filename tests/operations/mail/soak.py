"""Mails under kills, with a server that refuses, defers, delays, breaks off and goes away.

`python -m tests.operations.mail.soak` runs the whole (300 mails, a kill a second) for both
policies, on SQLite or the PostgreSQL at TEST_DATABASE_URL; a short form of it is a test.
"""

import json
import logging
import os
import random
import signal
import sys
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from unittest.mock import patch

from tests.operations.mail.server import MailServer

#: What the server does to the first attempts at a mail; most are taken.
STEPS = ["451", "451-data", "550", "554", "drop before", "drop after", "delay 0.3"]
#: Seconds after which a mail is tried again, and an idle connection is left.
PAUSES = {"server": 0.2, "server_longest": 1, "asked": 0.3, "asked_longest": 1, "idle": 2}


@contextmanager
def sends_to(server, doubt="resend"):
    """The variables by which processes that are started meanwhile send to `server`."""
    variables = {
        "EMAIL_URL": f"smtp://127.0.0.1:{server.port}?timeout=5", "MAIL_DOUBT": doubt,
        "EMAIL_FROM": "iroda@kerekasztal.example", "MAIL_LIMIT_HOUR": "1000000",
        "TEST_MAIL_PAUSES": json.dumps(PAUSES),
    }  # fmt: skip
    with patch.dict(os.environ, variables):
        yield


@dataclass
class Plan:
    mails: int = 300
    kill_every: float = 1
    out_seconds: float = 3
    patience: float = 400
    timing: dict = field(default_factory=dict)


@dataclass
class Found:
    """`lost`: sent or still waiting, and not received. `unlisted`: not received, and nobody is told
    that they may not have been."""

    mails: int
    kills: int
    breaks: int
    doubts: int
    sent: int
    failed: int
    uncertain: int
    lost: int
    duplicates: int
    other_ids: int
    unlisted: int
    seconds: float

    @property
    def is_whole(self):
        few = self.duplicates <= self.breaks + self.kills
        return few and not (self.lost or self.other_ids or self.unlisted)


class Soak:
    def __init__(self, nursery, server, plan):
        self.nursery, self.server, self.plan = nursery, server, plan
        self.random = random.Random(8)  # noqa: S311  (the same each time)
        self.kills = 0

    def run(self):
        begun = time.monotonic()
        self.write()
        self.tree = self.nursery.start("worker", 3, self.plan.timing)
        kill_at = begun + self.plan.kill_every
        out_at = begun + self.plan.kill_every * 2
        while not self.is_done() and time.monotonic() - begun < self.plan.patience:
            time.sleep(0.05)
            if time.monotonic() > kill_at:
                kill_at = time.monotonic() + self.plan.kill_every
                self.kill_one()
            if time.monotonic() > out_at:
                out_at = float("inf")
                self.go_out()
        self.tree.kill()
        return self.found(time.monotonic() - begun)

    def write(self):
        from django.core.mail import EmailMessage

        for number in range(self.plan.mails):
            address = f"r{number}@example.org"
            if self.random.random() < 0.3:
                self.server.plan(address, self.random.choice(STEPS))
            message = EmailMessage(f"{number}", "Szöveg", "iroda@kerekasztal.example", [address])
            message.kind = "notice"
            message.send()

    def is_done(self):
        from django_tasks_db.models import DBTaskResult

        return not DBTaskResult.objects.filter(status__in=("READY", "RUNNING")).exists()

    def kill_one(self):
        if found := self.tree.workers():
            os.kill(self.random.choice(found), signal.SIGKILL)
            self.kills += 1

    def go_out(self):
        self.server.stop()
        time.sleep(self.plan.out_seconds)
        self.server.start()

    def found(self, seconds):
        from cms.operations.models import OutgoingMail

        taken = Counter(mail.recipient for mail in self.server.taken)
        ids = {(mail.recipient, mail.message["Message-ID"]) for mail in self.server.taken}
        rows = list(OutgoingMail.objects.all())
        states = Counter(mail.state for mail in rows)
        known = {(mail.recipient, mail.message_id) for mail in rows}
        missed = [mail for mail in rows if not taken[mail.recipient]]
        return Found(
            mails=len(rows), kills=self.kills, breaks=self.server.handler.breaks_after,
            doubts=sum(mail.doubts for mail in rows), sent=states["sent"],
            failed=states["failed"], uncertain=states["uncertain"],
            lost=states["queued"] + states["sending"]
            + sum(mail.state == "sent" for mail in missed),
            duplicates=sum(count - 1 for count in taken.values()),
            other_ids=len(ids - known),
            unlisted=sum(mail.state not in {"failed", "uncertain"} for mail in missed),
            seconds=round(seconds, 1),
        )  # fmt: skip


def main():
    import django

    django.setup()
    logging.getLogger("mail.log").setLevel(logging.WARNING)  # aiosmtpd tells every step
    from django.db import connection

    from tests.operations.queue.fresh import fresh_database

    whole = True
    for doubt in sys.argv[1:] or ["resend", "hold"]:
        server = MailServer().start()
        with sends_to(server, doubt), fresh_database() as nursery:
            found = Soak(nursery, server, Plan()).run()
        server.stop()
        told = "  ".join(f"{key} {value}" for key, value in vars(found).items())
        print(f"{connection.vendor} {doubt:<8}{told}{'' if found.is_whole else '  BROKEN'}")
        whole = whole and found.is_whole and not (doubt == "hold" and found.duplicates)
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main())
