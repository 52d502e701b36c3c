"""A page's own PDF, at `<address of the page>page.pdf`, for whoever may open the page itself."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail import hooks

from cms.core.acts import acts_of
from cms.core.changes import last_change
from cms.core.frame import Frame, address, frame_of
from cms.core.outlets import PAGE_PDF, conditional, read_only
from cms.core.pdf.compile import pdf_make
from cms.core.pdf.document import PdfParagraph, PdfSection
from cms.core.pdf.page import page_document
from cms.core.routing import is_public, route_for


@read_only
def page_pdf(request: HttpRequest, path: str) -> HttpResponse:
    """404 where the page has no PDF or is a draft; a private page asks as its HTML does."""
    route = route_for(request, path)
    page: Any = None if route is None else route.page
    if PAGE_PDF not in getattr(page, "outlets", ()):
        raise Http404
    answer = pdf_answer
    for wrap in reversed(hooks.get_hooks("on_serve_page")):  # Wagtail's rules of private pages
        answer = wrap(answer)
    for hook in hooks.get_hooks("before_serve_page"):
        refused = hook(page, request, [], {})
        if isinstance(refused, HttpResponse):
            return refused
    return answer(page, request, [], {})


def pdf_answer(page: Any, request: HttpRequest, _args: Any, _kwargs: Any) -> HttpResponse:
    response = conditional(request, made(request, page), PAGE_PDF.media_type, last_change())
    if not is_public(page):
        patch_cache_control(response, private=True)
    name = slugify(page.slug) or "page"
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response


def made(request: HttpRequest, page: Any) -> bytes:
    frame = frame_of(request, page, page.locale.language_code)
    document = page_document(
        page, author=frame.text.owner or frame.text.name,
        footer=request.build_absolute_uri(address(frame.lang, page.url_path)),
        before=withdrawal(page, frame), further=page.pdf_sections(),
    )  # fmt: skip
    return pdf_make(document).content


def withdrawal(page: Any, frame: Frame) -> tuple[PdfSection, ...]:
    """What the banner of a withdrawn page says."""
    if not page.is_withdrawn:
        return ()
    day = date_format(localtime(page.withdrawn_at), "DATE_FORMAT")
    said = [f"{_('Withdrawn on %(day)s.') % {'day': day}} {page.get_withdrawn_reason_display()}."]
    said += [act.text for act in acts_of(page) if act.kind == "withdrawn"][:1]
    newer = frame.related.get(page.replaced_by_id)
    if newer is not None:
        said.append(f"{_('Read instead:')} {newer.title}")
    return (PdfSection(parts=tuple(PdfParagraph(text) for text in said)),)
