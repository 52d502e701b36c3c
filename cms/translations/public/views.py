"""The public page that says how far the site is translated."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cms.core.languages import language_name
from cms.core.outlets import read_only
from cms.translations.public.totals import totals


@read_only
def translation_status(request: HttpRequest) -> HttpResponse:
    pages, found = totals()
    names = [language_name(total.language.code) for total in found]
    context = {"pages": pages, "totals": list(zip(names, found, strict=True))}
    return render(request, "translations/status.html", context)
