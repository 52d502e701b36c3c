"""Who works in the admin reads the files of their collections and pages, and no others."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import Collection, GroupCollectionPermission

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


@pytest.fixture
def closed(locales):
    """A collection of its own, in which nobody has a right: all stand in another one."""
    root = Collection.get_first_root_node()
    ours, other = root.add_child(name="Közös"), root.add_child(name="Zárt")
    GroupCollectionPermission.objects.update(collection=ours)
    return other


def document_in(collection):
    document = make_document()
    document.collection = collection
    document.save()
    return document


def reads(client, user, url):
    client.login(username=user, password=PASSWORD)
    return client.get(url).status_code == 200


def address_of(document):
    return reverse("wagtaildocs_serve", args=[document.pk, document.filename])


def test_a_file_of_a_collection_without_rights_is_closed(closed, users, client):
    url = address_of(document_in(closed))
    assert not reads(client, "editor", url)
    assert not reads(client, "english", url)
    assert reads(client, "administrator", url)


@pytest.mark.parametrize("codename", ["choose_document", "change_document", "add_document"])
def test_a_right_in_the_collection_opens_it(closed, users, client, codename):
    permission = Permission.objects.get(codename=codename, content_type__app_label="wagtaildocs")
    group = Group.objects.create(name="Irattár")
    GroupCollectionPermission.objects.create(group=group, collection=closed, permission=permission)
    users["english"].groups.add(group)
    assert reads(client, "english", address_of(document_in(closed)))


def test_who_edits_a_page_reads_the_files_it_uses(closed, users, client):
    document = document_in(closed)
    page = StandardPageFactory(parent=home_in("hu"), body=[("documents", [document])])
    published(page).unpublish()
    assert reads(client, "editor", address_of(document))
    assert not reads(client, "english", address_of(document))


def test_who_edits_a_translation_reads_the_files_of_its_facts(closed, users, client):
    event = make_event()
    paper = event.agenda.first().papers[0].value[0]
    paper.collection = closed
    paper.save()
    translated(event)
    fresh(event).unpublish()
    assert reads(client, "english", address_of(paper))


def test_an_original_picture_is_closed_to_who_has_no_right_in_its_collection(closed, users, client):
    image = make_image()
    image.collection = closed
    image.save()
    assert not reads(client, "editor", image.file.url)
    assert reads(client, "administrator", image.file.url)


def test_the_public_rule_stays_for_everybody(closed, users, client):
    document = document_in(closed)
    published(StandardPageFactory(parent=home_in("hu"), body=[("documents", [document])]))
    client.logout()
    assert client.get(address_of(document)).status_code == 200
    assert reads(client, "english", address_of(document))
