"""The desk: the pages of one's languages, and one page, segment by segment."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation

from cms.languages import BY_CODE
from cms.translations.desk.entry import language_asked, languages_of, translation_for
from cms.translations.desk.facts import facts_of
from cms.translations.desk.listing import rows_of
from cms.translations.desk.page import Entry, entries_of
from cms.translations.desk.posted import posted_save
from cms.translations.drafts import drafted
from cms.translations.fallback import fallbacks_in
from cms.translations.locks import lock_on
from cms.translations.machine.port import translator
from cms.translations.managed import page_of
from cms.translations.may import may
from cms.translations.outside.links import links_open
from cms.translations.reports.inbox import reports_in
from cms.translations.requests import translation_request
from cms.translations.reviewing import review_task
from cms.translations.saving import segment_save
from cms.translations.segments.read import digest
from cms.translations.texts.checks import problems
from cms.translations.texts.typed import shown

#: Pages of the list on one screen.
MOST = 50


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    locales, locale = language_asked(request)
    rows = rows_of(locale, request.GET.get("status", ""))
    context = {
        "locales": locales, "locale": locale, "status": request.GET.get("status", ""),
        "page": Paginator(rows.found, MOST).get_page(request.GET.get("p")), "counts": rows.counts,
        "reports": reports_in([locale.pk]).count(),
    }  # fmt: skip
    return TemplateResponse(request, "translations/desk/index.html", context)


@require_POST
def ask(request: HttpRequest, page_id: int, code: str) -> HttpResponse:
    """Start a translation that nobody has asked for yet."""
    locale = next((one for one in languages_of(request.user) if one.language_code == code), None)
    if locale is None:
        raise PermissionDenied
    page = get_object_or_404(Page, pk=page_id, live=True).specific
    if not hasattr(page, "is_facts_source"):
        raise Http404
    try:
        translation = translation_request(page=page, locale=locale)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("desk:index")
    return redirect("desk:edit", translation.uuid)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, uuid: UUID) -> HttpResponse:
    translation = translation_for(request, uuid)
    page = page_of(translation)
    entries = entries_of(translation, page)
    if request.method == "POST":
        entries, saved = posted_save(translation, entries, request.POST, request.user)
        if not any(entry.refusal or entry.conflict for entry in entries):
            messages.success(request, _("Saved: %(number)d texts.") % {"number": saved})
            return redirect("desk:edit", uuid)
        messages.error(request, _("Some texts were not saved: see what is said beside them."))
    return edit_answer(request, translation, page, entries)


def edit_answer(
    request: HttpRequest, translation: Translation, page: Any, entries: list[Entry]
) -> HttpResponse:
    context = _context(request, translation, page, entries)
    return TemplateResponse(request, "translations/desk/edit.html", context)


def _context(
    request: HttpRequest, translation: Any, page: Any, entries: list[Entry]
) -> dict[str, Any]:
    machine = translator()
    task = review_task(page)
    shown = request.GET.get("show", "")
    wanted = [one for one in entries if not shown or shown in one.kinds]
    counts = counts_of(entries)
    is_reviewer = may(request.user, "review", translation.target_locale_id)
    return {
        "links": links_open(translation) if is_reviewer else [],
        "translation": translation, "page": page, "title": translation.source.object_repr,
        "entries": wanted,
        "counts": counts, "total": len(entries), "done": counts["done"] + counts["unsure"],
        "shown": shown, "facts": facts_of(page), "task": task,
        "lock": lock_on(page, request.user, task),
        "is_reviewer": is_reviewer, "machine": machine.name if machine else "",
        "language": BY_CODE.get(translation.target_locale.language_code),
        **open_texts(translation, entries, translation),
    }  # fmt: skip


def open_texts(translation: Translation, entries: list[Entry], known: Any) -> dict[str, Any]:
    """Whether the page may be sent for review, and how many paragraphs would stay Hungarian.

    `known` is the row with `allows_fallback` and `in_release`.
    """
    lines = [entry.line for entry in entries]
    fallbacks = fallbacks_in(translation, lines, is_allowed=known.allows_fallback)
    missing = sum(not line.is_done for line in lines)
    return {
        "may_send": missing == len(fallbacks), "fallbacks": len(fallbacks),
        "in_release": known.in_release,
    }  # fmt: skip


def counts_of(entries: list[Entry]) -> dict[str, int]:
    """How many segments are in each state of the desk, and how many have open comments."""
    names = ("open", "changed", "unsure", "done", "comments")
    return {name: sum(name in one.kinds for one in entries) for name in names}


@require_POST
def segment(request: HttpRequest, uuid: UUID, segment_id: int) -> JsonResponse:
    """Saves one text as the writer goes; what it answers is said beside the field."""
    return segment_answer(request, translation_for(request, uuid), segment_id, request.user)


def segment_answer(
    request: HttpRequest, translation: Translation, segment_id: int, user: Any
) -> JsonResponse:
    text = request.POST.get("text")
    if text is None:  # of a body that is no form nothing can be read, and an empty text deletes
        return JsonResponse({"refusal": _("No text came with this: send a form.")}, status=400)
    try:
        saved = segment_save(
            translation=translation, segment_id=segment_id, text=text, user=user,
            base=request.POST.get("base"),
        )  # fmt: skip
    except StringSegment.DoesNotExist:
        sentence = _("The Hungarian text has changed meanwhile: load the page anew.")
        return JsonResponse({"refusal": sentence}, status=409)
    except ValidationError as error:
        return JsonResponse({"refusal": " ".join(error.messages)}, status=409)
    if saved.conflict:
        sentence = _("Somebody else has translated this meanwhile.")
        theirs = shown(saved.source, saved.conflict)
        answer = {"refusal": sentence, "conflict": theirs, "base": digest(saved.conflict)}
        return JsonResponse(answer, status=409)
    if saved.problem:
        return JsonResponse({"refusal": saved.problem}, status=422)
    kept = saved.text.data if saved.text else ""
    found = problems(saved.source, kept) if kept else []
    return JsonResponse({"base": digest(kept), "problems": [one.sentence for one in found]})


@require_GET
def preview(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The page as it would be with what is translated now."""
    translation = translation_for(request, uuid)
    page = drafted(translation)
    with override(translation.target_locale.language_code):
        answer: HttpResponse = page.make_preview_request(request, page.default_preview_mode)
    return answer
