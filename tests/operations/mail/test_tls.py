"""Encrypted connections: a certificate that is known is used, another one sends nothing."""

import ssl

import pytest
import trustme

from cms.operations.models import OutgoingMail
from tests.operations.mail.conftest import close_transports, work, write
from tests.operations.mail.server import MailServer, login

pytestmark = [
    pytest.mark.django_db,
    # aiosmtpd warns where a login is asked for without STARTTLS, also where all is encrypted
    pytest.mark.filterwarnings("ignore:Requiring AUTH"),
]


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture(params=["STARTTLS", "TLS"])
def server(request, authority, settings, outbox):
    """A server that takes a login and mails only over an encrypted connection."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    way = "tls_context" if request.param == "STARTTLS" else "ssl_context"
    made = MailServer(
        **{way: context}, require_starttls=request.param == "STARTTLS",
        authenticator=login, auth_required=True, auth_require_tls=request.param == "STARTTLS",
    )  # fmt: skip
    made.start()
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", made.port, 5
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "office", "right"
    settings.EMAIL_USE_TLS = request.param == "STARTTLS"
    settings.EMAIL_USE_SSL = request.param == "TLS"
    yield made
    close_transports()
    made.stop()


def test_a_mail_is_sent_encrypted(server, authority, monkeypatch, tmp_path):
    known = tmp_path / "known.pem"
    authority.cert_pem.write_to_path(known)
    monkeypatch.setenv("SSL_CERT_FILE", str(known))
    write("a@example.org")
    work()
    assert OutgoingMail.objects.get().state == "sent"
    assert [taken.recipient for taken in server.taken] == ["a@example.org"]


def test_an_unknown_certificate_sends_nothing_and_fails_nothing(server):
    write("a@example.org")
    work()
    mail = OutgoingMail.objects.get()
    assert (mail.state, mail.fault) == ("queued", "connection")
    assert "CERTIFICATE_VERIFY_FAILED" in mail.reply
    assert server.taken == []
