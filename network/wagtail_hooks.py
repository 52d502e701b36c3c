"""Where this room joins Wagtail's admin."""

from typing import Any

from wagtail import hooks

from cms.core.admin.relations import relation_buttons
from network.admin import LISTS, MembersGroup


@hooks.register("register_admin_viewset")
def members_group() -> MembersGroup:
    return MembersGroup()


@hooks.register("register_page_header_buttons")
def page_buttons(page: Any, user: Any, view_name: str, next_url: Any = None) -> list[Any]:
    return relation_buttons(page.specific, user, LISTS) if view_name == "edit" else []
