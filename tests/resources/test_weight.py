"""A long publication stays light on the way to a phone: what a first visit loads, but pictures."""

import pytest

from tests.factories.library import chapter, make_publication
from tests.factories.pages import fresh, published, translated
from tests.weight import html_of, loaded

pytestmark = pytest.mark.django_db
MOST = 50_000


@pytest.mark.parametrize("lang", ["hu", "ar"])
def test_a_declaration_of_thirty_articles_is_below_the_limit(locales, client, lang):
    words = " ".join(f"szó{number}" for number in range(70))
    page = fresh(make_publication())
    page.chapters = [chapter(f"{number}. cikk", f"{number} {words}") for number in range(1, 32)]
    page = published(page)
    if lang != "hu":
        page = translated(page, lang)
    response = client.get(page.url_path, headers={"Accept-Encoding": "gzip"})
    sizes = loaded(response, lang)
    assert "css/pages/library.css" in sizes
    assert len(html_of(response)) > 25_000
    assert sum(sizes.values()) <= MOST, sizes
    assert sizes["html"] < 12_000
