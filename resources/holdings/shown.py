"""What the page of a holding shows, in two queries: its files, and all rows that name others."""

from dataclasses import dataclass
from typing import Any

from django.utils import translation

from cms.core.frame import Link, address, frame_of
from cms.core.languages import Tongue
from cms.core.outlets import offers_of
from cms.core.texts import texts_of
from resources.holdings.blocks import anchor_of
from resources.holdings.citation import citation_of, cited_at
from resources.holdings.matrix import Matrix, ShownFile, matrix_of, shown_files
from resources.holdings.rows import CONTRIBUTOR, OTHERS, RELATION, Row, rows_of
from resources.holdings.vocabulary import INVERSE, MakerRole, RelationKind

Labels = dict[tuple[str, str], Any]
ROLES: Labels = {(CONTRIBUTOR, role.value): role.label for role in MakerRole}
RELATIONS: Labels = {
    **{(RELATION, kind.value): kind.label for kind in RelationKind},
    **{(OTHERS, kind.value): label for kind, label in INVERSE.items()},
}


@dataclass(frozen=True)
class Named:
    """Somebody or a work: `url` is empty where only the name is known, `lang` where none is."""

    title: str
    url: str = ""
    lang: str = ""


@dataclass(frozen=True)
class Group:
    """What one role or kind of relation names, under its label."""

    code: str
    label: str
    entries: list[Named]


@dataclass
class Shown:
    files: list[ShownFile]
    matrix: Matrix
    makers: list[Group]
    relations: list[Group]
    publishers: list[Named]
    cite: str = ""
    cited_at: str = ""

    @property
    def first(self) -> ShownFile | None:
        """The file to offer first: the first format of the first language, the work itself."""
        if not self.matrix.rows:
            return None
        files = [file for cell in self.matrix.rows[0].cells for file in cell]
        return next((file for file in files if not file.role), files[0])

    @property
    def first_language(self) -> Tongue | None:
        """The language of that file, to be named where it is not the reader's."""
        language = self.matrix.rows[0].language if self.matrix.rows else None
        is_readers = language is None or language.code == translation.get_language()
        return None if is_readers else language

    def made_by(self, code: str) -> list[Named]:
        return [entry for group in self.makers if group.code == code for entry in group.entries]


def holding_context(page: Any, request: Any) -> dict[str, Any]:
    page.shown = shown = shown_of(page, request)
    page.absolute = request.build_absolute_uri
    lang = page.locale.language_code
    return {
        "shown": shown,
        "chapters": chapters_of(page),
        "texts": texts_of(page),
        "citations": list(offers_of(request, page.citations, lang, page.url_path)),
    }


def shown_of(page: Any, request: Any) -> Shown:
    """The rows first: the frame reads the pages that they name with its own."""
    lang = page.locale.language_code
    rows = rows_of(page)
    page.referred_ids = tuple(row.page_id for row in rows if row.page_id)
    links = frame_of(request, page, lang).related
    files = shown_files(page)
    shown = Shown(
        files, matrix_of(files, lang), grouped(rows, ROLES, links, page.printed_lang),
        grouped(rows, RELATIONS, links), publishers_of(page, links),
    )  # fmt: skip
    url = request.build_absolute_uri(address(lang, page.url_path))
    shown.cite = citation_of(
        page, makers=[entry.title for entry in shown.made_by("author")],
        publisher="".join(entry.title for entry in shown.publishers),
    )  # fmt: skip
    shown.cited_at = cited_at(page, url)
    return shown


def named(row: Row, links: dict[int, Link], printed: str) -> Named | None:
    """A row's page in the reader's language, under its printed name where it has one."""
    lang = row.language or printed
    link = links.get(row.page_id) if row.page_id else None
    if link is not None:
        return Named(row.title or link.title, link.url, lang if row.title else link.lang)
    if row.title or row.url:
        return Named(row.title or row.url, row.url, lang)
    return None


def grouped(
    rows: list[Row], labels: Labels, links: dict[int, Link], printed: str = ""
) -> list[Group]:
    """What the rows name by label, in the order of the labels, each once; `printed` is the
    language of a name that says none."""
    groups: dict[str, Group] = {}
    for (_what, kind), label in labels.items():
        groups.setdefault(str(label), Group(kind, str(label), []))
    for row in rows:
        label, entry = labels.get((row.what, row.kind)), named(row, links, printed)
        if label is not None and entry is not None:
            entries = groups[str(label)].entries
            entries += [] if entry in entries else [entry]
    return [group for group in groups.values() if group.entries]


def publishers_of(page: Any, links: dict[int, Link]) -> list[Named]:
    """The page of the publisher in the reader's language, or its printed name: one or none."""
    link = links.get(page.publisher_id)
    if link is not None:
        return [Named(link.title, link.url, link.lang)]
    return [Named(page.publisher_name, lang=page.printed_lang)] if page.publisher_name else []


def chapters_of(page: Any) -> list[dict[str, Any]]:
    """Anchor, heading and content of each chapter; none of a type without chapters."""
    return [
        {"anchor": anchor_of(block.id, order), **block.value}
        for order, block in enumerate(getattr(page, "chapters", None) or [], start=1)
    ]
