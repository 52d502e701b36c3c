"""What Wagtail's content checker asks of a page in the editor, and how it says what is wrong."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

#: Rules of axe-core beside Wagtail's own choice, and what the editor is told of each.
RULES = {
    "image-alt": (
        _("Picture without alternative text"),
        _("Say what the picture shows, or mark it as decorative"),
    ),
    "page-has-heading-one": (_("The page has no title"), _("Give the page a title")),
    "td-has-header": (
        _("Table without headings"), _("Give each column of the table a heading"),
    ),
    "th-has-data-cells": (
        _("Table heading without cells"), _("Remove empty columns of the table"),
    ),
    "list": (_("Broken list"), _("Use the list buttons of the text field")),
}  # fmt: skip


class Checker(ContentCheckerItem):
    """Wagtail's checker with our rules; it reads what we publish, not the frame around it."""

    axe_include = ["main"]
    axe_run_only = [*ContentCheckerItem.axe_run_only, *RULES]
    axe_messages = {
        **ContentCheckerItem.axe_messages,
        **{rule: {"error_name": name, "help_text": help_text}
           for rule, (name, help_text) in RULES.items()},
    }  # fmt: skip


def with_our_rules(items: list[Any]) -> None:
    """Put our checker in the place of Wagtail's."""
    items[:] = [
        Checker(in_editor=item.in_editor) if isinstance(item, ContentCheckerItem) else item
        for item in items
    ]
