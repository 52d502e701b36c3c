"""A publication as readers and machines read it: files, chapters, citation, cover, schema.org."""

import json
import re

import pytest
from django.utils import timezone

from cms.core.facts.change import facts_change
from resources.models import PublicationContributor, PublicationFile, PublicationPage
from tests.factories.library import make_file, make_publication
from tests.factories.pages import StandardPageFactory, fresh, home_in, published, translated

pytestmark = pytest.mark.django_db


def html_of(client, page):
    response = client.get(page.url_path)
    assert response.status_code == 200
    return response.content.decode()


def schema_of(html):
    return json.loads(re.search(r'(?s)<script type="application/ld\+json">(.*?)</script>', html)[1])


@pytest.fixture
def nine(locales):
    """Files in Hungarian (two formats), Arabic, in several languages, and in none that is given."""
    return make_publication(
        title="Útmutató", kind="handbook", isbn="9786155000010", issued="2013-05", pages=12,
        publisher_name="Minta Kiadó", series="Minta füzetek", series_number="3",
        files=[
            make_file("ar", "ar.pdf", accessible="yes"), make_file("hu", "hu.pdf"),
            make_file("hu", "hu.txt", b"Szia"), make_file("mul", "mul.pdf"),
            make_file("", "minden.pdf"),
        ],
    )  # fmt: skip


def test_files_stand_by_language_in_its_own_name_and_by_format(nine, client):
    matrix = client.get(nine.url_path).context["shown"].matrix
    assert matrix.formats == ["PDF", "TXT"]
    assert [row.language and row.language.code for row in matrix.rows] == ["hu", "ar", "mul", None]
    assert [row.language.name for row in matrix.rows[:2]] == ["Magyar", "العربية"]
    assert [[len(cell) for cell in row.cells] for row in matrix.rows] == [
        [1, 1], [1, 0], [1, 0], [1, 0],
    ]  # fmt: skip
    assert '<span lang="ar" dir="rtl">العربية</span>' in html_of(client, nine)


def test_readers_of_a_language_find_its_files_first(nine, client):
    nine.files.add(PublicationFile(document=make_file("en", "en.pdf"), sort_order=9))
    published(nine)
    rows = client.get(translated(nine).url_path).context["shown"].matrix.rows
    assert [row.language.code for row in rows if row.language] == ["en", "hu", "ar", "mul"]


def test_the_name_of_a_files_link_says_all_of_it(nine, client):
    html = html_of(client, translated(nine))
    link = re.search(r'(?s)<a class="file"[^>]*hreflang="ar".*?</a>', html)[0]
    assert re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", link)).strip() == (
        "PDF, Útmutató (en), Arabic"
    )
    assert 'type="application/pdf"' in link


def test_a_files_own_title_carries_its_language_until_it_is_translated(nine, client):
    twin = translated(nine)
    page = fresh(nine)
    page.files.add(
        PublicationFile(
            document=make_file("hu", "m.pdf"), role="annex", title="Térképek", sort_order=9
        )
    )
    published(page)
    assert '<bdi lang="hu">Térképek</bdi>' in html_of(client, twin)


def test_chapters_have_the_same_address_in_all_languages_and_after_a_move(locales, client):
    page = make_publication()
    twin = translated(page)
    anchors = re.findall(r'<section class="prose chapter" id="(c-\w+)"', html_of(client, page))
    assert len(set(anchors)) == 2
    english = html_of(client, twin)
    assert re.findall(r'<section class="prose chapter" id="(c-\w+)"', english) == anchors
    assert f'<a href="#{anchors[0]}">Bevezetés (en)</a>' in english
    moved = fresh(page)
    raw = [dict(item) for item in moved.chapters.raw_data]
    moved.chapters = json.dumps(raw[::-1])
    moved = published(moved)
    found = re.findall(r'<section class="prose chapter" id="(c-\w+)"', html_of(client, moved))
    assert found == anchors[::-1]


def test_headings_inside_a_chapter_stand_beneath_its_own(locales, client):
    page = make_publication()
    page.chapters = [("chapter", {"heading": "Első", "content": [("heading", {"text": "Alcím"})]})]
    html = html_of(client, published(page))
    assert "<h3>Alcím</h3>" in html
    assert re.search(r"<h2[^>]*><a[^>]*>Első</a></h2>", html)


def test_a_new_block_in_chapters_needs_no_migration():
    field = PublicationPage._meta.get_field("chapters")
    _name, path, args, kwargs = field.deconstruct()
    assert path == "resources.holdings.blocks.ChaptersField"
    assert args == []
    assert "block_lookup" not in kwargs


