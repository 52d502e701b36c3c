"""What a reader is shown of what was found: titles and passages with the words marked, links."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q
from django.utils.safestring import SafeString

from cms.core.frame import address
from cms.core.languages import Tongue, listed, tongue
from search.analysis.analyser import KIN
from search.engines.port import Row
from search.kinds import kind_name
from search.marking import Sought, marked, passage_of, sought
from search.models import SearchDocument
from search.query.found import Found, Group
from search.query.plans import Planned
from search.sight import SeenPage
from search.vocabulary import Vocabulary

#: Words that are named as what one typed word was taken for.
MOST_READINGS = 3
#: Pages of files that are shown of one result.
MOST_PASSAGES = 3
#: Fields of an entry that a result needs.
SHOWN = (
    "page", "file", "number", "language", "title", "headings", "summary", "body", "kinds",
    "formats", "issued", "url", "is_past",
)  # fmt: skip
SURFACE, PARTS = {"x", "surf"}, {"parts"}


@dataclass(frozen=True)
class InFile:
    """A page of a file that holds the words; its link opens the file there."""

    title: SafeString
    url: str
    number: int
    text: SafeString
    language: str
    format: str

    @property
    def tongue(self) -> Tongue:
        return tongue(self.language)


@dataclass(frozen=True)
class Mended:
    """A word that was read otherwise than it was typed, and what was looked for instead."""

    typed: str
    used: str


@dataclass(frozen=True)
class Hit:
    """A page that was found. `language` says in which one it is where that is not the reader's."""

    title: SafeString
    url: str
    kind: str
    language: str
    issued: date | None
    text: SafeString
    is_past: bool
    files: list[InFile] = field(default_factory=list)
    #: Further pages of its files with the words.
    more: int = 0

    @property
    def tongue(self) -> Tongue:
        return tongue(self.language)


def hits_of(groups: Collection[Group], result: Found) -> list[Hit]:
    """Two queries: the entries of the groups, and the forms of what was sought."""
    wanted = Q(page__in=[group.page for group in groups])
    wanted |= Q(pk__in=[row.id for group in groups for row in shown_rows(group)])
    entries = list(SearchDocument.objects.using(result.library.using).filter(wanted).only(*SHOWN))
    by_page = {entry.page_id: entry for entry in entries if entry.page_id}
    by_id = {entry.pk: entry for entry in entries}
    looked_for = soughts(result.planned, result.library.vocabulary)
    return [
        hit_of(group, result.sight.pages[group.page], by_page[group.page], by_id, looked_for)
        for group in groups
        if group.page in by_page
    ]


def shown_rows(group: Group) -> list[Row]:
    return [row for row in group.rows if row.file][:MOST_PASSAGES]


def hit_of(
    group: Group,
    seen: SeenPage,
    entry: SearchDocument,
    by_id: Mapping[int, SearchDocument],
    looked_for: Mapping[str, Sought],
) -> Hit:
    files = [row for row in group.rows if row.file]
    wanted = looked_for.get(group.language, Sought(group.language))
    return Hit(
        title=marked(seen.title, wanted),
        url=address(seen.language, seen.url_path),
        kind=kind_name(entry.kinds[0]),
        language=group.language,
        issued=entry.issued,
        text=text_of(entry, wanted),
        is_past=entry.is_past,
        files=[
            in_file(by_id[row.id], looked_for) for row in shown_rows(group) if row.id in by_id
        ],
        more=max(0, len(files) - MOST_PASSAGES),
    )  # fmt: skip


def text_of(entry: SearchDocument, wanted: Sought) -> SafeString:
    """The summary with the words marked, else the passage of the text that holds them."""
    text = marked(entry.summary, wanted)
    if "<mark>" not in text:
        passage = passage_of(f"{entry.headings} {entry.body}", wanted)
        text = marked(passage, wanted) if passage else text
    return text


def in_file(entry: SearchDocument, looked_for: Mapping[str, Sought]) -> InFile:
    wanted = looked_for.get(entry.language, Sought(entry.language))
    file_format = entry.formats[0] if entry.formats else ""
    page = f"#page={entry.number}" if file_format == "pdf" else ""
    return InFile(
        title=marked(entry.title, wanted),
        url=f"{entry.url}{page}",
        number=entry.number if page else 0,
        text=marked(passage_of(entry.body, wanted), wanted),
        language=entry.language,
        format=file_format.upper(),
    )


def soughts(plans: Mapping[str, Planned], vocabulary: Vocabulary) -> dict[str, Sought]:
    """What is marked, by language: one statement for all."""
    pairs = [(code, stem) for code, one in plans.items() for stem in one.stems]
    forms = vocabulary.forms(pairs) if pairs else {}
    return {
        code: sought(
            code, {*forms.get(code, ()), *words_of(one, SURFACE)},
            {part for part in words_of(one, PARTS) if not part.startswith(KIN)},
        )
        for code, one in plans.items()
    }  # fmt: skip


def words_of(one: Planned, fields: set[str]) -> set[str]:
    """Words that a plan looks for in these fields."""
    terms = (term for terms in one.plan.every for term in terms if term.field in fields)
    return {word for term in terms for word in term.term.split()}


def mended_words(own: Planned | None) -> list[Mended]:
    """What the reader is told of the words in their language."""
    return [
        Mended(one.typed, listed((one.words or one.stems)[:MOST_READINGS]))
        for one in (own.mended if own else [])
    ]
