"""Mails a second by three workers, their start included, to a server that takes all of them.

`python -m tests.bench.mail` prints one row, of PostgreSQL with TEST_DATABASE_URL.
"""

import json
import logging
import time

import django
from django.core.mail import EmailMessage
from django.db import connection, transaction

from tests.operations.mail.server import MailServer
from tests.operations.mail.soak import sends_to

MAILS = 1000


def measure(nursery, server):
    begun = time.monotonic()
    with transaction.atomic():
        for number in range(MAILS):
            message = EmailMessage("Tárgy", "Szöveg\n" * 40, to=[f"r{number}@example.org"])
            message.kind = "notice"
            message.send()
    written = time.monotonic()
    tree = nursery.start("worker", 3, {})
    while len(server.taken) < MAILS and time.monotonic() - written < 300:
        time.sleep(0.05)
    seconds = time.monotonic() - written
    while not tree.is_gone():
        tree.kill()
        time.sleep(0.05)
    assert len({mail.recipient for mail in server.taken}) == len(server.taken) == MAILS
    return {"written_s": round(MAILS / (written - begun)), "mails_s": round(MAILS / seconds)}


def main():
    django.setup()
    logging.getLogger("mail.log").setLevel(logging.WARNING)  # aiosmtpd tells every step
    from tests.operations.queue.fresh import fresh_database

    server = MailServer().start()
    with sends_to(server), fresh_database() as nursery:
        row = {"name": "mail", "database": connection.vendor, **measure(nursery, server)}
    server.stop()
    print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
