"""Makes PDF/UA-1 files with Typst: tagged, in one language, with the fonts of our own folder.

No content makes it fail: texts are fitted to the fonts (`glyphs`), the structure is mended
(`mend`), and nothing but our template is read as markup.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typst

from cms.core.pdf.document import PdfDocument, PdfResult
from cms.core.pdf.fonts import fonts
from cms.core.pdf.glyphs import Glyphs
from cms.core.pdf.mend import mended

TEMPLATES = Path(__file__).parent / "templates"


def pdf_make(document: PdfDocument) -> PdfResult:
    """The document as PDF/UA-1; the same document gives the same bytes."""
    glyphs = Glyphs()
    data = mended(_fitted(asdict(document), glyphs))
    content = typst.compile(
        str(TEMPLATES / "document.typ"),
        root=str(TEMPLATES),
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"document": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=0,
    )
    return PdfResult(content=content, replaced=list(glyphs.replaced))


def _fitted(value: Any, glyphs: Glyphs) -> Any:
    """The same data with every text fitted to the fonts."""
    if isinstance(value, str):
        return glyphs.fit(value)
    if isinstance(value, dict):
        return {key: _fitted(inner, glyphs) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_fitted(inner, glyphs) for inner in value]
    return value
