"""Files: their type by content, and nobody reads what only hidden pages use."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import PageViewRestriction

from cms.core.models import LibraryDocument
from tests.factories.pages import (
    StandardPageFactory,
    fresh,
    home_in,
    make_document,
    make_event,
    make_image,
    published,
    translated,
)
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db


def document_url(document):
    return reverse("wagtaildocs_serve", args=[document.pk, document.filename])


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.exe", b"MZ\x90\x00"), ("a.pdf", b"<html>not a PDF</html>"), ("a.txt", b"a\0b")],
)
def test_a_file_that_is_not_what_it_says_is_refused(db, name, content):
    document = LibraryDocument(title="Rossz", file=ContentFile(content, name=name))
    with pytest.raises(ValidationError) as error:
        document.full_clean()
    assert "file" in error.value.message_dict


def test_a_document_knows_its_hash(db):
    document = make_document()
    assert len(document.sha256) == 64


def test_a_document_that_no_page_uses_is_not_public(locales, client, users):
    document = make_document()
    assert client.get(document_url(document)).status_code == 404
    client.login(username="editor", password=PASSWORD)
    assert client.get(document_url(document)).status_code == 200


def test_a_paper_is_public_while_its_page_is(locales, client):
    event = make_event()
    paper = event.agenda.first().papers[0].value[0]
    assert client.get(document_url(paper)).status_code == 200
    fresh(event).unpublish()
    assert client.get(document_url(paper)).status_code == 404


def test_a_paper_stays_public_where_only_a_translation_is(locales, client):
    event = make_event()
    translated(event)
    paper = event.agenda.first().papers[0].value[0]
    PageViewRestriction.objects.create(page=fresh(event), restriction_type="login")
    assert client.get(document_url(paper)).status_code == 200


def test_a_paper_that_was_taken_off_is_public_in_no_language(locales, client):
    event = make_event()
    translated(event)
    paper = event.agenda.first().papers[0].value[0]
    changed = fresh(event)
    changed.agenda = [row for row in changed.agenda.all() if not row.papers]
    published(changed)
    assert client.get(document_url(paper)).status_code == 404


def test_a_picture_of_a_private_page_is_not_served(locales, client):
    image = make_image()
    page = StandardPageFactory(parent=home_in("hu"), slug="kep")
    page.body = [
        ("text", f'<p>x</p><embed embedtype="image" id="{image.pk}" format="left" alt="x"/>')
    ]
    page = published(page)
    url = image.get_rendition("width-20").url
    assert client.get(url).status_code == 200
    assert client.get(image.file.url).status_code == 404
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert client.get(url).status_code == 404
