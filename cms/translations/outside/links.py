"""Gives, finds and revokes links for translators outside."""

from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from cms.translations.may import may
from cms.translations.models import OutsideLink

#: Bytes of a key, days of its life at most, and the most that are open for one page and language.
KEY_BYTES, MOST_DAYS, MOST_OPEN = 32, 30, 20


def link_give(*, translation: Translation, name: str, days: int, user: Any) -> tuple[Any, str]:
    """The link and its key, which is told this once. Raises PermissionDenied, ValidationError."""
    if not may(user, "review", translation.target_locale_id):
        raise PermissionDenied(_("Only reviewers of the language may do this."))
    if not name.strip() or len(name) > 80:
        raise ValidationError(_("Say who is to translate, in 80 characters at most."))
    if not 1 <= days <= MOST_DAYS:
        raise ValidationError(_("A link is open for 1 to 30 days."))
    if len(links_open(translation)) >= MOST_OPEN:
        raise ValidationError(_("There are many open links already: revoke one first."))
    key = token_urlsafe(KEY_BYTES)
    link = OutsideLink.objects.create(
        translation=translation, digest=digest_of(key), name=name.strip(), given_by=user,
        expires_at=timezone.now() + timedelta(days=days),
    )  # fmt: skip
    return link, key


def links_open(translation: Translation) -> list[OutsideLink]:
    now = timezone.now()
    held = OutsideLink.objects.filter(translation=translation, revoked_at=None, expires_at__gt=now)
    return list(held)


def link_revoke(*, link: OutsideLink, user: Any) -> None:
    if not may(user, "review", link.translation.target_locale_id):
        raise PermissionDenied(_("Only reviewers of the language may do this."))
    if link.revoked_at is None:
        link.revoked_at = timezone.now()
        link.save(update_fields=["revoked_at"])


def link_by(key: str) -> OutsideLink | None:
    found = OutsideLink.objects.filter(digest=digest_of(key)).select_related(
        "given_by", "translation__target_locale", "translation__source__specific_content_type"
    )
    return found.first()


def digest_of(key: str) -> str:
    return sha256(key.encode("utf-8", "replace")).hexdigest()
