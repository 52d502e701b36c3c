"""Mails to operators: past the outbox, one a minute, without what tells who somebody is."""

import logging

import pytest
import time_machine

from cms.operations.mail.error_mails import PAUSE_SECONDS, ErrorMailHandler
from cms.operations.models import OutgoingMail
from cms.settings.logs import line_formatter, logging_settings


@pytest.fixture
def logger(server, settings):
    """A logger whose errors go to the operators by the real server."""
    settings.ADMINS = [("", "ops@example.org")]
    settings.SERVER_EMAIL = "iroda@kerekasztal.example"
    made = logging.Logger("of a test")
    made.handler = ErrorMailHandler()
    made.handler.setFormatter(line_formatter("text"))
    made.addHandler(made.handler)
    return made


def fault(logger, words="Nothing is right for jane@example.org"):
    try:
        raise ValueError(words)
    except ValueError:
        logger.exception("%s\r\nBcc: x@example.org", words, extra={"user": "jane"})


def test_it_is_sent_at_once_without_the_database(server, logger):
    """No database: this test may not touch one."""
    fault(logger)
    (taken,) = server.taken
    assert taken.recipient == "ops@example.org"
    text = taken.message.get_content()
    assert "ValueError" in text
    assert "Nothing is right" in text
    whole = taken.content.decode()
    assert "jane" not in whole
    assert "Bcc" not in taken.message
    assert taken.message["Auto-Submitted"] == "auto-generated"
    assert taken.message["Subject"].startswith("[kerekasztal.example] ERROR: Nothing is right")


def test_at_most_one_leaves_in_a_minute_and_the_next_counts_the_rest(server, logger):
    with time_machine.travel(0, tick=False) as clock:
        for _number in range(3):
            fault(logger)
        assert len(server.taken) == 1
        clock.shift(PAUSE_SECONDS + 1)
        logger.handler.next_at = 0.0
        fault(logger)
    assert len(server.taken) == 2
    assert "2 further errors" in server.taken[1].message.get_content()


def test_a_server_that_is_away_raises_nothing(server, logger, capsys):
    server.stop()
    fault(logger)
    assert "Connection refused" in capsys.readouterr().err


@pytest.mark.django_db
def test_nothing_of_it_is_in_the_outbox(server, logger):
    fault(logger)
    assert not OutgoingMail.objects.exists()


def test_only_who_names_an_address_gets_them():
    assert logging_settings("INFO", "text")["root"]["handlers"] == ["stderr"]
    assert "operators" in logging_settings("INFO", "text", error_mails=True)["root"]["handlers"]
