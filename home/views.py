"""Views of the site as a whole: its feeds and calendars on one page, and what robots may read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation

from cms.core.frame import active_locale
from cms.core.outlets import read_only
from cms.languages import LANGUAGES
from home.selectors import lists_with_outlets


@read_only
def feeds(request: HttpRequest) -> HttpResponse:
    locale = active_locale(translation.get_language() or "")
    return render(request, "home/feeds.html", {"lists": lists_with_outlets(request, locale)})


@read_only
def robots(request: HttpRequest) -> HttpResponse:
    """The admin and searches that were narrowed are nothing to list; all else may be read."""
    closed = []
    for language in LANGUAGES:
        with translation.override(language.code):
            closed.append(reverse("search"))
    return render(request, "home/robots.txt", {"closed": closed}, "text/plain; charset=utf-8")
