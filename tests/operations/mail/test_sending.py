"""Each end of a dialogue with a real mail server, and what the mail's row says of it."""

import pytest

from cms.operations.mail.states import mail_take
from cms.operations.models import OutgoingMail
from cms.operations.waiting import run_waiting
from tests.operations.mail.conftest import close_transports, work, write
from tests.operations.mail.server import MailServer, login

pytestmark = pytest.mark.django_db


def sent(server, *steps, rounds=1, **more):
    """A mail for which the server has this plan, after so many attempts."""
    server.plan("a@example.org", *steps)
    (mail,) = write("a@example.org", **more)
    work(rounds)
    mail.refresh_from_db()
    return mail


def test_a_mail_arrives_byte_for_byte_in_its_envelope(server):
    mail = sent(server, subject="Tárgy ő", text=".pont az elején\nárvíz\n..\n")
    (taken,) = server.taken
    assert taken.content == bytes(mail.content)
    assert taken.message.get_content().splitlines() == [".pont az elején", "árvíz", ".."]
    assert (taken.sender, taken.recipient) == ("iroda@kerekasztal.example", "a@example.org")
    assert (mail.state, mail.fault, mail.attempts) == ("sent", "", 1)
    assert mail.sent_at is not None


@pytest.mark.parametrize(("step", "code"), [("550", "550"), ("554", "554")])
def test_a_refusal_of_the_recipient_or_the_mail_fails_it(server, step, code):
    mail = sent(server, step, rounds=3)
    assert (mail.state, mail.fault, mail.attempts) == ("failed", "recipient", 1)
    assert mail.reply.startswith(code)
    assert "@" not in mail.reply
    assert server.taken == []


@pytest.mark.parametrize("step", ["451", "451-data", "drop before"])
def test_what_may_pass_is_tried_again_with_the_same_bytes(server, step):
    mail = sent(server, step, step, rounds=2)
    assert (mail.state, mail.doubts) == ("queued", 0)
    assert mail.fault == ("connection" if step == "drop before" else "later")
    work()
    mail.refresh_from_db()
    assert (mail.state, mail.fault, mail.attempts) == ("sent", "", 3)
    assert [taken.message["Message-ID"] for taken in server.taken] == [mail.message_id]


def test_a_break_after_data_may_send_it_twice_as_the_same_mail(server):
    mail = sent(server, "drop after", rounds=2)
    assert (mail.state, mail.doubts) == ("sent", 1)
    assert server.handler.breaks_after == 1
    first, second = server.taken
    assert first.content == second.content == bytes(mail.content)


def test_after_three_breaks_a_person_decides(server):
    mail = sent(server, *["drop after"] * 5, rounds=6)
    assert (mail.state, mail.fault, mail.doubts) == ("uncertain", "broken", 3)
    assert len(server.taken) == 3


def test_with_hold_nothing_doubtful_is_sent_again(server, settings):
    settings.MAIL_DOUBT = "hold"
    mail = sent(server, "drop after", rounds=3)
    assert (mail.state, mail.fault) == ("uncertain", "broken")
    assert len(server.taken) == 1


def test_the_time_limit_of_an_answer_is_kept_and_leaves_a_doubt(server, settings):
    settings.EMAIL_TIMEOUT = 1
    settings.MAIL_DOUBT = "hold"
    mail = sent(server, "delay 3")
    assert (mail.state, mail.fault) == ("uncertain", "broken")


def test_a_server_that_is_out_fails_nothing_and_gets_all_when_it_is_back(server):
    server.stop()
    mails = [write(f"{name}@example.org")[0] for name in "abc"]
    work(4)
    assert set(OutgoingMail.objects.values_list("state", flat=True)) == {"queued"}
    assert OutgoingMail.objects.filter(fault="connection").exists()
    server.start()
    work()
    assert {taken.recipient[0] for taken in server.taken} == set("abc")
    assert len(server.taken) == len(mails)


def test_a_server_that_is_out_is_asked_once_and_not_for_each_mail(server):
    server.stop()
    for name in "abc":
        write(f"{name}@example.org")
    run_waiting()
    run_waiting()
    assert sum(OutgoingMail.objects.values_list("attempts", flat=True)) == 1


