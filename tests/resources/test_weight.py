"""A long publication stays light on the way to a phone: what a first visit loads, but pictures."""

import gzip
import re

import pytest
from django.contrib.staticfiles import finders

from tests.factories.library import chapter, make_publication
from tests.factories.pages import fresh, published, translated

pytestmark = pytest.mark.django_db
MOST = 50_000
#: Of the headings' face, by `unicode-range`.
FONTS = {"hu": ("literata-latin", "literata-hu"), "ar": ("vazirmatn-arabic", "literata-latin")}


def sent(content: bytes) -> int:
    return len(gzip.compress(content, 6))


@pytest.mark.parametrize("lang", ["hu", "ar"])
def test_a_declaration_of_thirty_articles_is_below_the_limit(locales, client, lang):
    words = " ".join(f"szó{number}" for number in range(70))
    page = fresh(make_publication())
    page.chapters = [chapter(f"{number}. cikk", f"{number} {words}") for number in range(1, 32)]
    page = published(page)
    if lang != "hu":
        page = translated(page, lang)
    response = client.get(page.url_path, headers={"Accept-Encoding": "gzip"})
    html = gzip.decompress(response.content).decode()
    sheets = re.findall(r'rel="stylesheet" href="/static/([^"]+)"', html)
    assert "css/pages/library.css" in sheets
    loaded = [*sheets, *(f"fonts/{name}.woff2" for name in FONTS[lang]), "favicon.svg"]
    files = [finders.find(name) for name in loaded]
    total = len(response.content)
    for path in files:
        with open(path, "rb") as file:
            content = file.read()
        total += len(content) if path.endswith(".woff2") else sent(content)
    assert len(html) > 25_000
    assert total <= MOST, total
    assert len(response.content) < 12_000
