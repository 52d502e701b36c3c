"""Who comes by a link: stands where a user does, may translate the one page, and nothing else."""

from dataclasses import dataclass, field
from typing import Any

from cms.translations.may import Roles, may
from cms.translations.models import OutsideLink


@dataclass(frozen=True)
class Guest:
    """Has no row among the users: what it writes names no account."""

    link: OutsideLink
    pk: None = None
    is_active: bool = True
    is_superuser: bool = False
    is_anonymous: bool = False
    is_authenticated: bool = False
    _language_roles: Roles = field(default_factory=Roles)

    @property
    def translation_id(self) -> int:
        return self.link.translation_id

    @property
    def name(self) -> str:
        return self.link.name

    def __str__(self) -> str:
        return self.link.name


def guest_of(link: OutsideLink) -> Guest | None:
    """None where the link opens nothing any more."""
    locale_id = link.translation.target_locale_id
    if not link.is_open or not link.translation.enabled:
        return None
    if not may(link.given_by, "review", locale_id):
        return None
    return Guest(link, _language_roles=Roles(translates=frozenset({locale_id})))


def account_of(user: Any) -> Any:
    """The user whose row is named by what somebody writes; None for a guest."""
    return None if isinstance(user, Guest) else user


def name_of(user: Any) -> str:
    """What a guest is called; empty for users, who are named by their row."""
    return user.name if isinstance(user, Guest) else ""
