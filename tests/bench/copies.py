"""Copies of a page in every language it has, written as rows: five hundred in a second or two.

For measuring alone: no revision, no task, no receiver knows of them.
"""

from collections.abc import Iterable, Iterator
from copy import copy
from typing import Any
from uuid import UUID, uuid5

from modelcluster.models import get_all_child_relations
from wagtail.models import Page


def copies(page: Any, number: int, first: int = 0) -> None:
    """`number` copies of `page` and of its translations, each set with a key of its own."""
    for twin in type(page).objects.filter(translation_key=page.translation_key):
        parent = twin.get_parent()
        numbers = range(first, first + number)
        made = [page_row(twin, parent, parent.numchild + step + 1, n)
                for step, n in enumerate(numbers)]  # fmt: skip
        Page._base_manager.bulk_create(made, batch_size=50)
        Page._base_manager.filter(pk=parent.pk).update(numchild=parent.numchild + number)
        write(type(twin), [typed(twin, row) for row in made])
        for rows in child_rows(twin, made):
            write(type(rows[0]), rows)
        index(twin, made)


def index(page: Any, made: list[Any]) -> None:
    """Entries of the search for the copies, as that of their original."""
    from search.engines.current import engine
    from search.indexing.batch import batch
    from search.models import SearchDocument
    from search.vocabulary import Vocabulary

    entries = [
        replaced(original, made_page)
        for original in SearchDocument.objects.filter(page=page)
        for made_page in made
    ]
    SearchDocument.objects.bulk_create(entries, batch_size=500)
    vocabulary = Vocabulary()
    found = batch(entries, vocabulary.readings)
    found.count(vocabulary)
    engine().put(found.terms())


def replaced(original: Any, page: Any) -> Any:
    entry = copy(original)
    entry.pk, entry.page_id, entry.title, entry.url = None, page.pk, page.title, page.url_path
    return entry


def page_row(page: Any, parent: Any, step: int, number: int) -> Page:
    row = Page._base_manager.get(pk=page.pk)
    row.pk = row.id = None
    row.path = Page._get_path(parent.path, parent.depth + 1, step)
    row.slug = f"{page.slug}-{number}"
    row.url_path = f"{parent.url_path}{row.slug}/"
    row.title = row.draft_title = f"{page.title} {number}"
    row.translation_key = key_of(page.translation_key, number)
    row.latest_revision_id = row.live_revision_id = row.alias_of_id = None
    row.copy_number = number
    return row


def typed(page: Any, row: Page) -> Any:
    """The row of the page's own table."""
    model = type(page)
    made = model(page_ptr_id=row.pk)
    for field in model._meta.local_concrete_fields:
        if not field.primary_key:
            setattr(made, field.attname, getattr(page, field.attname))
    return made


def child_rows(page: Any, made: list[Any]) -> Iterator[list[Any]]:
    """Rows of each relation, and of each many-to-many, for all copies."""
    for relation in get_all_child_relations(type(page)):
        name = relation.field.attname
        model = relation.related_model
        rows = list(model._base_manager.filter(**{name: page.pk}))
        if rows and model._meta.app_label != "wagtailcore":
            yield [again(row, name, target) for target in made for row in rows]
    for field in type(page)._meta.many_to_many:
        through = field.remote_field.through
        name = f"{field.m2m_field_name()}_id"
        if not through._meta.auto_created:
            continue
        rows = list(through._base_manager.filter(**{name: page.pk}))
        if rows:
            yield [again(row, name, target) for target in made for row in rows]


def again(row: Any, name: str, target: Any) -> Any:
    values = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields}
    values[row._meta.pk.attname] = None
    values[name] = target.pk
    if "translation_key" in values:
        values["translation_key"] = key_of(row.translation_key, target.copy_number)
    return type(row)(**values)


def key_of(key: UUID, number: int) -> UUID:
    return uuid5(key, str(number))


def write(model: Any, rows: Iterable[Any]) -> None:
    """As they are: without `save`, which a page's own rules would answer."""
    rows = list(rows)
    fields = model._meta.local_concrete_fields
    fields = [f for f in fields if not (f.primary_key and rows[0].pk is None)]
    for start in range(0, len(rows), 50):
        chunk = rows[start : start + 50]
        model._base_manager._insert(chunk, fields=fields, using="default", raw=True)
