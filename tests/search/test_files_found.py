"""Files are found page by page, by whom may open them; editors see what became of reading them."""

from datetime import timedelta
from io import BytesIO

import pypdf
import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from cms.operations.waiting import run_waiting
from home.demo.declaration import declaration_pdf
from search.extraction import State
from search.models import FileText, SearchDocument
from search.query.asked import Asked
from search.query.found import found
from search.results import hits_of
from tests.factories.library import make_file, make_publication
from tests.factories.pages import StandardPageFactory, fresh, home_in, published, translated

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def pdf():
    return declaration_pdf("hu").content


@pytest.fixture
def publication(locales, pdf):
    page = make_publication(title="Nyilatkozat", files=[make_file(content=pdf, accessible="yes")])
    run_waiting()
    return page


def hits(text, lang="hu", **asked):
    result = found(Asked(text, **asked), lang)
    return hits_of(result.groups, result)


def test_each_page_of_a_pdf_is_an_entry_with_the_facts_of_its_page(publication, pdf):
    entries = SearchDocument.objects.filter(file__isnull=False).order_by("number")
    assert [entry.number for entry in entries] == list(
        range(1, len(pypdf.PdfReader(BytesIO(pdf)).pages) + 1)
    )
    assert {(entry.language, *entry.kinds, *entry.formats) for entry in entries} == {
        ("hu", "publication", "pdf")
    }
    assert FileText.objects.get().state == State.READ


def test_a_hit_leads_to_the_page_of_the_file(publication):
    [hit] = hits("rabszolgaság")
    assert str(hit.title) == "Nyilatkozat"
    [*files] = hit.files
    assert files
    assert all("#page=" in one.url and one.number for one in files)
    assert "<mark>" in files[0].text


def test_a_reader_of_another_language_is_led_to_their_page(publication):
    page = translated(publication)
    run_waiting()
    [hit] = hits("rabszolgaság", "en")
    assert hit.language == "en"
    assert hit.url.startswith("/en/")
    assert {one.language for one in hit.files} == {"hu"}
    assert page.locale.language_code == "en"


def embargo(page, _document):
    changed = fresh(page)
    changed.access, changed.embargo_until = "embargo", timezone.localdate() + timedelta(days=2)
    published(changed)


def unpublish(page, _document):
    fresh(page).unpublish()


def restrict(page, _document):
    PageViewRestriction.objects.create(page_id=page.pk, restriction_type="login")


def close_collection(_page, document):
    CollectionViewRestriction.objects.create(
        collection=document.collection, restriction_type="login"
    )


@pytest.mark.parametrize("close", [embargo, unpublish, restrict, close_collection])
def test_what_nobody_may_open_is_not_found_even_before_the_index_knows(publication, close):
    assert hits("rabszolgaság")
    close(publication, SearchDocument.objects.filter(file__isnull=False).first().file)
    assert not hits("rabszolgaság")
    run_waiting()
    assert not SearchDocument.objects.filter(file__isnull=False).exists()


def test_another_file_takes_the_place_of_the_first(publication):
    document = SearchDocument.objects.filter(file__isnull=False).first().file
    document.file = ContentFile(b"Eper, alma", name="kosar.txt")
    document.save()
    run_waiting()
    [hit] = hits("eper")
    assert (hit.files[0].format, hit.files[0].number) == ("TXT", 0)
    assert not hits("rabszolgaság")


def test_a_file_that_leaves_its_page_leaves_the_index(locales):
    document = make_file(name="a.txt", content=b"Eperfa")
    body = [("documents", [document])]
    page = published(StandardPageFactory(parent=home_in("hu"), title="Kert", body=body))
    run_waiting()
    assert hits("eperfa")
    page = fresh(page)
    page.body = []
    published(page)
    run_waiting()
    assert not hits("eperfa")


@pytest.mark.parametrize(
    ("file", "state"),
    [
        (("a.pdf", b"%PDF-1.4 broken"), State.BROKEN),
        (("a.txt", b""), State.EMPTY), (("a.csv", b"a,b"), State.UNKNOWN),
    ],
)  # fmt: skip
def test_editors_see_why_a_file_is_not_found(locales, client, users, file, state):
    document = make_file(name=file[0], content=file[1])
    make_publication(files=[document])
    assert not run_waiting().failed
    assert FileText.objects.get().state == state
    client.force_login(users["administrator"])
    html = client.get(reverse("wagtaildocs:edit", args=[document.pk])).content.decode()
    assert str(state.label) in html


def test_facets_count_pages_and_their_files_once(publication):
    result = found(Asked("rabszolgaság"), "hu")
    assert result.counts["format"]["pdf"] == 1
    assert result.counts["accessible"]["yes"] == 1
    assert not hits("rabszolgaság", narrowed={"format": "docx"})
