"""Stores what a page's source says in wagtail-localize's tables, in a constant number of queries.

The rows are the ones that `TranslationSource.update_or_create_from_instance` makes (a test compares
them); the library needs four queries for each segment.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import uuid5

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.utils import timezone
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
    get_schema_version,
)
from wagtail_localize.segments import (
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments

from cms.core.blocks.old_lists import lists_renew

Keys = dict[str, int]


def source_write(page: Any, *, is_draft: bool = False) -> TranslationSource:
    """The source of a page with the segments of what it says now; made where it is missing.

    `page` is the row of the page, or a draft of it, of which nothing is saved.
    """
    with transaction.atomic():
        if (old := lists_renew(page)) and not is_draft:
            page.save(update_fields=old, clean=False)
        values = extract_segments(page)  # first: reading gives ids to blocks that have none
        known, _is_new = TranslatableObject.objects.get_or_create_from_instance(page)
        source, _is_new = TranslationSource.objects.update_or_create(
            object=known,
            locale_id=page.locale_id,
            specific_content_type=ContentType.objects.get_for_model(type(page)),
            defaults={
                "object_repr": str(page)[:200],
                "content_json": page.to_json(),
                "schema_version": get_schema_version(page._meta.app_label),
                "last_updated_at": timezone.now(),
            },
        )
        _write(source, values)
    return source


def _write(source: TranslationSource, values: list[Any]) -> None:
    contexts = _contexts(source, {value.path for value in values})
    kinds = defaultdict[type, list[Any]](list)
    for value in values:
        kinds[type(value)].append(value)
    strings = _strings(source, kinds[StringSegmentValue])
    templates = _templates(kinds[TemplateSegmentValue])
    related = kinds[RelatedObjectSegmentValue]
    _objects(related)
    wanted: dict[Any, list[dict[str, Any]]] = {
        StringSegment: [
            {"string_id": strings[one.string.data], "attrs": _json(one.attrs)}
            for one in kinds[StringSegmentValue]
        ],
        TemplateSegment: [
            {"template_id": templates[one.template]} for one in kinds[TemplateSegmentValue]
        ],
        RelatedObjectSegment: [{"object_id": one.translation_key} for one in related],
    }
    sorts = (StringSegmentValue, TemplateSegmentValue, RelatedObjectSegmentValue)
    for (model, rows), sort in zip(wanted.items(), sorts, strict=True):
        for row, value in zip(rows, kinds[sort], strict=True):
            row["context_id"], row["order"] = contexts[value.path], value.order
        _replace(model, source, rows)
    OverridableSegment.objects.filter(source=source).delete()  # facts and pictures are not theirs


def _contexts(source: TranslationSource, paths: set[str]) -> Keys:
    mine = TranslationContext.objects.filter(object_id=source.object_id)
    known: Keys = dict(mine.values_list("path", "pk"))
    lacking = sorted(paths - known.keys())
    if lacking:
        TranslationContext.objects.bulk_create(
            [
                TranslationContext(
                    object_id=source.object_id, path=path, field_path=path,
                    path_id=TranslationContext._get_path_id(path),
                )
                for path in lacking
            ],
            ignore_conflicts=True,
        )  # fmt: skip
        known = dict(mine.values_list("path", "pk"))
    return known


def _strings(source: TranslationSource, values: Iterable[StringSegmentValue]) -> Keys:
    hashes = {one.string.data: String._get_data_hash(one.string.data) for one in values}
    mine = String.objects.filter(locale_id=source.locale_id, data_hash__in=hashes.values())
    known: Keys = dict(mine.values_list("data", "pk"))
    lacking = [
        String(locale_id=source.locale_id, data=data, data_hash=key)
        for data, key in hashes.items()
        if data not in known
    ]
    if lacking:
        String.objects.bulk_create(lacking, ignore_conflicts=True)
        known = dict(mine.values_list("data", "pk"))
    return known


def _templates(values: Iterable[TemplateSegmentValue]) -> Keys:
    keys = {
        one.template: (uuid5(uuid5(Template.BASE_UUID_NAMESPACE, one.format), one.template), one)
        for one in values
    }
    mine = Template.objects.filter(uuid__in=[key for key, _one in keys.values()])
    known: Keys = dict(mine.values_list("template", "pk"))
    lacking = [
        Template(uuid=key, template=text, template_format=one.format, string_count=one.string_count)
        for text, (key, one) in keys.items()
        if text not in known
    ]
    if lacking:
        Template.objects.bulk_create(lacking, ignore_conflicts=True)
        known = dict(mine.values_list("template", "pk"))
    return known


def _objects(values: Iterable[RelatedObjectSegmentValue]) -> None:
    rows = [
        TranslatableObject(content_type=one.content_type, translation_key=one.translation_key)
        for one in values
    ]
    if rows:
        TranslatableObject.objects.bulk_create(rows, ignore_conflicts=True)


def _replace(model: Any, source: TranslationSource, rows: list[dict[str, Any]]) -> None:
    """Segments that say the same at the same place keep their row: someone may have it open."""
    held = defaultdict[Any, list[models.Model]](list)
    for one in model.objects.filter(source=source).order_by("-order"):
        held[_said(vars(one))].append(one)
    moved, new = [], []
    for row in rows:
        kept: Any = held[_said(row)].pop() if held.get(_said(row)) else None
        if kept is None:
            new.append(model(source=source, **row))
        elif kept.order != row["order"]:
            kept.order = row["order"]
            moved.append(kept)
    gone = [one.pk for left in held.values() for one in left]
    if gone:
        model.objects.filter(pk__in=gone).delete()
    if moved:
        model.objects.bulk_update(moved, ["order"])
    if new:
        model.objects.bulk_create(new)


def _said(row: dict[str, Any]) -> tuple[Any, ...]:
    names = ("context_id", "string_id", "attrs", "template_id", "object_id")
    return tuple(row.get(name) for name in names)


def _json(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder)
