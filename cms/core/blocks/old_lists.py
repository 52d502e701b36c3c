"""Gives ids to the items of list blocks that were stored in Wagtail's form from before 2.16.

wagtail-localize leaves such lists out, and whoever reads one finds other ids each time.
"""

from collections.abc import Collection
from typing import Any

from wagtail import blocks
from wagtail.fields import StreamField

from cms.core.facts.kinds import required_kinds


def lists_renew(page: Any, update_fields: Collection[str] | None = None) -> list[str]:
    """Rewrite the old lists in the texts of a source page, in memory; names of those fields."""
    renewed = []
    for name in set(required_kinds(type(page)).text) - page.get_deferred_fields():
        field = page._meta.get_field(name)
        is_saved = update_fields is None or name in update_fields
        if is_saved and isinstance(field, StreamField) and _renew(page, field):
            renewed.append(name)
    return renewed


def _renew(page: Any, field: StreamField) -> bool:
    stream = getattr(page, field.name)
    if not _is_old(field.stream_block, stream.get_prep_value()) or not page.is_facts_source:
        return False
    list(stream)  # what was read gets its ids when it is made ready for the database
    setattr(page, field.name, field.stream_block.to_python(stream.get_prep_value()))
    return True


def _is_old(block: Any, value: Any) -> bool:
    """Whether there is a list within whose items have no ids. `value` is as it is stored."""
    if isinstance(block, blocks.ListBlock):
        return any(not _is_item(one) or _is_old(block.child_block, one["value"]) for one in value)
    if isinstance(block, blocks.StreamBlock):
        known = block.child_blocks
        return any(_is_old(known.get(one["type"]), one["value"]) for one in value)
    if isinstance(block, blocks.StructBlock) and isinstance(value, dict):
        return any(_is_old(block.child_blocks.get(name), one) for name, one in value.items())
    return False


def _is_item(value: Any) -> bool:
    return isinstance(value, dict) and value.get("type") == "item" and {"id", "value"} <= set(value)
