"""Files of translations at the desk: one page or a whole language out, and back."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages
from wagtail.models import Locale
from wagtail_localize.models import Translation

from cms.translations.desk.entry import languages_of, translation_for
from cms.translations.exchange.archive import (
    LARGEST_ARCHIVE,
    WRITERS,
    archive_read,
    archive_written,
    file_read,
)
from cms.translations.exchange.exporting import language_sheets, sheet_of
from cms.translations.exchange.importing import (
    Report,
    archive_import,
    exchange_import,
    uuid_of,
)
from cms.translations.exchange.limits import Refused
from cms.translations.exchange.units import Sheet, Term
from cms.translations.glossary.terms import glossary, terms_in
from cms.translations.locks import lock_on, refuse_locked
from cms.translations.managed import page_of
from cms.translations.standing import states_refresh

TYPES = {"xlf": "application/xliff+xml", "po": "text/x-gettext-translation"}


@require_GET
def page_out(request: HttpRequest, uuid: UUID, kind: str) -> HttpResponse:
    translation = translation_for(request, uuid)
    sheet = sheet_of(translation, _terms(translation.target_locale))
    name = f"{page_of(translation).slug}.{sheet.target_language}.{kind}"
    return _file(WRITERS[kind](sheet), TYPES[kind], name)


@require_GET
def language_out(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    locale = _locale(request, code)
    content = archive_written(language_sheets(locale, _terms(locale)), kind)
    return _file(content, "application/zip", f"{code}.{kind}.zip")


@require_POST
def page_in(request: HttpRequest, uuid: UUID) -> HttpResponse:
    translation = translation_for(request, uuid)
    try:
        refuse_locked(page_of(translation), request.user)
        file = _uploaded(request)
        sheet = file_read(file.name, file.read())
    except Refused as refused:
        return _refused(request, refused.sentences, "desk:edit", uuid)
    except ValidationError as error:
        return _refused(request, error.messages, "desk:edit", uuid)
    report = exchange_import(translation=translation, sheet=sheet, user=request.user)
    states_refresh(translation.source.object_id)
    return _told(request, {file.name: report}, translation.target_locale)


@require_POST
def language_in(request: HttpRequest, code: str) -> HttpResponse:
    locale = _locale(request, code)
    try:
        sheets = archive_read(_uploaded(request).read())
    except Refused as refused:
        return _refused(request, refused.sentences, "desk:index")
    closed = _closed(locale, sheets, request.user)
    free = {name: sheet for name, sheet in sheets.items() if name not in closed}
    reports = archive_import(locale=locale, sheets=free, user=request.user)
    for key in _keys(locale, free.values()):
        states_refresh(key)
    return _told(request, closed | reports, locale)


def _closed(locale: Locale, sheets: Mapping[str, Sheet], user: Any) -> dict[str, Report]:
    """Files of pages that are locked or in review, each refused with the sentence that says so."""
    found = {str(one.uuid): one for one in _translations(locale, sheets.values())}
    closed = {}
    for name, sheet in sheets.items():
        translation = found.get(sheet.key)
        if translation and (sentence := lock_on(page_of(translation), user)):
            closed[name] = Report(refused=(sentence,))
    return closed


def _translations(locale: Locale, sheets: Iterable[Sheet]) -> Any:
    keys = [key for sheet in sheets if (key := uuid_of(sheet.key))]
    rows = Translation.objects.filter(uuid__in=keys, target_locale=locale)
    return rows.select_related("source", "target_locale")


def _keys(locale: Locale, sheets: Iterable[Sheet]) -> set[Any]:
    return set(_translations(locale, sheets).values_list("source__object_id", flat=True))


def _locale(request: HttpRequest, code: str) -> Locale:
    """Raises PermissionDenied for a language that is not one's own."""
    for locale in languages_of(request.user):
        if locale.language_code == code:
            return locale
    raise PermissionDenied


def _terms(locale: Locale) -> Callable[[str], list[Term]]:
    known = glossary()

    def found(text: str) -> list[Term]:
        (hits,) = terms_in([text], locale.pk, known)
        return [Term(hit.entry.text, one.text) for hit in hits for one in hit.wanted]

    return found


def _uploaded(request: HttpRequest) -> Any:
    file = request.FILES.get("file")
    if file is None:
        raise Refused(_("Choose a file first."))
    if (file.size or 0) > LARGEST_ARCHIVE:
        raise Refused(_("The archive is larger than 50 MB."))
    return file


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=kind, headers=headers)


def _refused(request: HttpRequest, sentences: Iterable[str], name: str, *args: Any) -> HttpResponse:
    for sentence in sentences:
        messages.error(request, sentence)
    return redirect(name, *args)


def _told(request: HttpRequest, reports: dict[str, Report], locale: Locale) -> HttpResponse:
    context = {"reports": reports, "locale": locale}
    return TemplateResponse(request, "translations/desk/report.html", context)
