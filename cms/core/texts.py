"""Texts of the records that a page shows (topics, contacts, places), in one query for all.

Each falls back to the source language and then carries its own `lang`.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, F, Q, Value
from django.db.models.functions import Cast

from cms.core.models.contacts import ContactText, PlaceText
from cms.core.models.topics import Topic, TopicLabel
from cms.core.prepared import Prepared, among
from cms.languages import SOURCE

Key = tuple[str, int]
#: From ids of records to rows of `text_columns`.
Further = Callable[[Any], Any]


@dataclass(frozen=True)
class RecordText:
    """A record's text in one language: its name, and up to two more lines."""

    name: str
    lang: str
    first: str = ""
    second: str = ""


@dataclass
class Texts:
    by_key: dict[Key, RecordText] = field(default_factory=dict)

    def of(self, kind: str, pk: int | None) -> RecordText | None:
        return self.by_key.get((kind, pk)) if pk is not None else None

    @property
    def topics(self) -> list[RecordText]:
        return [text for (kind, _pk), text in self.by_key.items() if kind == "topic"]


def texts_of(
    page: Any,
    *,
    contacts: Iterable[int | None] = (),
    places: Iterable[int | None] = (),
    others: Sequence[tuple[Further, Collection[int]]] = (),
) -> Texts:
    """Texts of the page's topics and contact, and of further contacts and places by id.

    `others` are functions that give `text_columns` of further records, and the records' ids.
    """
    wanted = page.locale.language_code
    people = {pk for pk in [page.contact_id, *contacts] if pk}
    sites = {pk for pk in places if pk}
    if page.contact_id and page.contact.place_id:
        sites.add(page.contact.place_id)
    rows = _texts(
        type(page), tuple(more for more, _ids in others), page=page, people=people, sites=sites,
        languages=[wanted, SOURCE], **{f"ids{n}": ids for n, (_more, ids) in enumerate(others)},
    )  # fmt: skip
    texts = Texts()
    for kind, pk, lang, *values in rows:
        if lang == wanted or (kind, pk) not in texts.by_key:
            texts.by_key[kind, pk] = RecordText(values[0], lang, *values[1:])
    return texts


def _texts_of(
    model: Any, others: Any, *, page: Any, people: Any, sites: Any, languages: Any, **ids: Any
) -> Any:
    spoken = Q(locale__language_code__in=languages)
    field = model.topics.field
    topics = (
        model.topics.through.objects.filter(**{field.m2m_column_name(): page.pk})
        .values(field.m2m_reverse_name())
    )  # fmt: skip
    return text_columns(
        TopicLabel.objects.filter(spoken, kind="preferred", topic__in=topics), "topic", "text"
    ).union(
        text_columns(ContactText.objects.filter(spoken, among("contact_id", people)),
                     "contact", "name", "role", "opening_hours"),
        text_columns(PlaceText.objects.filter(spoken, among("place_id", sites)),
                     "place", "name", "directions"),
        *(more(ids[f"ids{n}"]).filter(spoken) for n, more in enumerate(others)),
        all=True,
    )  # fmt: skip


_texts = Prepared(_texts_of)


def topics_of_pages(pages: list[Any], lang: str) -> dict[int, dict[str, str]]:
    """Labels by notation for each page, in `lang` or else the source's: one query a page type."""
    by_type: dict[Any, list[int]] = {}
    for page in pages:
        by_type.setdefault(page.specific_class, []).append(page.pk)
    found: dict[int, dict[str, str]] = {}
    for model, ids in by_type.items():
        for pk, notation, text, code in _topics(model, ids, [lang, SOURCE]):
            labels = found.setdefault(pk, {})
            if code == lang or notation not in labels:
                labels[notation] = text
    return found


def _topics(model: Any, ids: list[int], languages: list[str]) -> Any:
    """(page, notation, label, language) of the topics of pages of one type."""
    field = model.topics.field
    own, topic = field.m2m_column_name(), field.m2m_reverse_field_name()
    rows = field.remote_field.through.objects.filter(**{
        f"{own}__in": ids,
        f"{topic}__labels__kind": TopicLabel.Kind.PREFERRED,
        f"{topic}__labels__locale__language_code__in": languages,
    }).exclude(**{f"{topic}__status": Topic.Status.DEPRECATED})  # fmt: skip
    columns = ("notation", "labels__text", "labels__locale__language_code")
    return rows.values_list(own, *(f"{topic}__{column}" for column in columns))


def place_texts(places: Iterable[int], lang: str) -> dict[int, RecordText]:
    """Names of places by id, in `lang` or else in the source's language."""
    rows = PlaceText.objects.filter(
        place__in=list(places), locale__language_code__in=[lang, SOURCE]
    )
    found: dict[int, RecordText] = {}
    for pk, name, code in rows.values_list("place", "name", "locale__language_code"):
        if code == lang or pk not in found:
            found[pk] = RecordText(name, code)
    return found


def text_columns(
    rows: Any, kind: str, name: str, first: str | None = None, second: str | None = None
) -> Any:
    """Text rows of one kind of record, whose foreign key to it is called `kind`."""

    def text(column: str | None) -> Any:
        return Cast(F(column), CharField()) if column else Value("", CharField())

    return rows.order_by().values_list(
        Value(kind, CharField()), f"{kind}_id", "locale__language_code",
        text(name), text(first), text(second),
    )  # fmt: skip