@pytest.mark.parametrize("lang", ["hu", "ar"])
def test_it_says_how_to_cite_it_with_an_address_that_runs_left_to_right(nine, client, lang):
    page = nine if lang == "hu" else translated(nine, lang, suffix="")
    html = html_of(client, page)
    assert (
        "<bdi>Minta Anna: Útmutató. Minta Kiadó, 2013. (Minta füzetek 3). ISBN 978-615-5000-01-0."
        f'</bdi> <bdi dir="ltr">http://testserver{page.url_path}</bdi>'
    ) in html


def test_names_as_printed_carry_the_language_of_the_original(nine, client):
    html = html_of(client, translated(nine, "uk"))
    assert '<bdi lang="hu">Minta Anna</bdi>' in html
    assert '<bdi lang="hu">Minta Kiadó</bdi>' in html


def test_a_book_tells_machines_its_editions_with_their_files(nine, client):
    data = schema_of(html_of(client, nine))
    assert data["@type"] == "Book"
    assert data["isbn"] == "9786155000010"
    assert data["datePublished"] == "2013-05"
    assert data["author"] == ["Minta Anna"]
    assert data["publisher"] == {"@type": "Organization", "name": "Minta Kiadó"}
    editions = {edition.get("inLanguage"): edition for edition in data["workExample"]}
    assert set(editions) == {"hu", "ar", None}
    arabic = editions["ar"]["encoding"][0]
    assert arabic["encodingFormat"] == "application/pdf"
    assert arabic["contentUrl"].startswith("http://testserver/documents/")


def test_a_report_tells_its_files_as_encodings(locales, client):
    data = schema_of(html_of(client, make_publication(kind="report")))
    assert data["@type"] == "Report"
    assert [held["inLanguage"] for held in data["encoding"]] == ["hu"]


def test_a_cover_is_drawn_from_the_title_where_none_is_given(locales, client):
    title = "A migránsok társadalmi integrációjának lehetőségei a fővárosban és másutt " * 2
    html = html_of(client, make_publication(title=title.strip(), slug="hosszu"))
    drawn = re.search(r'(?s)<svg viewBox="0 0 240 320".*?</svg>', html)[0]
    lines = re.findall(r'<text x="126" y="\d+" text-anchor="middle">(.*?)</text>', drawn)
    assert 1 < len(lines) <= 7
    assert lines[0] == "A migránsok"
    assert lines[-1].endswith("…")


def test_people_and_bodies_with_a_page_are_linked_in_the_readers_language(locales, client):
    person = published(StandardPageFactory(parent=home_in("hu"), title="Minta Béla", slug="bela"))
    made = [
        PublicationContributor(role="editor", entry=person, sort_order=0),
        PublicationContributor(role="translator", entry=person, name="Béla M.", sort_order=1),
    ]
    page = make_publication(rows={"contributors": made})
    twin = translated(page)
    assert '<a href="/hu/bela/" lang="hu"><bdi>Minta Béla</bdi></a>' in html_of(client, twin)
    translated(person)
    html = html_of(client, twin)
    assert '<a href="/en/bela/" lang="en"><bdi>Minta Béla (en)</bdi></a>' in html
    assert '<a href="/en/bela/" lang="hu"><bdi>Béla M.</bdi></a>' in html
    person.unpublish()
    html = html_of(client, twin)
    assert "Minta Béla" not in html
    assert '<bdi lang="hu">Béla M.</bdi>' in html


def test_a_superseded_work_says_what_replaces_it_and_leaves_the_list(locales, client):
    new = make_publication(title="Új kiadás", slug="uj")
    old = make_publication(title="Régi kiadás", slug="regi")
    facts_change(page=old, fields={"withdrawn_at": timezone.now(), "replaced_by": new,
                                   "withdrawn_reason": "superseded"})  # fmt: skip
    html = html_of(client, old)
    assert 'class="notice banner"' in html
    assert f'<a href="{new.url_path}" lang="hu" hreflang="hu">Új kiadás</a>' in html
    listed = client.get(old.get_parent().url_path).context["listing"]
    assert [item.title for item in listed.items] == ["Új kiadás"]


def test_without_a_translation_readers_get_facts_and_files_but_no_text(nine, client):
    page = fresh(nine)
    page.coverage_place = "Józsefváros"
    page.files.add(
        PublicationFile(document=make_file("hu", "m.pdf"), title="Térképek", sort_order=9)
    )
    page = published(page)
    html = client.get(page.url_path.replace("/hu/", "/en/")).content.decode()
    assert "This page is not yet in your language" in html
    assert "978-615-5000-01-0" in html
    assert 'hreflang="ar"' in html
    for own in ("Útmutató", "Bevezetés", "Józsefváros", "Térképek"):
        assert own not in html
