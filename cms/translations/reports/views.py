"""The public form by which readers report an error, and what thanks them for it.

Page and form are apart, so that the page itself is kept for everybody and sets no cookie.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods
from wagtail_localize.models import Translation

from cms.core.forgery import kept_typed
from cms.translations.outside.limits import address_of
from cms.translations.reports.filing import report_file, reportable
from cms.translations.reports.forms import LONGEST, LONGEST_PASSAGE, ReportForm

#: The status of the answer to a report that was taken: on to the thanks.
FILED = 302


@kept_typed(text=gettext_lazy("What is wrong?"), passage=gettext_lazy("The words in question"))
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report_error(request: HttpRequest, pk: int) -> HttpResponse:
    page, translation = _found(pk)
    if page.pk != pk:
        return redirect("translation_report", page.pk)
    form = ReportForm(request.POST if request.method == "POST" else None)
    status = _filed(request, form, page, translation) if form.is_bound else 200
    if status == FILED:
        return redirect("translation_reported", pk)
    context = {
        "form": form, "reported": page, "longest": LONGEST, "longest_passage": LONGEST_PASSAGE,
    }  # fmt: skip
    return render(request, "translations/report.html", context, status=status)


def _filed(request: HttpRequest, form: ReportForm, page: Any, translation: Translation) -> int:
    """The status of the answer. A program that fills every field is thanked, and not heard."""
    if form.is_of_a_program:
        return FILED
    if not form.is_valid():
        return 400
    try:
        report_file(
            page=page, translation=translation, text=form.cleaned_data["text"],
            passage=form.cleaned_data["passage"], address=address_of(request),
        )  # fmt: skip
    except ValidationError as error:
        form.add_error(None, error)
        return 429
    return FILED


@never_cache
@require_GET
def reported(request: HttpRequest, pk: int) -> HttpResponse:
    page, _translation = _found(pk)
    if page.pk != pk:
        return redirect("translation_reported", page.pk)
    return render(request, "translations/reported.html", {"reported": page})


def _found(pk: int) -> tuple[Any, Translation]:
    """Raises Http404."""
    found = reportable(pk, get_language() or "")
    if found is None:
        raise Http404
    return found
