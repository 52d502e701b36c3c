"""PDFs of our pages by Typst (docs/decisions/0004)."""

from cms.core.pdf.compile import pdf_make
from cms.core.pdf.document import (
    PdfDocument,
    PdfFact,
    PdfFacts,
    PdfItem,
    PdfLabels,
    PdfList,
    PdfParagraph,
    PdfPart,
    PdfQuote,
    PdfResult,
    PdfSection,
    PdfTable,
    PdfTerm,
    PdfTerms,
)

__all__ = [
    "PdfDocument",
    "PdfFact",
    "PdfFacts",
    "PdfItem",
    "PdfLabels",
    "PdfList",
    "PdfParagraph",
    "PdfPart",
    "PdfQuote",
    "PdfResult",
    "PdfSection",
    "PdfTable",
    "PdfTerm",
    "PdfTerms",
    "pdf_make",
]
