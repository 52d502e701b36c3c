"""A source page's translations, for who publishes it: its release and its policy."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages
from wagtail.admin.widgets import Button
from wagtail.models import Locale, Page

from cms.core.may import may_publish
from cms.languages import SOURCE
from cms.translations.fallback import fallback_allow, is_fallback_allowed
from cms.translations.models import Release, TranslationState
from cms.translations.models.releases import ACTIVE
from cms.translations.releases.preparing import release_drop, release_open, release_renew
from cms.translations.releases.publishing import release_publish

#: Releases of the past that are listed.
MOST = 10


@require_GET
def source(request: HttpRequest, page_id: int) -> HttpResponse:
    page = page_for(request, page_id)
    states = {
        state.locale_id: state
        for state in TranslationState.objects.filter(
            translation_key=page.translation_key, translation__enabled=True
        ).select_related("translation", "assignee", "reviewer")
    }
    locales = list(Locale.objects.exclude(language_code=SOURCE))
    releases = list(
        Release.objects.filter(source__object_id=page.translation_key)
        .select_related("opened_by", "published_by", "source_revision")
        .prefetch_related("parts__translation__target_locale")[:MOST]
    )
    active = next((one for one in releases if one.status in ACTIVE), None)
    context = {
        "page": page, "rows": [(locale, states.get(locale.pk)) for locale in locales],
        "active": active, "releases": [one for one in releases if one != active],
        "has_draft": page.has_unpublished_changes or not page.live,
        "is_newer": active is not None and active.source_revision_id != page.latest_revision_id,
        "may_release": page.permissions_for_user(request.user).can_publish(),
        "allows_fallback": is_fallback_allowed(page.translation_key),
    }  # fmt: skip
    return TemplateResponse(request, "translations/desk/source.html", context)


@require_POST
def release(request: HttpRequest, page_id: int) -> HttpResponse:
    """`do` says what: open, renew, drop or publish."""
    page, user = page_for(request, page_id), request.user
    wanted = request.POST.getlist("language")
    locales = Locale.objects.exclude(language_code=SOURCE).filter(language_code__in=wanted)
    doings: dict[str, tuple[str, Callable[[], Any]]] = {
        "open": (
            _("The translators have the new text now; readers keep the old one."),
            lambda: release_open(page=page, user=user, locales=list(locales)),
        ),
        "renew": (
            _("The latest draft is in the release now."),
            lambda: release_renew(page=page, user=user),
        ),
        "drop": (
            _("The release was given up; what was translated is kept."),
            lambda: release_drop(page=page, user=user),
        ),
        "publish": (
            _("The Hungarian page is published; its translations follow one by one."),
            lambda: release_publish(page=page, user=user),
        ),
    }
    said, do = doings.get(request.POST.get("do", ""), ("", _unknown))
    try:
        do()
    except ValidationError as error:
        for sentence in error.messages:
            messages.error(request, sentence)
    else:
        messages.success(request, said)
    return redirect("desk:source", page_id)


def _unknown() -> None:
    raise ValidationError(_("Choose what is to be done: press one of the buttons."))


@require_POST
def fallback(request: HttpRequest, page_id: int) -> HttpResponse:
    page = page_for(request, page_id)
    fallback_allow(page=page, user=request.user, is_allowed=request.POST.get("allow") == "yes")
    messages.success(request, _("Saved."))
    return redirect("desk:source", page_id)


def page_for(request: HttpRequest, page_id: int) -> Any:
    """The source page, for who may publish it. Raises Http404, PermissionDenied."""
    found = get_object_or_404(
        Page, pk=page_id, locale__language_code=SOURCE, alias_of__isnull=True, depth__gt=1
    ).specific
    if not may_publish(request.user, found):
        raise PermissionDenied
    if not hasattr(found, "is_facts_source"):
        raise Http404
    return found


def source_buttons(page: Any, user: Any) -> list[Button]:
    """The way to it from the page's own screens."""
    is_source = getattr(page, "is_facts_source", False) and not page.alias_of_id
    if not is_source or not may_publish(user, page):
        return []
    url = reverse("desk:source", args=[page.pk])
    return [Button(_("Translations"), url, icon_name="globe", priority=60)]
