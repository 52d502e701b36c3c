"""A page's own PDF, at `<address of the page>page.pdf`, for whoever may open the page itself."""

import json
import logging
from dataclasses import asdict
from functools import cache as cache_once
from hashlib import sha256
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.text import slugify
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from cms.core.acts import acts_of
from cms.core.changes import last_change
from cms.core.figures import said_date
from cms.core.frame import Frame, address, frame_of
from cms.core.outlets import PAGE_PDF, conditional, page_answer, read_only
from cms.core.pdf.compile import TEMPLATES, pdf_make
from cms.core.pdf.document import PdfDocument, PdfParagraph, PdfSection
from cms.core.pdf.page import page_document
from cms.core.routing import is_public

logger = logging.getLogger(__name__)
#: A week; what changes on the page makes another document, and so another key.
KEPT_SECONDS = 7 * 24 * 3600


@read_only
def page_pdf(request: HttpRequest, path: str) -> HttpResponse:
    """404 where the page has no PDF or is a draft; a private page asks as its HTML does."""
    return page_answer(request, path, has_pdf, pdf_answer)


def has_pdf(page: Any) -> bool:
    return PAGE_PDF in getattr(page, "outlets", ())


def pdf_answer(page: Any, request: HttpRequest, _args: Any, _kwargs: Any) -> HttpResponse:
    response = conditional(request, made(request, page), PAGE_PDF.media_type, last_change())
    if not is_public(page):
        patch_cache_control(response, private=True)
    name = slugify(page.slug) or "page"
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response


def made(request: HttpRequest, page: Any) -> bytes:
    further = page.pdf_sections(request)  # first: it says what the frame has to look up
    frame = frame_of(request, page, page.locale.language_code)
    document = page_document(
        page, author=frame.text.owner or frame.text.name,
        footer=request.build_absolute_uri(address(frame.lang, page.url_path)),
        before=withdrawal(page, frame), further=further,
    )  # fmt: skip
    return typeset(document, page)


def typeset(document: PdfDocument, page: Any) -> bytes:
    """The file, set once for as long as the document says the same."""
    key = f"page-pdf-{digest(document)}"
    content: bytes | None = cache.get(key)
    if content is None:
        result = pdf_make(document)
        if result.replaced:
            signs = " ".join(result.replaced)
            logger.warning("PDF of page %s: no font has %s, a box stands instead.", page.pk, signs)
        content = result.content
        cache.set(key, content, KEPT_SECONDS)
    return content


def digest(document: PdfDocument) -> str:
    said = json.dumps(asdict(document), sort_keys=True)
    return sha256((template_digest() + said).encode()).hexdigest()


@cache_once
def template_digest() -> str:
    """So that a new version of the software sets anew."""
    files = sorted(path for path in TEMPLATES.parent.rglob("*") if path.suffix in {".py", ".typ"})
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def withdrawal(page: Any, frame: Frame) -> tuple[PdfSection, ...]:
    """What the banner of a withdrawn page says."""
    if not page.is_withdrawn:
        return ()
    day = said_date(localtime(page.withdrawn_at))
    said = [
        _("Withdrawn on %(day)s.") % {"day": day},
        _("%(reason)s.") % {"reason": page.get_withdrawn_reason_display()},
    ]
    said += [act.text for act in acts_of(page) if act.kind == "withdrawn"][:1]
    newer = frame.related.get(page.replaced_by_id)
    if newer is not None:
        said.append(f"{_('Read instead:')} {newer.title}")
    return (PdfSection(parts=tuple(PdfParagraph(text) for text in said)),)
