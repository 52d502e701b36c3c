"""Makes PDF/UA-1 files with Typst: tagged, in one language, with the fonts of our own folder.

No content makes it fail: texts are fitted to the fonts (`glyphs`), the structure is mended
(`mend`), and nothing but our template is read as markup.
"""

import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typst

from cms.core.pdf.document import PdfDocument, PdfResult
from cms.core.pdf.fonts import fonts
from cms.core.pdf.glyphs import Glyphs
from cms.core.pdf.mend import mended

TEMPLATES = Path(__file__).parent / "templates"
#: The typesetter has the last word on what a font shows; what it refuses is replaced too.
TRIES = 4
NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
CODE_POINT = re.compile(r"\\u\{([0-9a-f]+)\}")


def pdf_make(document: PdfDocument) -> PdfResult:
    """The document as PDF/UA-1; the same document gives the same bytes."""
    return _made(asdict(document), Glyphs(), tries=TRIES)


def _made(document: dict[str, Any], glyphs: Glyphs, *, tries: int) -> PdfResult:
    data = mended(_fitted(document, glyphs))
    try:
        return PdfResult(content=_compiled(data), replaced=list(glyphs.replaced))
    except typst.TypstError as error:
        refused = NO_GLYPH.findall(error.diagnostic)
        if not refused or tries == 1:
            raise
    glyphs.refuse([CODE_POINT.sub(lambda code: chr(int(code[1], 16)), text) for text in refused])
    return _made(document, glyphs, tries=tries - 1)


def _compiled(data: dict[str, Any]) -> bytes:
    return bytes(
        typst.compile(
            str(TEMPLATES / "document.typ"),
            root=str(TEMPLATES),
            font_paths=fonts(),
            ignore_system_fonts=True,
            sys_inputs={"document": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1"],
            timestamp=0,
        )
    )


def _fitted(value: Any, glyphs: Glyphs) -> Any:
    """The same data with every text fitted to the fonts."""
    if isinstance(value, str):
        return glyphs.fit(value)
    if isinstance(value, dict):
        return {key: _fitted(inner, glyphs) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_fitted(inner, glyphs) for inner in value]
    return value
