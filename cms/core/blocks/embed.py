"""Media of other providers without a frame: a local picture with a link to where it plays.

Nothing is requested from the provider until the reader follows the link.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.images.blocks import ImageBlock


class EmbedStillBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"), max_length=160)
    provider = blocks.CharBlock(label=pgettext_lazy("of a video", "provider"), max_length=60)
    url = blocks.URLBlock(label=_("address at the provider"))
    still = ImageBlock(label=_("still picture"), required=False)

    class Meta:
        icon = "media"
        label = _("Video or sound at another provider")
        template = "blocks/embed.html"
