"""The thesaurus as CSV and as SKOS (W3C, 2009; Turtle): what goes out comes in again the same."""

import csv
from io import StringIO
from typing import Any

from django.db import transaction
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import SKOS
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
    return str(graph.serialize(format="turtle"))


def from_csv(text: str) -> list[dict[str, str]]:
    reader = csv.DictReader(StringIO(text))
    missing = set(COLUMNS) - set(reader.fieldnames or ())
    if missing:
        raise ThesaurusError(f"The file lacks the columns: {', '.join(sorted(missing))}.")
    return [{name: (row[name] or "").strip() for name in COLUMNS} for row in reader]


def from_skos(text: str) -> list[dict[str, str]]:
    graph = Graph()
    try:
        graph.parse(data=text, format="turtle")
    except Exception as error:
        raise ThesaurusError("The file is no SKOS in Turtle.") from error
    return [
        {
            "notation": _notation(graph, concept),
            "status": Topic.Status.APPROVED,
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


def _notation(graph: Graph, concept: Any) -> str:
    found = graph.value(concept, SKOS.notation)
    return str(found) if found else str(concept).rsplit("/", 1)[-1].rsplit(":", 1)[-1]


def topics_import(*, rows: list[dict[str, str]], dry_run: bool = False) -> tuple[int, int]:
    """Add and update topics and labels; nothing is deleted. (new topics, new labels).

    Raises ThesaurusError before anything is written.
    """
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    _check(rows, locales)
    with transaction.atomic():
        topics = {topic.notation: topic for topic in Topic.objects.all()}
        new = sorted({row["notation"] for row in rows} - set(topics))
        for notation in new:
            topics[notation] = Topic.objects.create(notation=notation)
        labels = sum(_take(row, topics, locales) for row in rows)
        transaction.set_rollback(dry_run)
    return len(new), labels


def _check(rows: list[dict[str, str]], locales: dict[str, Any]) -> None:
    known = {row["notation"] for row in rows} | set(
        Topic.objects.values_list("notation", flat=True)
    )
    for number, row in enumerate(rows, start=2):
        where = f"Row {number} ({row['notation'] or 'without a notation'})"
        if not row["notation"] or not row["text"]:
            raise ThesaurusError(f"{where}: notation and text are needed.")
        if row["language"] not in locales:
            raise ThesaurusError(f"{where}: the site has no language {row['language']!r}.")
        if row["kind"] not in TopicLabel.Kind.values or row["status"] not in Topic.Status.values:
            raise ThesaurusError(f"{where}: the kind or the status is unknown.")
        if row["broader"] and row["broader"] not in known:
            raise ThesaurusError(f"{where}: there is no broader topic {row['broader']!r}.")


def _take(row: dict[str, str], topics: dict[str, Topic], locales: dict[str, Any]) -> int:
    topic = topics[row["notation"]]
    broader = topics.get(row["broader"])
    if topic.status != row["status"] or topic.broader != broader:
        topic.status, topic.broader = row["status"], broader
        topic.full_clean()
        topic.save()
    key = {"topic": topic, "locale": locales[row["language"]], "kind": row["kind"]}
    if row["kind"] == TopicLabel.Kind.PREFERRED:
        _label, created = TopicLabel.objects.update_or_create(**key, defaults={"text": row["text"]})
    else:
        _label, created = TopicLabel.objects.get_or_create(**key, text=row["text"])
    return int(created)
