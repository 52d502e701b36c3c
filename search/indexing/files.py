"""A file as entries of the search, one for each of its pages: what it says, once it was read.

What a file is about is what the pages that show it are about; they are indexed before it.
"""

from typing import Any

from django.db.models import QuerySet
from wagtail.documents import get_document_model

from cms.core.files_access import is_public, uses
from cms.core.visibility import visible_pages
from cms.languages import BY_CODE, SOURCE
from search.analysis import analyser_for
from search.extraction import State, extracted
from search.indexing.pages import digested
from search.models import FileText, SearchDocument

#: Facets that a file has from the pages that show it.
FROM_PAGES = ("kinds", "topics", "publishers", "audiences")


def file_entries(file_id: int) -> list[SearchDocument]:
    """The entries of a file as visitors may read it now; none where they may not."""
    file = get_document_model().objects.filter(pk=file_id).first()
    if file is None or not is_public("document", file):
        return []
    hosts = list(hosts_of(file))
    if not hosts:
        return []
    about = {name: merged(getattr(host, name) for host in hosts) for name in FROM_PAGES}
    language = language_of(file, hosts)
    return [
        digested(
            SearchDocument(
                file_id=file.pk, number=number, language=language, title=file.title, body=text,
                issued=max((host.issued for host in hosts if host.issued), default=None),
                formats=[file.file_extension], accessible=[file.accessible], **about,
                is_past=all(host.is_past for host in hosts), url=file.url,
            )
        )
        for number, text in pages_read(file, language)
        if text.strip()
    ]  # fmt: skip


def hosts_of(file: Any) -> QuerySet[SearchDocument]:
    """The entries of the visible pages that show the file."""
    pages = visible_pages().filter(uses("document", file))
    return SearchDocument.objects.filter(page__in=pages.values("pk")).order_by("page_id")


def merged(lists: Any) -> list[Any]:
    return list(dict.fromkeys(value for held in lists for value in held))


def language_of(file: Any, hosts: list[SearchDocument]) -> str:
    """The file's own language where it is one of the site's, else that of the first page with it:
    facts stand on pages of the source language first."""
    if file.language in BY_CODE:
        return str(file.language)
    languages = {host.language for host in hosts}
    return SOURCE if SOURCE in languages else min(languages)


def pages_read(file: Any, language: str) -> list[tuple[int, str]]:
    """(number, text) of each page: what was read before where the file is still the same."""
    known = FileText.objects.filter(file=file).first()
    if known and known.sha256 == file.sha256 and known.language == language:
        rows = SearchDocument.objects.filter(file=file).order_by("number")
        stored = list(rows.values_list("number", "body"))
        if stored or not known.pages:
            return stored
    return read(file, language)


def read(file: Any, language: str) -> list[tuple[int, str]]:
    """Read the file, and note for its editors what became of that."""
    options = {}
    if BY_CODE[language].direction == "rtl":
        options["knows"] = analyser_for(language).spells
    try:
        with file.open_file() as opened:
            found = extracted(opened, file.file_extension, **options)
            state, pages = found.state, found.pages if found.has_text else []
    except FileNotFoundError:
        state, pages = State.MISSING, []
    FileText.objects.update_or_create(
        file=file,
        defaults={"sha256": file.sha256, "language": language, "state": state,
                  "pages": sum(1 for text in pages if text.strip())},
    )  # fmt: skip
    return list(enumerate(pages, 1))
