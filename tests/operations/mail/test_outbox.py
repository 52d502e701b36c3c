"""The outbox: finished bytes in the transaction of their cause, nothing injected, limits kept."""

from email import message_from_bytes, policy

import pytest
from django.contrib.auth import get_user_model
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import DatabaseError, connection, transaction
from django_tasks_db.models import DBTaskResult

from cms.operations.mail.outbox import MailRefused, mail_queue
from cms.operations.models import OutgoingMail
from tests.operations.mail.conftest import write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("outbox")]


def parsed(row):
    return message_from_bytes(bytes(row.content), policy=policy.default)


def tasks():
    return DBTaskResult.objects.filter(task_path__endswith="mail_send").count()


def test_a_mail_is_a_row_per_recipient_with_the_same_bytes_and_a_task_each():
    rows = write("a@example.org", "b@example.org", cc=["c@example.org"], bcc=["d@example.org"])
    assert [row.recipient[0] for row in rows] == ["a", "b", "c", "d"]
    assert len({bytes(row.content) for row in rows}) == 1
    assert {row.state for row in rows} == {"queued"}
    assert tasks() == 4


def test_blind_copies_stand_in_the_envelope_alone():
    (_to, blind) = write("a@example.org", bcc=["titkos@example.org"])
    assert blind.recipient == "titkos@example.org"
    assert b"titkos" not in bytes(blind.content)


def test_an_address_named_twice_gets_one_mail():
    write("a@example.org", cc=["Másik név <a@EXAMPLE.org>"])
    assert OutgoingMail.objects.count() == 1


def test_the_head_says_what_it_is_and_where_it_comes_from():
    (row,) = write("Ő <o@example.org>", subject="Ülés: árvíztűrő")[:1]
    head = parsed(row)
    assert head["Subject"] == "Ülés: árvíztűrő"
    assert head["To"] == "Ő <o@example.org>"
    assert head["Message-ID"] == row.message_id
    assert row.message_id.endswith("@kerekasztal.example>")
    assert head["Auto-Submitted"] == "auto-generated"
    assert head["List-Id"] == "<notices.kerekasztal.example>"
    assert "/admin/account/" in head["List-Unsubscribe"]
    assert row.sender == "iroda@kerekasztal.example"


def test_a_mail_about_an_account_is_no_list():
    (row,) = write("a@example.org", kind="account")
    assert row.secret
    assert parsed(row)["List-Id"] is None


def test_headers_of_a_message_win():
    (row,) = write("a@example.org", headers={"auto-submitted": "auto-replied", "List-Id": "<x.y>"})
    assert parsed(row)["Auto-Submitted"] == "auto-replied"
    assert parsed(row)["List-Id"] == "<x.y>"


def test_attachments_and_alternatives_are_in_the_bytes():
    message = EmailMultiAlternatives("T", "Szöveg", to=["a@example.org"])
    message.attach_alternative("<p>Szöveg</p>", "text/html")
    message.attach("napirend.txt", "első pont", "text/plain")
    (row,) = mail_queue(message=message)
    assert parsed(row).get_body(("html",)).get_content().strip() == "<p>Szöveg</p>"
    assert [part.get_filename() for part in parsed(row).iter_attachments()] == ["napirend.txt"]


def test_what_is_rolled_back_sends_nothing():
    with pytest.raises(RuntimeError), transaction.atomic():
        get_user_model().objects.create_user("uj", "uj@example.org")
        write("uj@example.org")
        raise RuntimeError
    assert not OutgoingMail.objects.exists()
    assert tasks() == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"subject": "Tárgy\nBcc: x@example.org"},
        {"subject": "Tárgy\r\nBcc: x@example.org"},
        {"headers": {"X-Ok": "a\nBcc: x@example.org"}},
        {"from_email": "Név\nBcc: x@example.org <a@example.org>"},
        {"reply_to": ["a@example.org\nBcc: x@example.org"]},
    ],
)
def test_a_line_break_in_the_head_raises_one_sentence(wrong):
    with pytest.raises(MailRefused) as caught:
        write("a@example.org", **wrong)
    assert len(caught.value.messages) == 1
    assert "x@example.org" not in OutgoingMail.objects.values_list("recipient", flat=True)
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize(
    "address", ["a@example.org\nBcc: x@example.org", "a@example.org, b@example.org", "nem cím", "@"]
)
def test_what_is_no_address_raises_one_sentence(address):
    with pytest.raises(MailRefused) as caught:
        write(address)
    assert "\n" not in caught.value.messages[0]
    assert not OutgoingMail.objects.exists()


def test_a_swallowed_fault_leaves_the_transaction_usable():
    with transaction.atomic():
        with connection.execute_wrapper(failing), pytest.raises(DatabaseError):
            write("a@example.org")
        assert OutgoingMail.objects.count() == 0


def failing(execute, sql, params, many, context):
    if sql.startswith("INSERT") and "outgoingmail" in sql:
        return execute(f"nonsense {sql}", params, many, context)
    return execute(sql, params, many, context)


def test_an_address_gets_so_many_mails_an_hour(settings):
    settings.MAIL_LIMIT_HOUR = 2
    rows = [write("a@example.org")[0] for _ in range(3)]
    assert [row.state for row in rows] == ["queued", "queued", "failed"]
    assert rows[2].fault == "limit"
    assert rows[2].content is not None
    assert write("b@example.org")[0].state == "queued"


def test_the_limit_of_account_mails_is_told_once_and_keeps_no_key(settings):
    settings.MAIL_LIMIT_ACCOUNT_HOUR = 1
    for _ in range(4):
        write("a@example.org", kind="account")
    states = OutgoingMail.objects.order_by("pk").values_list("state", "fault")
    assert list(states) == [("queued", ""), ("failed", "limit")]
    assert OutgoingMail.objects.get(state="failed").content is None
    assert write("a@example.org")[0].state == "queued"


def test_a_mail_of_unknown_kind_counts_as_secret():
    message = EmailMultiAlternatives("T", "Szöveg", to=["a@example.org"])
    assert get_connection().send_messages([message]) == 1
    assert OutgoingMail.objects.get().secret
