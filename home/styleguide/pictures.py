"""Drawn pictures in the place of uploaded ones, one for each look of `cms.core.pictures`."""

from dataclasses import dataclass
from typing import Any

from django.forms.utils import flatatt
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from cms.core.pictures import format_of
from home.styleguide.samples import ALT

#: Width and height of the files in static/pictures.
SIZES = {"body": (960, 540), "cover": (480, 640), "logo": (240, 120), "portrait": (320, 320)}


@dataclass(frozen=True)
class SampleRendition:
    url: str
    width: int
    height: int

    def img_tag(self, attrs: dict[str, Any]) -> SafeString:
        known = {"src": self.url, "width": self.width, "height": self.height, "alt": str(ALT)}
        return format_html("<img{}>", flatatt({**known, **attrs}))


@dataclass(frozen=True)
class SamplePicture:
    """What `content_picture` asks of a picture: its renditions by their specs."""

    look: str
    credit: str = ""

    def rendition(self, format_name: str) -> SampleRendition:
        return SampleRendition(static(f"pictures/{self.look}.{format_name}"), *SIZES[self.look])

    def get_renditions(self, *filters: Any) -> dict[str, SampleRendition]:
        return {one.spec: self.rendition(format_of(one.spec)) for one in filters}
