"""What an answer of the mail server means, and its words without addresses (RFC 5321, 3463)."""

import re

from cms.operations.models import MailFault

#: Codes by which a server asks for a login or refuses it (RFC 4954), and its words where it
#: refuses to relay for whoever did not log in: neither is about the recipient.
LOGIN_CODES = {530, 534, 535, 538}
LOGIN_WORDS = re.compile(r"\b5\.7\.[089]\b|\brelay|\bauthenticat", re.IGNORECASE)
#: The server is closing: nothing that it says now is about this mail.
CLOSING = 421
#: Characters of a reply that are kept.
LONGEST = 200


class Undelivered(Exception):
    """A mail that was not sent, or not certainly (`doubtful`). Holds no address, nor does its text:
    it ends up in the row of the task."""

    def __init__(self, fault: MailFault, reply: str = "", *, doubtful: bool = False) -> None:
        super().__init__(f"{fault}: {reply}" if reply else str(fault))
        self.fault = fault
        self.reply = reply
        self.doubtful = doubtful


def refusal(step: str, code: int, reply: bytes | str) -> Undelivered:
    """What a refusing answer to `step` (mail, rcpt, data) means."""
    words = plain(reply)
    return Undelivered(_fault(step, code, words), f"{code} {words}"[:LONGEST].strip())


def _fault(step: str, code: int, words: str) -> MailFault:
    if code == CLOSING:
        return MailFault.CONNECTION
    if code in LOGIN_CODES:
        return MailFault.LOGIN
    if code < 500:
        return MailFault.LATER
    if LOGIN_WORDS.search(words):
        return MailFault.LOGIN
    return MailFault.SENDER if step == "mail" else MailFault.RECIPIENT


def plain(reply: bytes | str) -> str:
    """A server's words on one line, without what is or holds an address."""
    text = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else str(reply)
    text = re.sub(r"\S*@\S*", "…", text)
    return "".join(c for c in " ".join(text.split()) if c.isprintable())[:LONGEST]
