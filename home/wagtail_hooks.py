"""Where this room joins Wagtail's admin."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem


@hooks.register("register_help_menu_item")
def style_guide() -> MenuItem:
    """In the language of whoever opens the menu."""
    url = reverse_lazy("styleguide")
    return MenuItem(_("Style guide"), url, name="styleguide", icon_name="view", order=900)
