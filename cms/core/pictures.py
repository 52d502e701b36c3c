"""How a content picture stands on a page: one look for each place, as `<picture>` with WebP.

A browser takes the width and format that it needs of them; `fill` keeps the focal point in sight.
AVIF is left out: it takes more than twice as long to make as WebP, while the first reader waits.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from wagtail.images.models import Filter, Picture
from wagtail.images.shortcuts import get_renditions_or_not_found

from cms.core.models.media import SiteRendition


@dataclass(frozen=True)
class Look:
    """`spec` is Wagtail's, with braces for alternatives; `sizes` is HTML's, as the CSS sets it."""

    spec: str
    sizes: str

    @property
    def specs(self) -> list[str]:
        return Filter.expand_spec(self.spec)


#: The largest comes first: HTML's width and height are its, and CSS lets nothing grow beyond.
#: A logo may be transparent: JPEG would fill it.
LOOKS = {
    "body": Look("width-{1440,960,480}|format-{webp,jpeg}", "(min-width: 56rem) 44rem, 92vw"),
    "cover": Look("width-{480,240}|format-{webp,jpeg}", "(min-width: 56rem) 12rem, 30vw"),
    "logo": Look("max-{480x240,240x120}|format-{webp,png}", "8.5rem"),
    "portrait": Look("fill-{320x320,160x160}|format-{webp,jpeg}", "9rem"),
}


def picture_html(image: Any, look: str, attrs: dict[str, Any]) -> str:
    """The element with its `srcset`, `sizes`, width and height; nothing without a picture."""
    if not image:
        return ""
    chosen = LOOKS[look]
    made = get_renditions_or_not_found(image, [Filter(spec) for spec in chosen.specs])
    kept = each_width_once(made)
    formats = {format_of(spec) for spec in kept}
    # HTML allows `sizes` only beside widths, which Wagtail leaves out where there is one picture
    sizes = {"sizes": chosen.sizes} if len(kept) > len(formats) else {}
    return str(Picture(kept, {**sizes, **attrs}).__html__())


def format_of(spec: str) -> str:
    return spec.rpartition("format-")[2]


def each_width_once(renditions: dict[str, Any]) -> dict[str, Any]:
    """Nothing is enlarged, so that a small picture has one width several times, which `srcset`
    forbids."""
    seen: set[tuple[str, int]] = set()
    kept = {}
    for spec, rendition in renditions.items():
        key = (format_of(spec), rendition.width)
        if key not in seen:
            seen.add(key)
            kept[spec] = rendition
    return kept


def renditions_of(look: str) -> Any:
    """The rows of a look, for a `Prefetch`."""
    return SiteRendition.objects.filter(filter_spec__in=LOOKS[look].specs)


def pictures_prefetch(field: str, look: str) -> Prefetch[Any]:
    """The pictures of a list's cards in one query, where Wagtail looks for them first."""
    return Prefetch(f"{field}__renditions", renditions_of(look), to_attr="prefetched_renditions")


def pictures_ready(images: list[Any], look: str) -> None:
    """The same for pictures that are in no query of ours, one query for all of them at most.

    Wagtail itself asks its cache, then the database, for each picture alone.
    """
    filters = [Filter(spec) for spec in LOOKS[look].specs]
    keys = [
        (SiteRendition.construct_cache_key(image, each.get_cache_key(image), each.spec), image)
        for image in images
        for each in filters
    ]
    known = SiteRendition.cache_backend.get_many({key for key, _image in keys})
    missing = {image.pk for key, image in keys if key not in known}
    if missing:
        rows = renditions_of(look).filter(image__in=missing).select_related("image")
        found = {row.get_cache_key(): row for row in rows}
        SiteRendition.cache_backend.set_many(found)
        known |= found
    for image in images:
        image.prefetched_renditions = [
            known[key] for key, owner in keys if owner is image and key in known
        ]
        for rendition in image.prefetched_renditions:
            rendition.image = image
