"""Reviewers give links to people outside, and take them back."""

from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from cms.translations.desk.entry import translation_for
from cms.translations.models import OutsideLink
from cms.translations.outside.links import link_give, link_revoke


@require_POST
def give(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Shows the address this once: nobody can look it up later."""
    translation = translation_for(request, uuid)
    days = request.POST.get("days", "")
    try:
        link, key = link_give(
            translation=translation, name=request.POST.get("name", ""), user=request.user,
            days=int(days) if days.isdecimal() and len(days) < 4 else 0,
        )  # fmt: skip
    except ValidationError as error:
        for sentence in error.messages:
            messages.error(request, sentence)
        return redirect("desk:edit", uuid)
    address = f"{settings.WAGTAILADMIN_BASE_URL}{reverse('outside:enter', args=[key])}"
    context = {"link": link, "address": address, "translation": translation}
    answer = TemplateResponse(request, "translations/desk/link.html", context)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@require_POST
def revoke(request: HttpRequest, uuid: UUID, link_id: int) -> HttpResponse:
    translation = translation_for(request, uuid)
    link = get_object_or_404(OutsideLink, pk=link_id, translation=translation)
    link_revoke(link=link, user=request.user)
    messages.success(request, _("The link opens nothing any more."))
    return redirect("desk:edit", uuid)
