"""Chapters of a publication: blocks of the page with an anchor, no pages of their own."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.core.blocks import BodyBlock, BodyField


class SubheadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("heading"), max_length=160)

    class Meta:
        icon = "title"
        label = _("Subheading")
        template = "resources/blocks/subheading.html"


class ChapterTextBlock(BodyBlock):
    """The body's blocks; the chapter's own heading stands above their headings."""

    heading = SubheadingBlock()


class ChapterBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("heading"), max_length=200)
    content = ChapterTextBlock(label=_("text"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Chapter")


class ChaptersBlock(blocks.StreamBlock):
    chapter = ChapterBlock()


class ChaptersField(BodyField):
    """A stream of chapters whose migrations do not hold the blocks."""

    block_type: Any = ChaptersBlock


def anchor_of(block_id: str | None, order: int) -> str:
    """Where a link to a chapter leads: the same in all languages, and after chapters are moved.

    A block has its id from its first save on; a preview of a new one uses its place.
    """
    return f"c-{block_id[:8]}" if block_id else f"c-{order}"
