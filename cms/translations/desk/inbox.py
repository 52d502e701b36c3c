"""What readers reported, at the desk: for the languages that one works in, and no other."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages

from cms.translations.desk.entry import languages_of
from cms.translations.may import may
from cms.translations.models import TranslationReport
from cms.translations.reports.inbox import report_settle, reports_in

#: Reports on one screen.
MOST = 50

Status = TranslationReport.Status


@require_GET
def reports(request: HttpRequest) -> HttpResponse:
    locales = languages_of(request.user)
    wanted = request.GET.get("language", "")
    locale = next((one for one in locales if one.language_code == wanted), locales[0])
    status = Status.DONE if request.GET.get("status") == Status.DONE else Status.OPEN
    found = reports_in([locale.pk], status)
    context = {
        "locales": locales, "locale": locale, "status": status, "statuses": Status.choices,
        "page": Paginator(found, MOST).get_page(request.GET.get("p")),
    }  # fmt: skip
    return TemplateResponse(request, "translations/desk/reports.html", context)


@require_POST
def report_done(request: HttpRequest, report_id: int) -> HttpResponse:
    return _settled(request, report_id, Status.DONE, _("Done: the report is out of the way."))


@require_POST
def report_reopen(request: HttpRequest, report_id: int) -> HttpResponse:
    return _settled(request, report_id, Status.OPEN, _("The report is open again."))


def _settled(request: HttpRequest, report_id: int, status: str, said: str) -> HttpResponse:
    report = report_for(request, report_id)
    report_settle(report=report, status=status, user=request.user)
    messages.success(request, said)
    code = report.translation.target_locale.language_code
    return redirect(f"{reverse('desk:reports')}?language={code}")


def report_for(request: HttpRequest, report_id: int) -> TranslationReport:
    """Raises PermissionDenied also for a report that is not there: nobody learns which are."""
    found = (
        TranslationReport.objects.filter(pk=report_id, translation__enabled=True)
        .select_related("translation__target_locale")
        .first()
    )
    if found is None or not may(request.user, "translate", found.translation.target_locale_id):
        if found is None and getattr(request.user, "is_superuser", False):
            raise Http404
        raise PermissionDenied
    return found
