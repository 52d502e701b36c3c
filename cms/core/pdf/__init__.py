"""PDFs of our pages by Typst (docs/decisions/0004)."""

from cms.core.pdf.compile import pdf_make
from cms.core.pdf.document import (
    PdfDocument,
    PdfItem,
    PdfLabels,
    PdfList,
    PdfParagraph,
    PdfQuote,
    PdfResult,
    PdfSection,
    PdfTable,
    PdfTerm,
    PdfTerms,
)

__all__ = [
    "PdfDocument",
    "PdfItem",
    "PdfLabels",
    "PdfList",
    "PdfParagraph",
    "PdfQuote",
    "PdfResult",
    "PdfSection",
    "PdfTable",
    "PdfTerm",
    "PdfTerms",
    "pdf_make",
]
