"""The thesaurus as CSV and as SKOS (W3C, 2009; Turtle): what goes out comes in again the same."""

import csv
from dataclasses import dataclass
from io import StringIO
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import OWL, SKOS
from wagtail.models import Locale

from cms.core.models.topics import Topic, TopicLabel

COLUMNS = ("notation", "status", "broader", "language", "kind", "text")
BASE = "urn:topic:"
LABELS: dict[str, URIRef] = {
    TopicLabel.Kind.PREFERRED: SKOS.prefLabel,
    TopicLabel.Kind.ALTERNATIVE: SKOS.altLabel,
    TopicLabel.Kind.HIDDEN: SKOS.hiddenLabel,
}


class ThesaurusError(ValueError):
    """A file that cannot be taken, with one sentence that says where and why."""


def rows_out() -> list[dict[str, str]]:
    """One row a label, in a fixed order."""
    labels = TopicLabel.objects.select_related("topic__broader", "locale")
    return [
        {
            "notation": label.topic.notation,
            "status": label.topic.status,
            "broader": label.topic.broader.notation if label.topic.broader else "",
            "language": label.locale.language_code,
            "kind": label.kind,
            "text": label.text,
        }
        for label in labels.order_by("topic__notation", "locale", "kind", "text")
    ]


def to_csv() -> str:
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows_out())
    return out.getvalue()


def to_skos() -> str:
    graph = Graph()
    graph.bind("skos", SKOS)
    for row in rows_out():
        concept = URIRef(BASE + row["notation"])
        graph.add((concept, RDF.type, SKOS.Concept))
        graph.add((concept, SKOS.notation, Literal(row["notation"])))
        graph.add((concept, LABELS[row["kind"]], Literal(row["text"], lang=row["language"])))
        if row["broader"]:
            graph.add((concept, SKOS.broader, URIRef(BASE + row["broader"])))
        if row["status"] == Topic.Status.DEPRECATED:
            graph.add((concept, OWL.deprecated, Literal(True)))
    return str(graph.serialize(format="turtle"))


def from_csv(text: str) -> list[dict[str, str]]:
    reader = csv.DictReader(StringIO(text))
    try:
        missing = set(COLUMNS) - set(reader.fieldnames or ())
        rows = list(reader)
    except csv.Error as error:
        raise ThesaurusError(_("The file is not a readable CSV.")) from error
    if missing:
        raise ThesaurusError(
            _("The file lacks the columns: %(columns)s.") % {"columns": ", ".join(sorted(missing))}
        )
    return [{name: (row[name] or "").strip() for name in COLUMNS} for row in rows]


def from_skos(text: str) -> list[dict[str, str]]:
    """Concepts of a Turtle text, which is all that is read: what it refers to is not fetched.

    SKOS knows no status but deprecated (OWL 2); an empty one leaves a known topic's as it is.
    """
    graph = Graph()
    try:
        graph.parse(data=text, format="turtle")
    except Exception as error:
        raise ThesaurusError(_("The file is no SKOS in Turtle.")) from error
    return [
        {
            "notation": _notation(graph, concept),
            "status": Topic.Status.DEPRECATED if _is_deprecated(graph, concept) else "",
            "broader": _notation(graph, broader) if broader is not None else "",
            "language": str(getattr(label, "language", "") or ""),
            "kind": kind,
            "text": str(label),
        }
        for concept in graph.subjects(RDF.type, SKOS.Concept)
        for broader in [graph.value(concept, SKOS.broader)]
        for kind, predicate in LABELS.items()
        for label in graph.objects(concept, predicate)
    ]


def _is_deprecated(graph: Graph, concept: Any) -> bool:
    return (concept, OWL.deprecated, Literal(True)) in graph


def _notation(graph: Graph, concept: Any) -> str:
    found = graph.value(concept, SKOS.notation)
    return str(found) if found else str(concept).rsplit("/", 1)[-1].rsplit(":", 1)[-1]


