"""Who of the teams is told, and how a mail to one person is made."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from wagtail.users.models import UserProfile

from cms.operations.jobs.reviews import AUTOMATIC, language_of
from cms.operations.mail.render import mail_message, mail_rendered
from cms.translations.teams import members_of


def members(locale_ids: Any) -> list[Any]:
    """Translators and reviewers of languages who have an address and want mails about work."""
    users = members_of(locale_ids).exclude(email="").order_by("pk")
    return [user for user in users if wants(user)]


def wants(user: Any) -> bool:
    """As the account's page of mails says: of what is submitted to them."""
    return bool(UserProfile.get_for_user(user).submitted_notifications)


def tell(user: Any, name: str, context: dict[str, Any]) -> None:
    """Queue the mail `translations/email/<name>`, in the language of the user's admin."""
    given = {**context, "user": user, "settings": settings}
    rendered = mail_rendered(f"translations/email/{name}", given, language_of(user))
    mail_message(rendered, user.email, "notice", headers=AUTOMATIC).send()


def desk_of(translation: Any) -> str:
    """A path."""
    return reverse("desk:edit", args=[translation.uuid])
