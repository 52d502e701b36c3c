"""The matrix of pages and languages, its export, and the mark of what cannot wait."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST
from wagtail.models import Locale, Page

from cms.core.admin.relations import may_confirm, may_enter
from cms.core.admin.uploads import MARK
from cms.languages import SOURCE
from cms.translations.desk.entry import languages_of
from cms.translations.overview.exporting import to_csv
from cms.translations.overview.matrix import STATUSES, Wanted, kinds, screen_of
from cms.translations.overview.totals import work_in
from cms.translations.overview.urgent import urgent_mark


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    locales = overview_languages(request)
    wanted, today = Wanted.of(request.GET), timezone.localdate()
    screen = screen_of(locales, wanted, request.user, today, request.GET.get("p"))
    pages = screen.paginator.count if wanted == Wanted() else None
    query = request.GET.copy()
    query.pop("p", None)
    context = {
        "locales": locales, "page": screen, "wanted": wanted, "statuses": STATUSES.items(),
        "kinds": sorted(kinds().items(), key=lambda one: str(one[1])),
        "work": work_in(locales, pages), "query": query.urlencode(),
        "may_mark": may_confirm(request.user),
    }  # fmt: skip
    return TemplateResponse(request, "translations/desk/overview.html", context)


@require_GET
def overview_out(request: HttpRequest) -> HttpResponse:
    locales, today = overview_languages(request), timezone.localdate()
    text = to_csv(locales, Wanted.of(request.GET), request.user, today)
    name = f"translations-{today.isoformat()}.csv"
    return HttpResponse(
        # spreadsheets take a file without the mark for one of Windows
        MARK + text,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_POST
def urgent(request: HttpRequest, page_id: int) -> HttpResponse:
    overview_languages(request)
    page = get_object_or_404(
        Page, pk=page_id, live=True, locale__language_code=SOURCE, alias_of__isnull=True
    )
    urgent_mark(page=page, user=request.user, is_urgent=request.POST.get("urgent") == "yes")
    back = request.POST.get("back", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "desk:overview"
    return redirect(back)


def overview_languages(request: HttpRequest) -> list[Locale]:
    """One's own languages; all of them for those who write the Hungarian pages.

    Raises PermissionDenied.
    """
    if may_enter(request.user):
        return list(Locale.objects.exclude(language_code=SOURCE))
    return languages_of(request.user)
