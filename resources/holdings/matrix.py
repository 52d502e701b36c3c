"""Files by language and format: rows are languages in their own names, columns are formats."""

from dataclasses import dataclass
from typing import Any

from cms.core.children import child_rows
from cms.core.languages import Tongue, tongue
from cms.languages import SOURCE, SPOKEN
from resources.holdings.vocabulary import FileRole

#: Of the formats that cms.core.files takes.
MIME = {
    "PDF": "application/pdf", "EPUB": "application/epub+zip", "TXT": "text/plain",
    "CSV": "text/csv", "ODT": "application/vnd.oasis.opendocument.text",
    "ODS": "application/vnd.oasis.opendocument.spreadsheet",
    "DOCX": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "XLSX": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip


@dataclass(frozen=True)
class ShownFile:
    """`title` is its own, else what it is, else nothing: then it is the work itself."""

    url: str
    title: str
    lang: str
    role: str
    format: str
    language: str
    size: int | None
    pages: int | None
    accessible: str

    @property
    def mime(self) -> str:
        return MIME.get(self.format, "application/octet-stream")


@dataclass(frozen=True)
class MatrixRow:
    language: Tongue | None
    cells: list[list[ShownFile]]


@dataclass(frozen=True)
class Matrix:
    formats: list[str]
    rows: list[MatrixRow]


def shown_files(page: Any) -> list[ShownFile]:
    """The rows in their order, with their documents: one query."""
    return [shown_file(row, page) for row in child_rows(page, "files", "document")]


def shown_file(row: Any, page: Any) -> ShownFile:
    row.locale = page.locale
    document = row.document
    role = "" if row.role == FileRole.MAIN else row.get_role_display()
    return ShownFile(
        url=document.url,
        title=row.title,
        lang=row.lang_of("title"),
        role=str(role),
        format=document.file_extension.upper(),
        language=document.language,
        size=document.file_size,
        pages=document.page_count,
        accessible=document.accessible,
    )


def matrix_of(files: list[ShownFile], lang: str) -> Matrix:
    """The reader's language first, then the source's, then the others in the order of the site."""
    formats = sorted({file.format for file in files}, key=lambda name: (name != "PDF", name))
    order = [lang, SOURCE, *SPOKEN]
    codes = sorted(
        {file.language for file in files},
        key=lambda code: (order.index(code) if code in order else len(order), not code),
    )
    rows = [
        MatrixRow(
            tongue(code) if code else None,
            [[f for f in files if (f.language, f.format) == (code, name)] for name in formats],
        )
        for code in codes
    ]
    return Matrix(formats, rows)


def languages_shown(codes: list[str]) -> list[Tongue]:
    """Languages in their own names, each once, `mul` in words of the reader's language."""
    return [tongue(code) for code in dict.fromkeys(codes) if code]
