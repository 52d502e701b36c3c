"""Names of a page's texts for people: "Agenda item 2: title" for `agenda.<key>.title`."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import ForeignObjectRel

from cms.translations.texts.pairing import field_of


def labels_of(model: Any, paths: Sequence[str]) -> list[str]:
    """One name a path, numbered where several texts have the same."""
    names = [name_of(model, path) for path in paths]
    many = {name for name, number in Counter(names).items() if number > 1}
    seen = Counter[str]()
    labels = []
    for name in names:
        seen[name] += 1
        labels.append(f"{name} {seen[name]}" if name in many else name)
    return labels


def name_of(model: Any, path: str) -> str:
    first, *rest = field_of(path).split(".")
    try:
        field = model._meta.get_field(first)
    except FieldDoesNotExist:
        return path
    if isinstance(field, ForeignObjectRel):
        row: Any = field.related_model
        within = name_of(row, ".".join(rest[1:])) if len(rest) > 1 else ""
        return _large(f"{row._meta.verbose_name}: {within}" if within else row._meta.verbose_name)
    return _large(str(field.verbose_name))


def _large(text: str) -> str:
    return text[:1].upper() + text[1:]
