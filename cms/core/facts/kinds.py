"""Which fields of a model are text, shared facts or live facts, and which relations are rows."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import models
from modelcluster.models import get_all_child_relations


@dataclass(frozen=True)
class Kinds:
    """Field names by kind. `rows` maps the name of a child relation to its row model."""

    text: tuple[str, ...]
    shared: tuple[str, ...]
    live: tuple[str, ...]
    many: tuple[str, ...]
    rows: tuple[tuple[str, Any], ...]

    @property
    def facts(self) -> tuple[str, ...]:
        return self.shared + self.live

    def columns(self, model: Any, names: tuple[str, ...]) -> list[str]:
        """Attribute names of `names` on `model`'s row (`contact_id`), without many-to-many."""
        return [model._meta.get_field(name).attname for name in names if name not in self.many]


@cache
def kinds_of(model: Any) -> Kinds | None:
    """The kinds of a page type or row model; None for a model without facts."""
    if not hasattr(model, "shared_fields"):
        return None
    many = tuple(
        name for name in (*model.shared_fields, *model.live_fields)
        if isinstance(model._meta.get_field(name), models.ManyToManyField)
    )  # fmt: skip
    relations = get_all_child_relations(model) if hasattr(model, "get_descendants") else []
    rows = tuple(
        (relation.get_accessor_name(), relation.related_model)
        for relation in relations
        if hasattr(relation.related_model, "shared_fields")
    )
    return Kinds(model.text_fields, model.shared_fields, model.live_fields, many, rows)


def required_kinds(model: Any) -> Kinds:
    kinds = kinds_of(model)
    if kinds is None:
        raise TypeError(f"{model.__name__} declares no facts")
    return kinds
