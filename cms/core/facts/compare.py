"""Compares a source page with its translations: what `propagate` writes and `drift` reports."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from cms.core.facts.kinds import required_kinds
from cms.core.facts.rows import FactRow, text_values


@dataclass
class RowPlan:
    """What one relation's rows need in the translations."""

    create: list[FactRow] = field(default_factory=list)
    delete: list[FactRow] = field(default_factory=list)
    update: list[FactRow] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)


@dataclass
class Plan:
    """Differences between a source and its translations; empty where all facts agree."""

    values: dict[str, Any]
    fields: set[int] = field(default_factory=set)
    slugs: list[Any] = field(default_factory=list)
    many: dict[str, tuple[set[int], list[Any]]] = field(default_factory=dict)
    rows: dict[str, RowPlan] = field(default_factory=dict)

    @property
    def page_ids(self) -> set[int]:
        ids = self.fields | {page.pk for page in self.slugs}
        for pages, _values in self.many.values():
            ids |= pages
        for plan in self.rows.values():
            ids |= plan.pages
        return ids


def compare(source: Any, family: list[Any]) -> Plan:
    """The writes that would make every page of `family` agree with `source`'s row."""
    kinds = required_kinds(type(source))
    columns = [name for name in kinds.columns(type(source), kinds.facts) if name != "slug"]
    plan = Plan(values={name: getattr(source, name) for name in columns})
    for page in family:
        if any(getattr(page, name) != value for name, value in plan.values.items()):
            plan.fields.add(page.pk)
        if page.depth > 2 and page.slug != source.slug:
            plan.slugs.append(page)
    for name in kinds.many:
        plan.many[name] = _compare_many(source, family, name)
    for relation, model in kinds.rows:
        plan.rows[relation] = _compare_rows(source, family, model)
    return plan


def _compare_many(source: Any, family: list[Any], name: str) -> tuple[set[int], list[Any]]:
    m2m = type(source)._meta.get_field(name)
    mine, other = m2m.m2m_column_name(), m2m.m2m_reverse_name()
    chosen: dict[int, set[Any]] = {page.pk: set() for page in [source, *family]}
    through = m2m.remote_field.through.objects.filter(**{f"{mine}__in": list(chosen)})
    for page_id, value in through.values_list(mine, other):
        chosen[page_id].add(value)
    wanted = chosen.pop(source.pk)
    return {pk for pk, values in chosen.items() if values != wanted}, sorted(wanted)


def _compare_rows(source: Any, family: list[Any], model: Any) -> RowPlan:
    plan = RowPlan()
    by_page: dict[int, dict[Any, Any]] = {page.pk: {} for page in [source, *family]}
    for row in model.objects.filter(page_id__in=list(by_page)):
        by_page[row.page_id][row.translation_key] = row
    wanted = by_page[source.pk]
    for page in family:
        rows = by_page[page.pk]
        plan.delete += _noted(plan, page, (r for key, r in rows.items() if key not in wanted))
        for key, original in wanted.items():
            if key not in rows:
                plan.create += _noted(plan, page, [row_for(page, original)])
            elif follow(rows[key], original):
                plan.update += _noted(plan, page, [rows[key]])
    return plan


def _noted(plan: RowPlan, page: Any, rows: Iterable[FactRow]) -> list[FactRow]:
    found = list(rows)
    if found:
        plan.pages.add(page.pk)
    return found


def row_for(page: Any, original: FactRow) -> FactRow:
    """A translation's new row: the facts, and the source's text until somebody translates it."""
    model = type(original)
    columns = {
        field.attname: getattr(original, field.attname)
        for field in model._meta.concrete_fields
        if not field.primary_key
    }
    columns |= {"page_id": page.pk, "locale_id": page.locale_id}
    return model(**columns | {"source_text": list(model.text_fields)})


def follow(row: FactRow, original: FactRow) -> bool:
    """Give `row` the facts of `original`, and its text where `source_text` says so."""
    kinds = required_kinds(type(row))
    names = kinds.columns(type(row), kinds.facts)
    texts = [name for name in row.source_text if name in row.text_fields]
    changed = False
    theirs = text_values(original)
    mine = text_values(row)
    for name in names:
        if stored(row, name) != stored(original, name):
            setattr(row, name, getattr(original, name))
            changed = True
    for name in texts:
        if mine[name] != theirs[name]:
            setattr(row, name, getattr(original, name))
            changed = True
    return changed


def stored(obj: Any, name: str) -> Any:
    """A field's value as the database holds it: streams compare by value, not by object."""
    field = obj._meta.get_field(name) if not name.endswith("_id") else None
    value = getattr(obj, name)
    return (
        field.get_prep_value(value) if field is not None and hasattr(value, "raw_data") else value
    )
