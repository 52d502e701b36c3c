"""The reference of a recommendation: its pattern, one document each, for ever once public."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse
from wagtail.actions.create_alias import CreatePageAliasAction

from resources.models import RecommendationPage
from tests.factories.pages import fresh, translated
from tests.factories.recommendations import (
    RecommendationPageFactory,
    make_index,
    make_recommendation,
)
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "reference", ["mk-2013/04", "MK-2013/4", "MK2013/04", "MK-13/04", "MK-2013/04 ", "MK-2013/04\n"]
)
def test_a_reference_of_another_pattern_is_refused_with_a_sentence(locales, reference):
    page = RecommendationPage(title="A", reference=reference)
    with pytest.raises(ValidationError) as refused:
        page.clean_fields(exclude=["path", "depth", "content_type"])
    assert "MK-2013/04" in str(refused.value.message_dict["reference"])


def test_two_documents_never_share_a_reference(locales):
    make_recommendation(reference="MK-2013/04", title="Az első")
    with pytest.raises(ValidationError, match="MK-2013/04 is taken by “Az első”"):
        RecommendationPageFactory(parent=make_index(), reference="MK-2013/04")


def test_the_save_asks_again_where_nobody_cleaned(locales):
    make_recommendation(reference="MK-2013/04")
    other = make_recommendation(reference="MK-2013/05")
    RecommendationPage.objects.filter(pk=other.pk).update(first_published_at=None)
    other = fresh(other)
    other.reference = "MK-2013/04"
    with pytest.raises(ValidationError, match="is taken by"):
        other.save(clean=False)
    assert fresh(other).reference == "MK-2013/05"


def test_translations_and_aliases_carry_the_reference_of_their_document(locales):
    page = make_recommendation(reference="MK-2013/04")
    english = translated(page)
    alias = CreatePageAliasAction(page, update_slug="masolat").execute(skip_permission_checks=True)
    assert english.reference == alias.reference == "MK-2013/04"


def test_a_published_reference_never_changes(locales):
    page = make_recommendation(reference="MK-2013/04")
    page.reference = "MK-2013/99"
    with pytest.raises(ValidationError, match="was published as MK-2013/04"):
        page.save_revision()
    with pytest.raises(ValidationError, match="was published as MK-2013/04"):
        page.save(clean=False)
    assert fresh(page).reference == "MK-2013/04"


def test_an_older_draft_brings_no_other_reference(locales):
    page = RecommendationPageFactory(parent=make_index(), reference="MK-2013/03", live=False)
    older = page.save_revision()
    page.reference = "MK-2013/04"
    page.save()
    page.save_revision().publish()
    older.refresh_from_db()
    type(older).objects.get(pk=older.pk).publish()
    assert fresh(page).reference == "MK-2013/04"


def test_a_draft_may_still_change_its_reference(locales):
    page = RecommendationPageFactory(parent=make_index(), reference="MK-2013/03", live=False)
    page.first_published_at = None
    page.save()
    page.reference = "MK-2013/04"
    page.save()
    assert fresh(page).reference == "MK-2013/04"


def test_a_copy_in_the_admin_is_refused_with_a_sentence(locales, users, client):
    page = make_recommendation()
    client.login(username="administrator", password=PASSWORD)
    response = client.get(reverse("wagtailadmin_pages:copy", args=[page.pk]), follow=True)
    assert "make a new page instead" in response.content.decode()
    assert RecommendationPage.objects.count() == 1


def test_a_copy_of_the_list_leaves_the_references_out(locales, users):
    make_recommendation(reference="MK-2013/04")
    make_index().copy(recursive=True, update_attrs={"slug": "masolat"}, user=users["administrator"])
    copied = RecommendationPage.objects.exclude(reference="MK-2013/04").get()
    assert copied.reference == ""


@pytest.mark.django_db(transaction=True)
def test_of_two_writers_at_once_one_is_refused(locales):
    if connection.vendor == "sqlite":
        pytest.skip("an SQLite in memory has one connection; IMMEDIATE transactions serialise")
    index = make_index()
    barrier, refused = threading.Barrier(2), []
    pages = [
        RecommendationPageFactory(parent=index, live=False, reference=f"MK-2013/1{number}")
        for number in range(2)
    ]
    RecommendationPage.objects.update(first_published_at=None)

    def write(pk):
        try:
            page = RecommendationPage.objects.get(pk=pk)
            page.reference = "MK-2013/20"
            barrier.wait()
            page.save(clean=False)
        except ValidationError as error:
            refused.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=[page.pk]) for page in pages]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 1
    assert RecommendationPage.objects.filter(reference="MK-2013/20").count() == 1
