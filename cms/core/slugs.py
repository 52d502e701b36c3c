"""Addresses of pages in ASCII: transliterated from the title, whatever letters it is written in."""

import re

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.coreutils import string_to_ascii

#: Leaves place in the column (255) for the number that tells equal ones apart.
LONGEST = 200
PLAIN = re.compile(r"[a-zA-Z0-9_-]+")


def slug_of(title: str) -> str:
    """`Đà Nẵng` → `da-nang`; `page` where the title has neither letter nor figure."""
    return slugify(string_to_ascii(title))[:LONGEST].strip("-_") or "page"


def check_slug(slug: str) -> None:
    """Raises ValidationError where the address would hold other letters than ASCII's."""
    if slug and not PLAIN.fullmatch(slug):
        sentence = _("Write the address in the letters a to z, figures and hyphens alone.")
        raise ValidationError({"slug": sentence})
