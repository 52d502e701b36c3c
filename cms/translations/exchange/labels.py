"""Where a text stands in its page, in words: from the names of fields and blocks and the frozen
copy of the source, without a query."""

import json
from functools import cached_property
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from wagtail.blocks import ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField

BETWEEN = " › "


class Labels:
    """Of one TranslationSource."""

    def __init__(self, source: Any) -> None:
        self._source = source

    @cached_property
    def _content(self) -> dict[str, Any]:
        return dict(json.loads(self._source.content_json))

    def of(self, path: str) -> str:
        model = self._source.specific_content_type.model_class()
        return BETWEEN.join(_named(model, self._content, path.split("."))) or path


def _named(model: Any, content: dict[str, Any], steps: list[str]) -> list[str]:
    try:
        field = model._meta.get_field(steps[0])
    except FieldDoesNotExist:
        return []
    value = content.get(field.name)
    if field.one_to_many:
        key = steps[1] if len(steps) > 1 else ""
        row: dict[str, Any] = next(
            (one for one in value or [] if str(one.get("translation_key")) == key), {}
        )
        name = str(field.related_model._meta.verbose_name)
        return [_capital(name), *(_named(field.related_model, row, steps[2:]) if steps[2:] else [])]
    name = _capital(str(getattr(field, "verbose_name", field.name)))
    if isinstance(field, StreamField):
        raw = json.loads(value) if isinstance(value, str) and value else value
        return [name, *_blocks(field.stream_block, raw, steps[1:])]
    return [name]


def _blocks(block: Any, raw: Any, steps: list[str]) -> list[str]:
    """Labels of the blocks on the way; `raw` is a block's value in JSON."""
    if not steps:
        return []
    if isinstance(block, StructBlock):
        child = block.child_blocks.get(steps[0])
        value = raw.get(steps[0]) if isinstance(raw, dict) else None
        return [] if child is None else [str(child.label), *_blocks(child, value, steps[1:])]
    items = raw if isinstance(raw, list) else []
    item: dict[str, Any] = next(
        (one for one in items if isinstance(one, dict) and one.get("id") == steps[0]), {}
    )
    if isinstance(block, ListBlock):
        return _blocks(block.child_block, item.get("value"), steps[1:])
    if isinstance(block, StreamBlock) and item.get("type") in block.child_blocks:
        child = block.child_blocks[item["type"]]
        return [str(child.label), *_blocks(child, item.get("value"), steps[1:])]
    return []


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
