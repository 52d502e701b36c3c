"""The pages of who translates by a link: outside the admin, without a login.

The key stands in the address once: it goes into a signed cookie, and the address is left. What
opens nothing is 410: a 404 would be led on to the pages of a language, key and all.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cms.languages import BY_CODE, FALLBACK, Language
from cms.translations.desk.facts import facts_of
from cms.translations.desk.page import entries_of
from cms.translations.desk.posted import posted_save
from cms.translations.desk.views import counts_of, open_texts, segment_answer
from cms.translations.drafts import drafted
from cms.translations.fallback import fallback_allowed
from cms.translations.locks import lock_on
from cms.translations.managed import page_of
from cms.translations.models import OutsideLink
from cms.translations.outside.guest import Guest, guest_of
from cms.translations.outside.limits import SAVES, WRONG_KEYS, address_of, is_too_often
from cms.translations.outside.links import link_by
from cms.translations.releases.active import in_release
from cms.translations.reviewing import review_send

COOKIE, SALT = "translate_link", "translations.outside"
#: With `no-referrer` a browser names no origin with a form, which the check of forms refuses.
HEADERS = {
    "Cache-Control": "no-store", "Referrer-Policy": "same-origin", "X-Robots-Tag": "noindex",
}  # fmt: skip
View = Callable[..., HttpResponse]


@require_GET
def enter(request: HttpRequest, key: str) -> HttpResponse:
    """Takes the key out of the address."""
    link = link_by(key)
    guest = guest_of(link) if link else None
    if guest is None:
        if is_too_often(f"wrong:{address_of(request)}", WRONG_KEYS):
            return gone(request, status=429)
        return gone(request)
    answer = redirect("outside:page")
    answer.set_signed_cookie(
        COOKIE, str(guest.link.pk), salt=SALT, path=reverse("outside:page"), httponly=True,
        secure=request.is_secure(), samesite="Strict",
        max_age=max(1, int((guest.link.expires_at - timezone.now()).total_seconds())),
    )  # fmt: skip
    return with_headers(answer)


def for_guests(view: View) -> View:
    """Gives a view its guest, in the language that the guest writes; 410 for everybody else."""

    @wraps(view)
    def opened(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        guest = guest_in(request)
        if guest is None:
            return gone(request)
        with override(guest.link.translation.target_locale.language_code):
            return with_headers(view(request, guest, **kwargs))

    return opened


def guest_in(request: HttpRequest) -> Guest | None:
    pk = request.get_signed_cookie(COOKIE, default="", salt=SALT)
    link = (
        OutsideLink.objects.filter(pk=pk or 0)
        .annotate(
            in_release=in_release("translation__source_id"),
            allows_fallback=fallback_allowed("translation__source__object_id"),
        )
        .select_related(
            "given_by", "translation__target_locale", "translation__source__specific_content_type"
        )
        .first()
    )
    return guest_of(link) if link else None


@require_http_methods(["GET", "HEAD", "POST"])
@for_guests
def page(request: HttpRequest, guest: Guest) -> HttpResponse:
    translation = guest.link.translation
    target = page_of(translation)
    entries = entries_of(translation, target)
    said = ""
    if request.method == "POST":
        entries, saved = posted_save(translation, entries, request.POST, guest)
        if not any(entry.refusal or entry.conflict for entry in entries):
            return redirect(f"{reverse('outside:page')}?saved={saved}")
        said = _("Some texts were not saved: see what is said beside them.")
    counts = counts_of(entries)
    context = {
        "guest": guest, "translation": translation, "title": translation.source.object_repr,
        "entries": entries, "counts": counts, "total": len(entries),
        "done": counts["done"] + counts["unsure"], "facts": facts_of(target),
        "lock": lock_on(target, guest), "said": said, "is_sent": "sent" in request.GET,
        "is_saved": "saved" in request.GET, "is_outside": True,
        "language": BY_CODE[translation.target_locale.language_code],
        **open_texts(translation, entries, guest.link),
    }  # fmt: skip
    return render(request, "translations/outside/page.html", context)


@require_POST
@for_guests
def segment(request: HttpRequest, guest: Guest, segment_id: int) -> JsonResponse:
    if is_too_often(f"saves:{guest.link.pk}", SAVES):
        sentence = _("That was very often in one minute: wait a little, then go on.")
        return JsonResponse({"refusal": sentence}, status=429)
    return segment_answer(request, guest.link.translation, segment_id, guest)


@require_POST
@for_guests
def send(request: HttpRequest, guest: Guest) -> HttpResponse:
    try:
        review_send(translation=guest.link.translation, user=guest)
    except ValidationError as error:
        context = {"sentences": error.messages, "guest": guest, "language": _language()}
        return render(request, "translations/outside/refused.html", context, status=409)
    return redirect(f"{reverse('outside:page')}?sent=1")


@require_GET
@for_guests
def preview(request: HttpRequest, guest: Guest) -> HttpResponse:
    target = drafted(guest.link.translation)
    answer: HttpResponse = target.make_preview_request(request, target.default_preview_mode)
    return answer


def gone(request: HttpRequest, status: int = 410) -> HttpResponse:
    context = {"language": _language()}
    return with_headers(render(request, "translations/outside/gone.html", context, status=status))


def _language() -> Language:
    return BY_CODE.get(get_language() or "", BY_CODE[FALLBACK])


def with_headers(answer: HttpResponse) -> HttpResponse:
    for name, value in HEADERS.items():
        answer.headers[name] = value
    return answer
