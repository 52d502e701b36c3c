"""Mails about accounts: their text is a key, so they are a kind of their own."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from wagtail.admin.forms.auth import PasswordResetForm as WagtailPasswordResetForm

from cms.operations.mail.render import mail_message, mail_rendered
from cms.operations.templatetags.mail import language_for


class PasswordResetForm(WagtailPasswordResetForm):
    """Sends our mail in the user's own language; the address of the link is the site's, whatever
    host the request named."""

    def send_mail(  # noqa: PLR0917  (as Django's form is called)
        self, subject_template_name: str, email_template_name: str, context: dict[str, Any],
        from_email: str | None, to_email: str, html_email_template_name: str | None = None,
    ) -> None:  # fmt: skip
        key = {"uidb64": context["uid"], "token": context["token"]}
        about = {
            "user": context["user"],
            "link": reverse("wagtailadmin_password_reset_confirm", kwargs=key),
            "hours": settings.PASSWORD_RESET_TIMEOUT // 3600,
        }
        language = language_for(context["user"])
        rendered = mail_rendered("operations/email/password_reset", about, language)
        mail_message(rendered, to_email, "account", from_email=from_email).send()
