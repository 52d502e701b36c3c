"""On the admin's home: mails that somebody should decide about, shown to whoever may."""

from typing import Any

from wagtail.admin.ui.components import Component

from cms.operations.mail.admin import may_act
from cms.operations.mail.selectors import open_mails


class OpenMailsPanel(Component):
    """Nothing where all is sent."""

    order = 5
    template_name = "operations/admin/open_mails.html"

    def __init__(self, user: Any) -> None:
        self.user = user

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"open": open_mails().count() if may_act(self.user) else 0}
