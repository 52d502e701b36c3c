"""The public glossary, a page of the site in each language."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from cms.core.frame import active_locale
from cms.core.outlets import read_only
from cms.languages import SOURCE
from cms.translations.glossary.public import public_terms


@read_only
def glossary(request: HttpRequest) -> HttpResponse:
    locale = active_locale(translation.get_language() or SOURCE)
    return render(request, "translations/glossary.html", {"terms": public_terms(locale)})