def topics_import(*, rows: list[dict[str, str]], dry_run: bool = False) -> tuple[int, int]:
    """Add and update topics and labels; nothing is deleted. (new topics, new labels).

    Raises ThesaurusError; then nothing is written.
    """
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    _check(rows, locales)
    with transaction.atomic():
        topics = {topic.notation: topic for topic in Topic.objects.all()}
        new = sorted({row["notation"] for row in rows} - set(topics))
        labels = 0
        for notation in new:
            topics[notation] = _new(notation)
        for number, row in enumerate(rows, start=2):
            try:
                labels += _take(row, topics, locales)
            except ValidationError as error:
                raise _at(number, row, " ".join(error.messages).rstrip(".")) from error
        transaction.set_rollback(dry_run)
    return len(new), labels


def _new(notation: str) -> Topic:
    topic = Topic(notation=notation)
    try:
        topic.full_clean()
    except ValidationError as error:
        raise ThesaurusError(f"{notation[:60]}: {' '.join(error.messages)}") from error
    topic.save()
    return topic


@dataclass(frozen=True)
class LabelChange:
    """A label that a file brings; `before` is the one it takes the place of."""

    notation: str
    language: str
    kind: Any
    text: str
    before: str = ""


def labels_changed(rows: list[dict[str, str]]) -> list[LabelChange]:
    """What importing `rows` would do to labels, in the order of the file; writes nothing."""
    labels = TopicLabel.objects.values_list(
        "topic__notation", "locale__language_code", "kind", "text"
    )
    known = set(labels)
    preferred = {label[:3]: label[3] for label in known if label[2] == TopicLabel.Kind.PREFERRED}
    changes = []
    for row in rows:
        key = (row["notation"], row["language"], row["kind"])
        if (*key, row["text"]) not in known:
            kind = TopicLabel.Kind(row["kind"])
            changes.append(
                LabelChange(key[0], key[1], kind.label, row["text"], preferred.get(key, ""))
            )
    return changes


def _check(rows: list[dict[str, str]], locales: dict[str, Any]) -> None:
    known = {row["notation"] for row in rows} | set(
        Topic.objects.values_list("notation", flat=True)
    )
    statuses = {"", *Topic.Status.values}
    for number, row in enumerate(rows, start=2):
        fault = ""
        if not row["notation"] or not row["text"]:
            fault = _("notation and text are needed")
        elif "\0" in "".join(row.values()):
            fault = _("it holds a character that no text has")
        elif row["language"] not in locales:
            fault = _("the site has no language “%(name)s”") % {"name": row["language"]}
        elif row["kind"] not in TopicLabel.Kind.values or row["status"] not in statuses:
            fault = _("the kind or the status is unknown")
        elif row["broader"] and row["broader"] not in known:
            fault = _("there is no broader topic “%(name)s”") % {"name": row["broader"]}
        if fault:
            raise _at(number, row, fault)


def _at(number: int, row: dict[str, str], fault: str) -> ThesaurusError:
    """`number` is the line of a CSV file; of SKOS it counts labels in the same way."""
    values = {"number": number, "notation": row["notation"] or "–", "fault": fault}
    return ThesaurusError(_("Row %(number)d (%(notation)s): %(fault)s.") % values)


def _take(row: dict[str, str], topics: dict[str, Topic], locales: dict[str, Any]) -> int:
    topic = topics[row["notation"]]
    status, broader = row["status"] or topic.status, topics.get(row["broader"])
    if topic.status != status or topic.broader != broader:
        topic.status, topic.broader = status, broader
        topic.full_clean()
        topic.save()
    key = {"topic": topic, "locale": locales[row["language"]], "kind": row["kind"]}
    TopicLabel(**key, text=row["text"]).clean_fields()
    if row["kind"] == TopicLabel.Kind.PREFERRED:
        _label, created = TopicLabel.objects.update_or_create(**key, defaults={"text": row["text"]})
    else:
        _label, created = TopicLabel.objects.get_or_create(**key, text=row["text"])
    return int(created)
