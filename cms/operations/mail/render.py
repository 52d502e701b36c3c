"""A mail in the language of a person: subject, plain text, HTML that MJML makes for all clients.

Templates lie in `templates/operations/email`: `<name>_subject.txt`, `<name>.txt`, `<name>.html`.
The HTML ones extend `layout.html` and are MJML; nothing in them is fetched from anywhere.
"""

from dataclasses import dataclass
from typing import Any

import mrml
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import override

from cms.core.models.site import SiteText
from cms.languages import FALLBACK


@dataclass(frozen=True)
class Rendered:
    subject: str
    text: str
    html: str


def mail_rendered(name: str, context: dict[str, Any], language: str) -> Rendered:
    """The three parts of the mail `name`, such as `operations/email/password_reset`."""
    with override(language):
        return Rendered(
            one_line(render_to_string(f"{name}_subject.txt", context)),
            render_to_string(f"{name}.txt", context).strip() + "\n",
            render_to_string(f"{name}.html", context),
        )


def mail_message(rendered: Rendered, to: str, kind: str, **more: Any) -> EmailMultiAlternatives:
    """A message of a kind (`cms.operations.mail.kinds`), to be sent with `send()`."""
    message = EmailMultiAlternatives(rendered.subject, rendered.text, to=[to], **more)
    message.attach_alternative(rendered.html, "text/html")
    message.kind = kind  # type: ignore[attr-defined]  # read by cms.operations.mail.kinds.kind_of
    return message


def html_of(markup: str) -> str:
    """HTML of MJML: no file or address is included, and no font from elsewhere named."""
    parser = mrml.ParserOptions(include_loader=mrml.noop_loader())
    return mrml.to_html(markup, parser, mrml.RenderOptions(fonts={})).content


def one_line(text: str) -> str:
    """For a subject: a title may hold what would be another line of the head."""
    return " ".join(text.split())


def site_name(language: str) -> str:
    """The site's name in a language, else in the one that most people read, else its first."""
    names = dict(SiteText.objects.values_list("locale__language_code", "name"))
    return names.get(language) or names.get(FALLBACK) or settings.WAGTAIL_SITE_NAME
