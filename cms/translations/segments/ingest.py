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
from wagtail_localize.models import StringSegment, TemplateSegment, Translation
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from cms.languages import BY_CODE


def page_with_texts(translation: Translation) -> Any:
    """The translated page; where a text is missing, with the source's, which names its language
    where it is a paragraph."""
    source, locale = translation.source, translation.target_locale
    original = source.as_instance()
    page: Any = source.get_translated_instance(locale)
    copy_synchronised_fields(original, page)
    gone = pictures_gone(original)
    missing = _missing_paragraphs(source, locale)
    texts = [
        _in_its_language(one, source.locale) if (one.path, one.order) in missing else one
        for one in source._get_segments_for_translation(locale, fallback=True)
        if not isinstance(one, OverridableSegmentValue) and not one.path.startswith(gone)
    ]
    ingest_segments(original, page, source.locale, locale, texts)
    return page


def paragraphs_of(source_id: int) -> set[str]:
    """Paths of rich text: a sentence of another language can say there which one it is."""
    rows = TemplateSegment.objects.filter(source_id=source_id)
    return set(rows.values_list("context__path", flat=True))


def _missing_paragraphs(source: Any, locale: Any) -> set[tuple[str, int]]:
    """(path, order) of the paragraphs that have no translation."""
    rows = StringSegment.objects.filter(
        source=source, context__in=TemplateSegment.objects.filter(source=source).values("context")
    ).annotate_translation(locale)
    return set(rows.filter(translation=None).values_list("context__path", "order"))


def _in_its_language(segment: Any, locale: Any) -> Any:
    if not isinstance(segment, StringSegmentValue):
        return segment
    code = locale.language_code
    said = f'<span lang="{code}" dir="{BY_CODE[code].direction}">{segment.string.data}</span>'
    value = StringSegmentValue(segment.path, StringValue(said), attrs=segment.attrs)
    return value.with_order(segment.order)


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
