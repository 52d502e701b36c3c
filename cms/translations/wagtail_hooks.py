"""Where the localisation workflow joins Wagtail's admin."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.translations.desk import urls
from cms.translations.desk.panel import DeskPanel
from cms.translations.desk.source import source_buttons
from cms.translations.glossary.admin import glossary_in, glossary_out
from cms.translations.managed import translation_of
from cms.translations.may import is_desk_only, may, roles_of


@hooks.register("register_admin_urls")
def desk_urls() -> list[Any]:
    return [
        path("desk/", include(urls)),
        path("glossary/import/", glossary_in, name="glossary_import"),
        path("glossary/export/", glossary_out, name="glossary_export"),
    ]


class DeskMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        user = request.user
        return bool(user.is_superuser or roles_of(user).has_any)


@hooks.register("register_admin_menu_item")
def desk_menu_item() -> MenuItem:
    url = reverse("desk:index")
    return DeskMenuItem(_("Translations"), url, name="desk", icon_name="globe", order=150)


@hooks.register("construct_main_menu", order=100)
def desk_alone(request: HttpRequest, items: list[Any]) -> None:
    if is_desk_only(request.user):
        items[:] = [item for item in items if item.name == "desk"]


@hooks.register("construct_homepage_panels", order=100)
def desk_panel(request: HttpRequest, panels: list[Any]) -> None:
    if roles_of(request.user).has_any:
        others = [] if is_desk_only(request.user) else panels
        panels[:] = [DeskPanel(request.user), *others]


@hooks.register("register_page_header_buttons")
def page_buttons(page: Any, user: Any, view_name: str, next_url: Any = None) -> list[Any]:
    return source_buttons(page.specific, user) if view_name in {"edit", "index"} else []


@hooks.register("before_edit_page", order=-100)
def form_closed(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Wagtail's form writes no segments: what it saved would be lost with the next translation."""
    found = translation_of(page.specific) if hasattr(page.specific_class, "text_fields") else None
    if found is None:
        return None
    if may(request.user, "translate", found.target_locale_id):
        return redirect("desk:edit", found.uuid)
    sentence = gettext("This page is translated at the translators' desk: edit the Hungarian page.")
    messages.info(request, sentence)
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("register_log_actions")
def translation_actions(actions: Any) -> None:
    for name, label, message in (
        ("assign", _("Ask for a translation"), _("Translation was given to somebody")),
        ("fallback", _("Paragraphs in Hungarian"), _("Policy for missing paragraphs was changed")),
        ("release_open", _("Prepare a release"), _("Draft was given to the translators")),
        ("release_drop", _("Give up a release"), _("Release was given up")),
        ("release", _("Release"), _("Published together with its translations")),
    ):
        actions.register_action(f"translations.{name}", label, message)
