"""Where this room joins Wagtail's admin."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.snippets.models import register_snippet

from cms.core.admin.relations import relation_buttons
from resources.models import RecommendationPage
from resources.recommendations.admin import (
    AddresseeViewSet,
    CoAddresseeViewSet,
    DiscussionViewSet,
    record_lists,
)

register_snippet(AddresseeViewSet)


@hooks.register("register_admin_viewset")
def relation_screens() -> Any:
    return [DiscussionViewSet(), CoAddresseeViewSet()]


@hooks.register("register_page_header_buttons")
def page_buttons(page: Any, user: Any, view_name: str, next_url: Any = None) -> list[Any]:
    if view_name != "edit":
        return []
    return relation_buttons(page.specific, user, record_lists(), first=45)


@hooks.register("before_copy_page")
@hooks.register("before_convert_alias_page")
def one_reference_one_document(request: HttpRequest, page: Any) -> HttpResponse | None:
    if not isinstance(page.specific, RecommendationPage):
        return None
    messages.error(
        request, _("A reference and a history belong to one document: make a new page instead.")
    )
    return redirect("wagtailadmin_explore", page.get_parent().pk)
