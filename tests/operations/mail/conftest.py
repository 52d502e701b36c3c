"""A mail server, the outbox as the site's way to send mail, and the tasks that wait."""

import pytest
from django.core.mail import EmailMessage
from django_tasks_db.models import DBTaskResult

from cms.operations.mail import sending
from cms.operations.models import OutgoingMail
from cms.operations.waiting import run_waiting
from tests.operations.mail.server import MailServer


@pytest.fixture
def outbox(settings):
    """Mails are written to the outbox, not to Django's list of the tests."""
    settings.EMAIL_BACKEND = "cms.operations.mail.backend.OutboxBackend"
    settings.MAIL_DOMAIN = "kerekasztal.example"
    settings.DEFAULT_FROM_EMAIL = "Kerekasztal <iroda@kerekasztal.example>"


@pytest.fixture
def server(settings, outbox):
    made = MailServer().start()
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", made.port
    settings.EMAIL_TIMEOUT = 5
    yield made
    close_transports()
    made.stop()


def close_transports():
    for made in sending._transports.values():
        made.close() if hasattr(made, "close") else None
    sending._transports.clear()


def write(*recipients, subject="Tárgy", text="Szöveg.\n", **more):
    """Queue a mail; its rows."""
    last = OutgoingMail.objects.order_by("pk").last()
    kind = more.pop("kind", "notice")
    message = EmailMessage(subject, text, to=list(recipients), **more)
    message.kind = kind
    message.send()
    return list(OutgoingMail.objects.filter(pk__gt=last.pk if last else 0).order_by("pk"))


def work(rounds=1):
    """Run what waits, so many times; what asked for a later attempt waits for no time."""
    for _round in range(rounds):
        run_waiting()
        for made in sending._transports.values():
            made.closed_until = 0.0
        DBTaskResult.objects.filter(status="READY").update(run_after=NOW)


NOW = "2001-01-01T00:00Z"
