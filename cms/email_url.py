"""Django's settings of mail from one address, as in `EMAIL_URL` (see `cms.env`)."""

from email.headerregistry import Address
from email.utils import parseaddr
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

#: What serves without an address: the worker prints each mail.
CONSOLE: dict[str, Any] = {"EMAIL_HOST": ""}
#: Seconds that each step of a dialogue may take.
TIMEOUT, LONGEST = 10, 60
#: Ports by the kind of address: submission over TLS and with STARTTLS (RFC 8314, 6409), a relay.
SMTPS, SUBMISSION, RELAY = 465, 587, 25
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
#: Port and passwords would go to a host that the address does not name.
FORM = "names no server: write smtp://user:password@host:587 or smtps://user:password@host."


def email_settings(address: str) -> dict[str, Any]:
    """Django's `EMAIL_…` settings of `address`; raises ValueError with half a sentence."""
    if not address:
        return dict(CONSOLE)
    try:
        url = urlsplit(address)
        _ = url.port
    except ValueError as error:
        raise ValueError("has a wrong host or port.") from error
    if url.scheme not in {"smtp", "smtps"}:
        raise ValueError("starts with neither smtp:// nor smtps://.")
    if url.fragment:
        raise ValueError("contains a #: write it as %23.")
    if not url.hostname or url.path.strip("/"):
        raise ValueError(FORM)
    return _server(url, _options(url))


def _options(url: SplitResult) -> dict[str, str]:
    options = dict(parse_qsl(url.query, keep_blank_values=True))
    if unknown := sorted(set(options) - {"tls", "timeout"}):
        raise ValueError(f"has an unknown option: {unknown[0]}.")
    if options.get("tls", "yes") not in {"yes", "no"}:
        raise ValueError("has a wrong tls: it is yes or no.")
    timeout = options.get("timeout", str(TIMEOUT))
    if not timeout.isascii() or not timeout.isdigit() or not 1 <= int(timeout) <= LONGEST:
        raise ValueError(f"has a wrong timeout: it is a number of seconds from 1 to {LONGEST}.")
    if url.scheme == "smtps" and options.get("tls") == "no":
        raise ValueError("says smtps:// and tls=no: one of them is wrong.")
    return options


def _server(url: SplitResult, options: dict[str, str]) -> dict[str, Any]:
    user, password = unquote(url.username or ""), unquote(url.password or "")
    if bool(user) != bool(password):
        raise ValueError("has only one of user and password.")
    near = url.hostname in LOOPBACK
    starttls = url.scheme == "smtp" and options.get("tls", "no" if near else "yes") == "yes"
    if user and not near and url.scheme == "smtp" and not starttls:
        raise ValueError("would send the password unencrypted: leave tls=no out.")
    port = SMTPS if url.scheme == "smtps" else SUBMISSION if user else RELAY
    return {
        "EMAIL_HOST": url.hostname,
        "EMAIL_PORT": url.port or port,
        "EMAIL_HOST_USER": user,
        "EMAIL_HOST_PASSWORD": password,
        "EMAIL_USE_SSL": url.scheme == "smtps",
        "EMAIL_USE_TLS": starttls,
        "EMAIL_TIMEOUT": int(options.get("timeout", TIMEOUT)),
    }


def mailbox(text: str) -> str:
    """`text` if it is one address, named or not; raises ValueError with half a sentence."""
    name, address = parseaddr(text)
    local, _at, domain = address.rpartition("@")
    wrong = ValueError("is not an address of mail, as in Kerekasztal <office@example.org>.")
    if not local or not domain or any(c in text for c in "\r\n") or text.count("@") > 1:
        raise wrong
    try:
        Address(display_name=name, username=local, domain=domain)
    except (ValueError, IndexError) as error:
        raise wrong from error
    return text
