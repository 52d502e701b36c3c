"""Where this room joins Wagtail's admin."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.snippets.models import register_snippet

from resources.models import RecommendationPage
from resources.recommendations.admin import AddresseeViewSet, DiscussionViewSet

register_snippet(AddresseeViewSet)


@hooks.register("register_admin_viewset")
def relation_screens() -> Any:
    return DiscussionViewSet()


@hooks.register("before_copy_page")
@hooks.register("before_convert_alias_page")
def one_reference_one_document(request: HttpRequest, page: Any) -> HttpResponse | None:
    if not isinstance(page.specific, RecommendationPage):
        return None
    messages.error(
        request, _("A reference and a history belong to one document: make a new page instead.")
    )
    return redirect("wagtailadmin_explore", page.get_parent().pk)
