"""From texts to terms: an entry as an engine keeps it."""

from collections.abc import Mapping

from search.analysis import Reading, analyser_for
from search.engines.port import Entry, Row, packed
from search.models import SearchDocument

#: Stands between texts that do not belong together, so that no phrase goes over it.
APART = "¶"

#: Words of a title and of everything else, in their order.
Words = tuple[list[str], list[str]]


def words_of(entry: SearchDocument) -> Words:
    analyser = analyser_for(entry.language)
    texts = [entry.summary, *entry.headings.split("\n"), *entry.body.split("\n")]
    texts += entry.labels.split("\n")
    body: list[str] = []
    for words in filter(None, map(analyser.words, filter(None, texts))):
        body += [*words, APART]
    return analyser.words(entry.title), body


def distinct(words: Words) -> set[str]:
    """The words that the vocabulary counts."""
    return {*words[0], *words[1]} - {APART}


def analysed(entry: SearchDocument, words: Words, readings: Mapping[str, Reading]) -> Entry:
    """`readings`: of all distinct words."""
    title, body = ([readings[word] for word in text if word != APART] for text in words)
    return Entry(
        row_of(entry),
        {
            "x": " ".join(words[0]),
            "y": " ".join([stem for reading in title for stem in reading.stems]),
            "surf": " ".join(words[1]),
            "terms": " ".join([stem for reading in body for stem in reading.stems]),
            "parts": " ".join(
                [
                    part
                    for reading in (*title, *body)
                    if reading.parts or reading.others
                    for part in (*reading.parts, *reading.others)
                ]
            ),
        },
    )


def row_of(entry: SearchDocument) -> Row:
    year = [str(entry.issued.year)] if entry.issued else []
    return Row(
        id=entry.pk, page=entry.page_id or 0, file=entry.file_id or 0, number=entry.number,
        language=entry.language, past=int(entry.is_past),
        day=entry.issued.toordinal() if entry.issued else 0,
        facets=packed({
            "kind": entry.kinds, "topic": entry.topics, "language": [entry.language],
            "year": year, "publisher": entry.publishers, "audience": entry.audiences,
            "format": entry.formats, "accessible": entry.accessible,
        }),
    )  # fmt: skip
