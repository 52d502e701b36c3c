"""Who enters the desk, and with which translation: asked by every view of it."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from wagtail.models import Locale
from wagtail_localize.models import Translation

from cms.languages import SOURCE
from cms.translations.fallback import fallback_allowed
from cms.translations.may import may, roles_of
from cms.translations.releases.active import in_release


def translation_for(request: HttpRequest, uuid: UUID) -> Translation:
    """With what its page's policy and its release are: `allows_fallback`, `in_release`.

    Raises PermissionDenied also for a translation that is not there: nobody learns which are."""
    found = (
        Translation.objects.filter(uuid=uuid, enabled=True)
        .annotate(in_release=in_release(), allows_fallback=fallback_allowed())
        .select_related("source__specific_content_type", "target_locale")
        .first()
    )
    if found is None or not may(request.user, "translate", found.target_locale_id):
        if found is None and getattr(request.user, "is_superuser", False):
            raise Http404
        raise PermissionDenied
    return found


def language_asked(request: HttpRequest) -> tuple[list[Locale], Locale]:
    """One's languages, and the one that the address names, else the first. Raises as
    `languages_of`."""
    locales = languages_of(request.user)
    wanted = request.GET.get("language", "")
    return locales, next((one for one in locales if one.language_code == wanted), locales[0])


def languages_of(user: Any) -> list[Locale]:
    """Languages that someone translates or reviews, in the order of the site's list.

    Raises PermissionDenied where there are none.
    """
    locales = Locale.objects.exclude(language_code=SOURCE)
    if not user.is_superuser:
        roles = roles_of(user)
        locales = locales.filter(pk__in=roles.translates | roles.reviews)
    found = list(locales)
    if not user.is_active or not found:
        raise PermissionDenied
    return found
