"""Mail and real worker processes: kills, an outage, refusals; no transaction around a dialogue."""

import time

import pytest
from django.db import connection

from cms.operations.models import OutgoingMail
from tests.operations.mail.conftest import write
from tests.operations.mail.server import MailServer
from tests.operations.mail.soak import Plan, Soak, sends_to
from tests.operations.queue.conftest import (
    FAST,
    database,  # noqa: F401  (a fixture)
    shared,  # noqa: F401  (a fixture)
    until,
)
from tests.operations.queue.nursery import Nursery

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("outbox")]
LIMIT_SECONDS = 0.5


@pytest.fixture
def started(database, tmp_path, settings):  # noqa: F811  (the fixture)
    """Starts workers that send to a server, by a policy; ends both."""
    settings.MAIL_LIMIT_HOUR = 10**6
    OutgoingMail.objects.all().delete()
    server, nurseries = MailServer().start(), []

    def start(doubt="resend"):
        with sends_to(server, doubt):
            nurseries.append(Nursery(database.url, tmp_path))
        return server, nurseries[0]

    yield start
    server.stop()
    for nursery in nurseries:
        nursery.close()


@pytest.mark.parametrize("doubt", ["resend", "hold"])
def test_nothing_is_lost_and_no_more_sent_twice_than_broke(started, doubt):
    server, nursery = started(doubt)
    plan = Plan(mails=60, kill_every=0.7, out_seconds=1, patience=120, timing=FAST)
    found = Soak(nursery, server, plan).run()
    assert found.is_whole, found
    assert found.mails == found.sent + found.failed + found.uncertain == 60
    assert found.kills >= 2
    assert doubt == "resend" or found.duplicates == 0, found


def test_others_write_while_a_server_takes_its_time(started):
    server, nursery = started()
    server.plan("a@example.org", "delay 3")
    (mail,) = write("a@example.org")
    tree = nursery.start("worker", 1, FAST)
    assert server.handler.open_dialogue.wait(60)
    begun = time.monotonic()
    OutgoingMail.objects.filter(pk=mail.pk).update(kind="notice")
    took = time.monotonic() - begun
    waiting = open_transactions()
    until(lambda: OutgoingMail.objects.get(pk=mail.pk).state == "sent", seconds=60)
    while not tree.is_gone():
        tree.kill()
        time.sleep(0.02)
    assert took < LIMIT_SECONDS
    assert waiting == 0


def open_transactions():
    """Sessions of others that hold a transaction open, where the database can tell."""
    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
            "AND state LIKE 'idle in transaction%' AND pid <> pg_backend_pid()"
        )
        return cursor.fetchone()[0]
