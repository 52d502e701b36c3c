"""The body text of every page type: one set of blocks, kept out of migrations."""

from collections.abc import Iterator
from typing import Any

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock

from cms.core.blocks.embed import EmbedStillBlock
from cms.core.blocks.table import TranslatableTableBlock
from cms.core.pictures import pictures_ready

RICH_TEXT = ["bold", "italic", "ol", "ul", "link", "document-link"]


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("heading"), max_length=160)
    #: not searched: its label would be found on every page that has a section
    level = blocks.ChoiceBlock(
        search_index=False,
        label=_("level"),
        choices=[("2", _("Section")), ("3", _("Subsection"))],
        default="2",
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("quotation"))
    source = blocks.CharBlock(label=_("who said it"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "blocks/quote.html"


class PictureBlock(blocks.StructBlock):
    image = ImageBlock(label=_("picture"))
    caption = blocks.CharBlock(label=_("caption"), required=False, max_length=300)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/picture.html"


class DocumentListBlock(blocks.ListBlock):
    """Documents to download; also the list on a row (papers of an agenda item)."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(DocumentChooserBlock(label=_("document")), **kwargs)

    class Meta:
        icon = "doc-full-inverse"
        label = _("Documents")
        template = "blocks/documents.html"


class PageCardsBlock(blocks.ListBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(blocks.PageChooserBlock(label=_("page")), **kwargs)

    class Meta:
        icon = "doc-empty"
        label = _("Cards of pages")
        template = "blocks/page_cards.html"


class CallToActionBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("what the button says"), max_length=60)
    page = blocks.PageChooserBlock(label=_("page"), required=False)
    url = blocks.URLBlock(label=_("or an address outside the site"), required=False)

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["url"]):
            raise blocks.StructBlockValidationError(
                non_block_errors=[_("Choose a page or give an address, one of the two.")]
            )
        return cleaned

    class Meta:
        icon = "arrow-right-full"
        label = _("Call to action")
        template = "blocks/call_to_action.html"


class AccordionItemBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"), max_length=160)
    text = blocks.RichTextBlock(label=_("text"), features=RICH_TEXT)


class AccordionBlock(blocks.ListBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(AccordionItemBlock(), **kwargs)

    class Meta:
        icon = "list-ul"
        label = _("Accordion")
        template = "blocks/accordion.html"


class BodyBlock(blocks.StreamBlock):
    heading = HeadingBlock()
    text = blocks.RichTextBlock(
        label=_("Text"), features=RICH_TEXT, icon="pilcrow", template="blocks/text.html"
    )
    quote = QuoteBlock()
    picture = PictureBlock()
    documents = DocumentListBlock()
    pages = PageCardsBlock()
    table = TranslatableTableBlock()
    action = CallToActionBlock()
    accordion = AccordionBlock()
    embed = EmbedStillBlock()

    def render_basic(self, value: Any, context: Any = None) -> SafeString:
        """Each block in an element of its own; a heading gets `anchor`, by which links reach it."""
        pictures_ready(pictures_in(value), "body")
        return format_html_join(
            "\n",
            '<div class="block-{}">{}</div>',
            [
                (child.block_type, child.render({**(context or {}), "anchor": anchor}))
                for anchor, child in anchored(value)
            ],
        )


def anchored(stream: Any) -> Iterator[tuple[str, Any]]:
    """The blocks with an anchor each: the same in all languages, and after blocks are moved.

    A block has its id from its first save on; a preview of a new one uses its place.
    """
    for order, child in enumerate(stream, start=1):
        yield f"s-{child.id[:8] if child.id else order}", child


def sections_of(stream: Any) -> list[tuple[str, str]]:
    """(anchor, text) of the headings of sections, for a page's own contents."""
    return [
        (anchor, child.value["text"])
        for anchor, child in anchored(stream)
        if child.block_type == "heading" and child.value.get("level") == "2"
    ]


def pictures_in(stream: Any) -> list[Any]:
    fields = {"picture": "image", "embed": "still"}
    found = [
        child.value[fields[child.block_type]] for child in stream if child.block_type in fields
    ]
    return [image for image in found if image]


class BodyField(StreamField):
    """A StreamField of `BodyBlock` whose migrations do not hold the blocks."""

    block_type: Any = BodyBlock

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.pop("block_lookup", None)
        kwargs.setdefault("blank", True)
        super().__init__(self.block_type(), **kwargs)

    def deconstruct(self) -> Any:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs
