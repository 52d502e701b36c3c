"""Blocks of a body: headings that links reach, and a page's own contents beside it."""

import re

import pytest

from tests.factories.blocks import every_block
from tests.factories.pages import StandardPageFactory, fresh, home_in, published, translated

pytestmark = pytest.mark.django_db
LINK = re.compile(r'<a href="#(s-\w+)">([^<]+)</a>')


@pytest.fixture
def full(locales):
    target = published(StandardPageFactory(parent=home_in("hu"), title="Cél", slug="cel"))
    body = every_block(target)
    return published(StandardPageFactory(parent=home_in("hu"), slug="tele", body=body))


def html_of(client, page):
    return client.get(page.url_path).content.decode()


def test_a_page_with_sections_lists_them_beside_it(full, client):
    html = html_of(client, full)
    found = LINK.findall(html)
    assert [text for _anchor, text in found] == ["Cím", "Második cím", "Harmadik cím"]
    for anchor, text in found:
        assert html.count(f'<h2 id="{anchor}">{text}</h2>') == 1


def test_the_addresses_of_sections_are_the_same_in_all_languages(full, client):
    ours = [anchor for anchor, _text in LINK.findall(html_of(client, full))]
    assert [anchor for anchor, _ in LINK.findall(html_of(client, translated(full)))] == ours


def test_a_page_with_nothing_beside_it_has_one_column(full, client):
    page = published(
        StandardPageFactory(parent=home_in("hu"), slug="rovid", body=[("text", "<p>x</p>")])
    )
    html = html_of(client, page)
    assert "<aside" not in html
    assert "sides" not in html
    assert '<article class="wrap sides with-contents">' in html_of(client, fresh(full))


def test_every_block_is_there(full, client):
    html = html_of(client, full)
    for said in (
        "<blockquote>Idézet</blockquote>", "<picture>", "<figcaption>Aláírás", 'class="files"',
        '<a href="/hu/cel/" lang="hu">Cél</a>', "<caption>Táblázat</caption>", ">Tovább</a>",
        "<summary>Kérdés?</summary>", 'class="play" href="https://example.org/"',
    ):  # fmt: skip
        assert said in html, said
