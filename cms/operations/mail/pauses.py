"""Seconds between attempts to send; the setting MAIL_PAUSES changes them, as tests do."""

import random
from dataclasses import dataclass

from django.conf import settings

from cms.operations.models import MailFault


@dataclass(frozen=True)
class Pauses:
    #: after a fault of the server, doubled at each further one, and the longest of these
    server: float = 5
    server_longest: float = 60
    #: after the server asked for a later attempt or broke off (greylisting wants some minutes)
    asked: float = 60
    asked_longest: float = 3600
    #: for which a connection is kept open without a mail
    idle: float = 10

    def of_server(self, faults: int) -> float:
        return min(self.server * 2.0 ** min(faults - 1, 16), self.server_longest)

    def of_mail(self, fault: str, attempts: int) -> float:
        """Until the next attempt at a mail: longer each time, and not all at one moment."""
        if fault in {MailFault.CONNECTION, MailFault.LOGIN, MailFault.SENDER}:
            return spread(self.of_server(attempts))
        return spread(min(self.asked * 2.0 ** min(attempts - 1, 16), self.asked_longest))


def spread(seconds: float) -> float:
    return seconds * random.uniform(1, 1.25)  # noqa: S311  (no secret: mails that wait part ways)


def pauses() -> Pauses:
    return Pauses(**getattr(settings, "MAIL_PAUSES", {}))
