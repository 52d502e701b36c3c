"""What a person does with a mail that failed or is uncertain, and how mails are forgotten."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.operations.mail.kinds import mail_kind
from cms.operations.mail.sending import mail_send
from cms.operations.mail.states import mail_requeued, mail_rested, mails_stripped
from cms.operations.models import OutgoingMail


def mail_again(*, mail: OutgoingMail, user: Any) -> None:
    """Send a failed or uncertain mail again: the same bytes. Raises ValidationError."""
    with transaction.atomic():
        if not mail_requeued(mail):
            raise ValidationError(_("This mail cannot be sent again: look at its state."))
        mail_send.using(priority=mail_kind(mail.kind).priority).enqueue(mail.pk)
        log(mail, "mail.again", user=user)


def mail_rest(*, mail: OutgoingMail, user: Any) -> None:
    """Nothing more is to be done about it; a waiting one is not sent. Raises ValidationError."""
    with transaction.atomic():
        if not mail_rested(mail, now=timezone.now()):
            raise ValidationError(_("There is nothing to let rest: look at the mail's state."))
        log(mail, "mail.rest", user=user)


def mails_strip(*, older_than: timedelta) -> int:
    """Take texts and addresses from mails that are done with for so long; how many it were."""
    return mails_stripped(before=timezone.now() - older_than)


def mails_strip_due() -> int:
    """The same after the time of the setting: what the schedule calls each night."""
    return mails_strip(older_than=timedelta(days=settings.MAIL_KEEP_DAYS))
