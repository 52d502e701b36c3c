"""What the templates of mails need: MJML, the language of a person, the site's name."""

from typing import Any

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import override as language_of
from wagtail.users.models import UserProfile

from cms.core.plain import set_in
from cms.languages import BY_CODE, SOURCE
from cms.operations.mail.render import html_of, one_line, site_name

register = template.Library()


class MjmlNode(template.Node):
    def __init__(self, inside: template.NodeList) -> None:
        self.inside = inside

    def render(self, context: template.Context) -> SafeString:
        html = html_of(self.inside.render(context))
        return mark_safe(html)  # noqa: S308  (values are escaped where they enter the MJML)


@register.tag
def mjml(parser: Any, token: Any) -> MjmlNode:
    """`{% mjml %}<mjml>…</mjml>{% endmjml %}` is HTML."""
    inside = parser.parse(("endmjml",))
    parser.delete_first_token()
    return MjmlNode(inside)


class PersonsLanguageNode(template.Node):
    def __init__(self, inside: template.NodeList) -> None:
        self.inside = inside

    def render(self, context: template.Context) -> SafeString:
        with language_of(language_for(context.get("user"))):
            return self.inside.render(context)


@register.tag
def personslanguage(parser: Any, token: Any) -> PersonsLanguageNode:
    """All inside is in the language of `user`: Wagtail renders HTML in that of whoever acts."""
    inside = parser.parse(("endpersonslanguage",))
    parser.delete_first_token()
    return PersonsLanguageNode(inside)


def language_for(user: Any) -> str:
    """What a user chose for the admin, else the language of the moment."""
    if user is not None and getattr(user, "pk", None):
        return str(UserProfile.get_for_user(user).get_preferred_language())
    return get_language() or SOURCE


@register.simple_tag
def mail_site() -> str:
    return site_name(get_language() or SOURCE)


@register.simple_tag
def mail_url(path: str = "") -> str:
    """A path of the site as a whole address."""
    return path if "://" in path else f"{settings.WAGTAILADMIN_BASE_URL}{path}"


@register.simple_tag
def mail_direction() -> str:
    return BY_CODE[get_language() or SOURCE].direction


@register.filter
def in_line(text: object) -> str:
    """For plain text and subjects: on one line, in an order of its own where it runs the other
    way."""
    return set_in(one_line(str(text)), mail_direction())


@register.filter
def bdi(text: object) -> SafeString:
    """For HTML: a name or title that keeps its own direction within a sentence."""
    return format_html("<bdi>{}</bdi>", text)
