"""Puts the texts of a translation into its page, unsaved.

wagtail-localize would also put in what it calls overrides, pictures and addresses of one language
alone. Here these are the same in all languages: an override is left out, also one that names a
picture which was deleted meanwhile.
"""

from typing import Any

from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import Translation
from wagtail_localize.segments import OverridableSegmentValue
from wagtail_localize.segments.ingest import ingest_segments


def page_with_texts(translation: Translation) -> Any:
    """The translated page; where a text is missing, with the source's."""
    source, locale = translation.source, translation.target_locale
    original = source.as_instance()
    page: Any = source.get_translated_instance(locale)
    copy_synchronised_fields(original, page)
    gone = pictures_gone(original)
    texts = [
        one
        for one in source._get_segments_for_translation(locale, fallback=True)
        if not isinstance(one, OverridableSegmentValue) and not one.path.startswith(gone)
    ]
    ingest_segments(original, page, source.locale, locale, texts)
    return page


def pictures_gone(page: Any) -> tuple[str, ...]:
    """Beginnings of the paths of texts whose picture is not there any more: nothing holds them."""
    return tuple(
        f"{field.name}.{child.id}.{name}."
        for field in page._meta.fields
        if isinstance(field, StreamField)
        for child in getattr(page, field.name)
        if isinstance(child.block, blocks.StructBlock)
        for name, block in child.block.child_blocks.items()
        if isinstance(block, ImageBlock) and child.value.get(name) is None
    )
