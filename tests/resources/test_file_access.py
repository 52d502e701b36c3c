"""Files of holdings: open while their page is; closed by embargo or on request, everywhere."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.core.facts.change import facts_change
from cms.core.models import FileUse
from tests.factories.library import make_file, make_publication, make_resource
from tests.factories.pages import fresh, make_image, published, translated
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db


def status(client, document):
    url = reverse("wagtaildocs_serve", args=[document.pk, document.filename])
    return client.get(url).status_code


@pytest.fixture
def document(locales):
    return make_file()


@pytest.mark.parametrize("make", [make_publication, make_resource])
def test_a_file_is_open_while_its_page_is_public(client, document, make):
    page = make(files=[document])
    assert FileUse.objects.filter(page=page, file_id=document.pk, by_fact=True).exists()
    assert status(client, document) == 200
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert status(client, document) == 404
    restriction.delete()
    fresh(page).unpublish()
    assert status(client, document) == 404


def test_a_file_of_a_draft_is_closed(client, document):
    page = make_publication(files=[])
    page.files = [type(page).files.rel.related_model(document=document)]
    page.save_revision()
    assert status(client, document) == 404


def test_a_file_that_was_taken_out_is_closed(client, document):
    page = make_publication(files=[document])
    page.files = []
    published(page)
    assert status(client, document) == 404


def test_a_withdrawn_page_keeps_its_files_readable(client, document):
    page = make_publication(files=[document])
    facts_change(
        page=page, fields={"withdrawn_at": timezone.now(), "withdrawn_reason": "superseded"}
    )
    assert status(client, document) == 200


@pytest.mark.parametrize("make", [make_publication, make_resource])
def test_an_embargo_ends_on_its_day(client, document, users, make):
    with time_machine.travel("2031-05-01 21:59 +00:00"):  # one minute before midnight in Budapest
        page = make(files=[document], access="embargo", embargo_until=date(2031, 5, 2))
        twin = translated(page)
        assert status(client, document) == 404
        for shown in (page, twin):
            html = client.get(shown.url_path).content.decode()
            assert f"/documents/{document.pk}/" not in html
        assert "The files are public from 2 May 2031." in html
        client.login(username="editor", password=PASSWORD)
        assert status(client, document) == 200
        client.logout()
    with time_machine.travel("2031-05-01 22:01 +00:00"):
        assert status(client, document) == 200
        assert f"/documents/{document.pk}/" in client.get(page.url_path).content.decode()


def test_an_embargo_closes_the_file_on_other_pages_too(client, document):
    make_resource(files=[document])
    page = make_publication(files=[document], access="embargo", embargo_until=date(2099, 1, 1))
    assert status(client, document) == 404
    page.unpublish()
    assert status(client, document) == 200


def test_an_embargo_that_is_a_draft_closes_nothing_yet(client, document):
    page = make_publication(files=[document])
    page.access, page.embargo_until = "embargo", date(2099, 1, 1)
    page.save_revision()
    assert status(client, document) == 200


def test_files_on_request_are_closed_and_the_page_says_how(client, document):
    page = make_publication(files=[document], access="on_request")
    html = client.get(translated(page).url_path).content.decode()
    assert "The files are available on request." in html
    assert status(client, document) == 404
    assert "contentUrl" not in html


def test_a_file_of_another_page_stays_as_it_is(client, document):
    other = make_file(name="masik.pdf")
    make_publication(files=[document], access="on_request")
    make_resource(files=[other])
    assert status(client, other) == 200


def test_a_cover_is_open_with_its_page(client, locales):
    image = make_image()
    page = make_publication(cover=image)
    url = image.get_rendition("width-480|format-webp").url
    assert url in client.get(page.url_path).content.decode()
    assert client.get(url).status_code == 200
    page.unpublish()
    assert client.get(url).status_code == 404
