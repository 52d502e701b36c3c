"""Who of the teams is told, and how a mail to one person is made."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.urls import reverse
from wagtail.users.models import UserProfile

from cms.operations.jobs.reviews import language_of
from cms.operations.mail.render import mail_message, mail_rendered


def members(locale_ids: Any) -> list[Any]:
    """Translators and reviewers of languages who have an address and want mails about work."""
    users = get_user_model()._default_manager.filter(
        Q(groups__translates__locale_id__in=locale_ids)
        | Q(groups__reviews__locale_id__in=locale_ids),
        is_active=True,
    )
    return [user for user in users.exclude(email="").distinct().order_by("pk") if wants(user)]


def wants(user: Any) -> bool:
    """As the account's page of mails says: of what is submitted to them."""
    return bool(UserProfile.get_for_user(user).submitted_notifications)


def tell(user: Any, name: str, context: dict[str, Any]) -> None:
    """Queue the mail `translations/email/<name>`, in the language of the user's admin."""
    given = {**context, "user": user, "settings": settings}
    rendered = mail_rendered(f"translations/email/{name}", given, language_of(user))
    mail_message(
        rendered, user.email, "notice", headers={"Auto-Submitted": "auto-generated"}
    ).send()


def desk_of(translation: Any) -> str:
    """A path."""
    return reverse("desk:edit", args=[translation.uuid])
