"""Where the room joins Wagtail's admin: the operators' panel among the reports."""

from typing import Any

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import AdminOnlyMenuItem

from cms.operations.panel.views import job_run, panel, task_again


@hooks.register("register_admin_urls")
def admin_urls() -> list[Any]:
    return [
        path("operations/", panel, name="operations_panel"),
        path("operations/jobs/<slug:job>/run/", job_run, name="operations_job_run"),
        path("operations/tasks/<uuid:pk>/again/", task_again, name="operations_task_again"),
    ]


@hooks.register("register_reports_menu_item")
def menu_item() -> AdminOnlyMenuItem:
    return AdminOnlyMenuItem(
        _("Operation"), reverse("operations_panel"), name="operation", icon_name="cogs", order=50
    )
