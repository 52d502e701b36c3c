"""The panel and its two actions: for administrators alone, the actions by POST alone."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages

from cms.operations.panel.registry import sections
from cms.operations.queue.services import task_run_again
from cms.operations.schedule.due import run_now
from cms.operations.schedule.registry import job_named

View = Callable[..., HttpResponse]


def administrators_only(view: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_operate(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def may_operate(user: Any) -> bool:
    return bool(user.is_active and user.is_superuser)


@administrators_only
@require_GET
def panel(request: HttpRequest) -> HttpResponse:
    shown = [(section, section.context()) for section in sections()]
    return TemplateResponse(request, "operations/admin/panel.html", {"sections": shown})


@administrators_only
@require_POST
def job_run(request: HttpRequest, job: str) -> HttpResponse:
    try:
        found = job_named(job)
    except LookupError as error:
        raise Http404 from error
    if run_now(job=found):
        messages.success(request, _("Queued: %(job)s.") % {"job": found.label})
    else:
        sentence = _("The run before is still open: %(job)s.") % {"job": found.label}
        messages.warning(request, sentence)
    return redirect("operations_panel")


@administrators_only
@require_POST
def task_again(request: HttpRequest, pk: UUID) -> HttpResponse:
    if task_run_again(task_id=pk):
        messages.success(request, _("The task runs again."))
    else:
        messages.warning(request, _("This task is not among the failed ones any more."))
    return redirect("operations_panel")