def test_a_refused_sender_fails_nothing(server):
    server.handler.mail_from = "550 5.7.1 <iroda@kerekasztal.example> sender not known here"
    mail = sent(server, rounds=3)
    assert (mail.state, mail.fault) == ("queued", "sender")
    assert "@" not in mail.reply
    server.handler.mail_from = ""
    work()
    mail.refresh_from_db()
    assert mail.state == "sent"


@pytest.fixture
def closed_server(settings, outbox):
    """A server that asks for a login."""
    made = MailServer(authenticator=login, auth_required=True, auth_require_tls=False)
    made.start()
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", made.port, 5
    settings.EMAIL_HOST_USER = "office"
    yield made
    close_transports()
    made.stop()


@pytest.mark.filterwarnings("ignore:Requiring AUTH:UserWarning")
def test_a_wrong_password_fails_nothing_and_the_right_one_sends(closed_server, settings):
    settings.EMAIL_HOST_PASSWORD = "wrong"
    mail = sent(closed_server, rounds=3)
    assert (mail.state, mail.fault) == ("queued", "login")
    settings.EMAIL_HOST_PASSWORD = "right"
    work()
    mail.refresh_from_db()
    assert mail.state == "sent"


@pytest.mark.filterwarnings("ignore:Requiring AUTH:UserWarning")
def test_a_forgotten_login_fails_nothing(closed_server, settings):
    settings.EMAIL_HOST_USER = ""
    mail = sent(closed_server)
    assert (mail.state, mail.fault) == ("queued", "login")


def test_starttls_that_is_not_offered_is_not_done_without(server, settings):
    settings.EMAIL_USE_TLS = True
    mail = sent(server)
    assert (mail.state, mail.fault) == ("queued", "connection")
    assert server.taken == []


def test_one_connection_serves_several_mails_and_a_refused_one(server):
    server.plan("b@example.org", "550")
    for name in "abc":
        write(f"{name}@example.org")
    work()
    assert len(server.taken) == 2
    assert server.handler.connections == 1


def test_a_key_is_gone_when_it_is_sent_and_when_it_is_refused(server):
    assert sent(server, kind="account").content is None
    assert sent(server, "550", kind="account").content is None
    assert sent(server).content is not None


def test_a_dialogue_that_a_killed_process_left_is_sent_once_more(server):
    (mail,) = write("a@example.org")
    mail_take(mail_id=mail.pk)
    work()
    mail.refresh_from_db()
    assert (mail.state, mail.doubts, len(server.taken)) == ("sent", 1, 1)


def test_a_dialogue_that_a_killed_process_left_is_held(server, settings):
    settings.MAIL_DOUBT = "hold"
    (mail,) = write("a@example.org")
    mail_take(mail_id=mail.pk)
    work(2)
    mail.refresh_from_db()
    assert (mail.state, mail.fault, server.taken) == ("uncertain", "killed", [])


def test_who_lost_the_mail_hands_nothing_over(server):
    from cms.operations.mail.dialogue import NotOurs
    from cms.operations.mail.sending import transport
    from cms.operations.mail.states import is_ours, mail_sent

    (mail,) = write("a@example.org")
    old = mail_take(mail_id=mail.pk)
    new = mail_take(mail_id=mail.pk)
    with pytest.raises(NotOurs):
        transport().deliver(old, lambda: is_ours(old))
    assert server.taken == []
    assert not mail_sent(old)
    assert mail_sent(new)


def test_without_a_server_the_worker_prints_it(outbox, settings, capsys):
    settings.EMAIL_HOST = ""
    (mail,) = write("a@example.org", subject="Tárgy", text="Szöveg ő\n")
    work()
    mail.refresh_from_db()
    assert mail.state == "sent"
    printed = capsys.readouterr().out
    assert "Subject: Tárgy" in printed
    assert "Szöveg ő" in printed


def test_a_mail_that_is_gone_is_no_failure(server):
    (mail,) = write("a@example.org")
    mail.delete()
    work()
    assert server.taken == []
