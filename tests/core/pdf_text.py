"""The text of a PDF as a reader's search finds it."""

from contextlib import closing

import pypdfium2 as pdfium


def text_of(content: bytes) -> str:
    """All pages, a form feed between them.

    pdfium turns the letters of a right-to-left ligature round; this turns them back: letters of
    one glyph have one and the same box.
    """
    pages = []
    with closing(pdfium.PdfDocument(content)) as pdf:
        for page in pdf:
            text = page.get_textpage()
            letters = list(text.get_text_range())
            boxes = [text.get_charbox(n) for n in range(len(letters))]
            for n in range(len(letters) - 1):
                if "\u0600" < letters[n] < "\u06ff" and boxes[n] == boxes[n + 1]:
                    letters[n : n + 2] = letters[n + 1], letters[n]
            pages.append("".join(letters))
    return "\f".join(pages)


def words_of(content: bytes) -> str:
    return " ".join(text_of(content).replace("\u200b", "").split())


def outline_of(content: bytes) -> list[tuple[int, str]]:
    """(level, heading) of the bookmarks."""
    with closing(pdfium.PdfDocument(content)) as pdf:
        return [(item.level + 1, item.get_title()) for item in pdf.get_toc()]


def is_tagged(content: bytes) -> bool:
    """Tagged, and says of itself that it follows PDF/UA."""
    with closing(pdfium.PdfDocument(content)) as pdf:
        return bool(pdfium.raw.FPDFCatalog_IsTagged(pdf)) and b"<pdfuaid:part>1<" in content


def language_of(content: bytes) -> str:
    with closing(pdfium.PdfDocument(content)) as pdf:
        size = pdfium.raw.FPDFCatalog_GetLanguage(pdf, None, 0)
        buffer = (pdfium.raw.FPDF_WCHAR * (size // 2))()
        pdfium.raw.FPDFCatalog_GetLanguage(pdf, buffer, size)
        return bytes(buffer).decode("utf-16-le").rstrip("\0")
