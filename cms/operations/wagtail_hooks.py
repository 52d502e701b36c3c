"""Where the room joins Wagtail's admin: the operators' panel and the mails, among the reports."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import AdminOnlyMenuItem, MenuItem

from cms.operations.mail.admin import MailViewSet, may_see
from cms.operations.mail.panels import OpenMailsPanel
from cms.operations.panel.views import job_run, panel, task_again


class MailMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_see(request.user)


@hooks.register("register_admin_urls")
def admin_urls() -> list[Any]:
    return [
        path("operations/", panel, name="operations_panel"),
        path("operations/jobs/<slug:job>/run/", job_run, name="operations_job_run"),
        path("operations/tasks/<uuid:pk>/again/", task_again, name="operations_task_again"),
    ]


@hooks.register("register_reports_menu_item")
def panel_menu_item() -> AdminOnlyMenuItem:
    return AdminOnlyMenuItem(
        _("Operation"), reverse("operations_panel"), name="operation", icon_name="cogs", order=50
    )


@hooks.register("register_admin_viewset")
def mail_viewset() -> MailViewSet:
    return MailViewSet()


@hooks.register("register_reports_menu_item")
def mail_menu_item() -> MailMenuItem:
    url = reverse("mails:index")
    return MailMenuItem(_("Outgoing mails"), url, name="mails", icon_name="mail", order=1150)


@hooks.register("construct_homepage_panels", order=1)
def homepage_panels(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(OpenMailsPanel(request.user))


@hooks.register("register_log_actions")
def mail_log_actions(actions: Any) -> None:
    actions.register_action("mail.again", _("Sent a mail again"), _("Sent a mail again"))
    actions.register_action("mail.rest", _("Let a mail rest"), _("Let a mail rest"))
