"""Closes the admin to those whose only business is translating: deny by default.

A translator or reviewer holds `access_admin`, and many of Wagtail's views ask for nothing more.
What is not on the list here is 403, also what an add-on brings.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from wagtail.models import Page
from wagtail.permission_policies.collections import CollectionPermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permission_policies.sites import SitePermissionPolicy

from cms.translations.managed import translation_of
from cms.translations.may import is_desk_only, may

ADMIN = reverse_lazy("wagtailadmin_home")
#: Names of the admin's own views that are open to everybody who may log in.
OPEN = frozenset(
    {
        "wagtailadmin_home", "wagtailadmin_account", "wagtailadmin_login", "wagtailadmin_logout",
        "wagtailadmin_password_reset", "wagtailadmin_password_reset_done",
        "wagtailadmin_password_reset_confirm", "wagtailadmin_password_reset_complete",
        "wagtailadmin_sprite", "wagtailadmin_javascript_catalog", "wagtailadmin_dismissibles",
    }
)  # fmt: skip

POLICIES = (PagePermissionPolicy, CollectionPermissionPolicy, SitePermissionPolicy)


class DeskGateMiddleware:
    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> Any:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if not request.path_info.startswith(str(ADMIN)) or not request.user.is_authenticated:
            return None
        name = request.resolver_match.view_name if request.resolver_match else ""
        if not is_desk_only(request.user):
            return None
        for policy in POLICIES:  # their groups hold none: it is not asked for each menu entry
            setattr(request.user, policy.permission_cache_name, [])
        if name in OPEN or name.startswith("desk:"):
            return None
        if name == "wagtailadmin_pages:edit" and (desk := _desk_of(request.user, kwargs)):
            return redirect(desk)  # the address that mails name
        raise PermissionDenied


def _desk_of(user: Any, kwargs: dict[str, Any]) -> str:
    """Where somebody translates the page of an address; empty where it is not theirs."""
    page = Page.objects.filter(pk=kwargs.get("page_id")).first()
    found = translation_of(page.specific) if page and page.depth > 1 else None
    if found is None or not may(user, "translate", found.target_locale_id):
        return ""
    return reverse("desk:edit", args=[found.uuid])
