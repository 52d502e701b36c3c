"""What kinds of mail there are; an upper room registers its own in `AppConfig.ready()`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class MailKind:
    """What holds for all mails of a kind.

    `secret`: the text is a key, never shown and stripped when sent. `priority` is that of the
    task, from -100 to 100. `list_name` makes the List-Id (RFC 2919) and `leave()` gives the
    address of List-Unsubscribe (RFC 2369): for mails that somebody may want no more of.
    """

    name: str
    label: Any
    secret: bool = False
    priority: int = 0
    list_name: str = ""
    leave: Callable[[], str] | None = None
    own_limit: str = ""

    @property
    def per_hour(self) -> int | None:
        """Mails of this kind alone that one address may be sent within an hour."""
        return getattr(settings, self.own_limit) if self.own_limit else None


def notification_settings() -> str:
    """Where a user says which mails about pages they want."""
    from django.urls import reverse  # noqa: PLC0415  (the addresses are loaded after the settings)

    return f"{settings.WAGTAILADMIN_BASE_URL}{reverse('wagtailadmin_account')}#tab-notifications"


#: A mail of which nothing is known might hold a key.
OTHER = MailKind("other", _("other mail"), secret=True)
ACCOUNT = MailKind(
    "account", _("about an account"), secret=True, priority=50, own_limit="MAIL_LIMIT_ACCOUNT_HOUR"
)
NOTICE = MailKind(
    "notice", _("about work on pages"), list_name="notices", leave=notification_settings
)

_kinds = {kind.name: kind for kind in (OTHER, ACCOUNT, NOTICE)}


def register_mail_kind(kind: MailKind) -> None:
    _kinds[kind.name] = kind


def mail_kind(name: str) -> MailKind:
    return _kinds.get(name, OTHER)


def mail_kinds() -> list[MailKind]:
    return list(_kinds.values())


def kind_of(message: Any) -> MailKind:
    """The kind that a message says it is (its attribute `kind`).

    Wagtail's notifications say nothing but that they are automatic (RFC 3834).
    """
    if name := getattr(message, "kind", ""):
        return mail_kind(name)
    headers = {name.lower(): value for name, value in message.extra_headers.items()}
    return NOTICE if headers.get("auto-submitted") == "auto-generated" else OTHER
