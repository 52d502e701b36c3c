"""What a first visit to a page loads, as it is sent: HTML, style sheets, faces, the site's sign."""

import gzip
import re
from pathlib import Path

from django.contrib.staticfiles import finders

#: Of the headings' face, by `unicode-range`; Arabic pages name the Latin one nowhere (tokens.css).
FONTS = {"hu": ("literata-latin", "literata-hu"), "ar": ("vazirmatn-arabic",)}


def loaded(response, lang):
    """Bytes by what is loaded, without the pictures of the content."""
    html = html_of(response)
    sheets = re.findall(r'rel="stylesheet" href="/static/([^"]+)"', html)
    scripts = re.findall(r'<script[^>]+src="/static/([^"]+)"', html)
    names = [*sheets, *scripts, *(f"fonts/{name}.woff2" for name in FONTS[lang]), "favicon.svg"]
    return {"html": len(response.content), **{name: _sent(name) for name in names}}


def html_of(response):
    return gzip.decompress(response.content).decode()


def _sent(name):
    content = Path(finders.find(name)).read_bytes()
    return len(content) if name.endswith(".woff2") else len(gzip.compress(content, 6))
