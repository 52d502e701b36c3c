"""Tells the editors which pages are due for review: one mail a week to each of them.

Pages whose day is past or within the next seven; who may not change a page is not told of it.
"""

from datetime import date, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import ngettext
from wagtail.admin.utils import get_admin_base_url
from wagtail.permissions import page_permission_policy
from wagtail.users.models import UserProfile

from cms.core.registries import page_types
from cms.languages import SOURCE

AHEAD = timedelta(days=7)
#: Nobody's out-of-office note answers it (RFC 3834, 5).
AUTOMATIC = {"Auto-Submitted": "auto-generated"}


def pages_due(today: date) -> list[Any]:
    """Public source-language pages whose review day is near or past, the most urgent first.

    A withdrawn page is looked after no more.
    """
    pages: list[Any] = []
    for model in page_types():
        pages += model._base_manager.filter(
            locale__language_code=SOURCE, live=True, alias_of__isnull=True,
            review_by__lte=today + AHEAD, withdrawn_at__isnull=True,
        )  # fmt: skip
    return sorted(pages, key=lambda page: (page.review_by, page.pk))


def editors() -> list[Any]:
    """Everybody who can sign in, has an address, and may change some page."""
    users = get_user_model()._default_manager.filter(is_active=True).exclude(email="")
    return [
        user
        for user in users.order_by("pk")
        if user.has_perm("wagtailadmin.access_admin")
        and page_permission_policy.user_has_permission(user, "change")
    ]


def reminders(today: date) -> list[EmailMessage]:
    """A mail to every editor who has a page to look at, in the language of their admin."""
    pages = pages_due(today)
    found = []
    for user in editors() if pages else []:
        own = page_permission_policy.instances_user_has_permission_for(user, "change")
        mine = set(own.filter(pk__in=[page.pk for page in pages]).values_list("pk", flat=True))
        theirs = [page for page in pages if page.pk in mine]
        if theirs:
            found.append(_reminder(user, theirs, today))
    return found


def _reminder(user: Any, pages: list[Any], today: date) -> EmailMessage:
    with translation.override(language_of(user)):
        count = len(pages)
        subject = ngettext(
            "%(count)d page is due for review", "%(count)d pages are due for review", count
        ) % {"count": count}
        base = get_admin_base_url()
        rows = [(page, base + reverse("wagtailadmin_pages:edit", args=[page.pk])) for page in pages]
        context = {"name": user.get_full_name() or user.get_username(), "rows": rows}
        text = render_to_string("operations/email/reviews_due.txt", {**context, "today": today})
    return EmailMessage(subject, text, to=[user.email], headers=AUTOMATIC)


def language_of(user: Any) -> str:
    """The language of the user's admin; the source language where none was chosen."""
    chosen = UserProfile.objects.filter(user=user).values_list("preferred_language", flat=True)
    return chosen.first() or SOURCE
