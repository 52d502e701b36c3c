"""The page of the style guide: for those who work in the admin, in every language of the site."""

from dataclasses import replace
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from cms.core.frame import Frame, Link, frame_of
from cms.core.outlets import read_only
from cms.core.sites import site_of
from home.styleguide.entries import plain, shown
from home.styleguide.families import FAMILIES
from home.styleguide.samples import HUNGARIAN_PAGE, RECOMMENDATION, language, link
from home.styleguide.tokens import colours, pairs

#: The families that are no components.
COLOURS, TYPE, FOCUS = (
    ("colours", _("Colours")),
    ("type", _("Typography")),
    ("controls", _("Controls and focus")),
)
ABOUT = _(
    "Every component and block of this site in every state, made by the same templates as its "
    "pages. Change the language, the width of the window or the colours of your system, and see "
    "how they follow."
)


@never_cache
@read_only
def styleguide(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path(), reverse("wagtailadmin_login"))
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404
    site = site_of(request)
    guide_frame(request)
    families = [make(site.root_page if site else None) for make in FAMILIES]
    sections = [COLOURS, TYPE, FOCUS, *((family.anchor, family.name) for family in families)]
    context: dict[str, Any] = {
        "page": plain(title=_("Style guide"), summary=ABOUT, pk=None),
        "colours": colours(), "pairs": pairs(), "sections": sections,
        "families": [(one, [shown(entry, request) for entry in one.entries]) for one in families],
    }  # fmt: skip
    response = render(request, "home/styleguide.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def guide_frame(request: HttpRequest) -> Frame:
    """The frame of the guide, which stands in every language, below the home page."""
    frame = frame_of(request, None, language())
    frame.languages = [
        replace(one, url=address_in(one.code), translated=True) for one in frame.languages
    ]
    frame.crumbs = [Link("", frame.home_url, frame.lang)]
    frame.related = {HUNGARIAN_PAGE: link(RECOMMENDATION)}
    return frame


def address_in(code: str) -> str:
    with translation.override(code):
        return reverse("styleguide")
