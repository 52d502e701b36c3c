"""What an editor may write in a publication or resource, and the sentence where they may not."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from resources.models import PublicationContributor, PublicationPage, PublicationRelation
from resources.models import ResourcePage as Resource
from tests.factories.library import make_publication
from tests.factories.members import make_organisation, make_person
from tests.factories.pages import StandardPageFactory, home_in, published, translated

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def faults(page):
    with pytest.raises(ValidationError) as error:
        page.full_clean()
    return error.value.message_dict


def publication(locales, **values):
    return PublicationPage(
        title="Mű", slug="mu", path="000100019999", depth=3, locale=locales["hu"], **values
    )


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("isbn", "9786155000010", "978-615-5000-01-0"),
        ("isbn", " 978 615 5000 010", "978-615-5000-01-0"),
        ("isbn", "0-306-40615-2", "0-306-40615-2"),
        ("issn", "20631200", "2063-1200"),
        ("doi", "https://doi.org/10.1234/abc-5", "10.1234/abc-5"),
        ("doi", "doi: 10.1234/abc-5", "10.1234/abc-5"),
    ],
)
def test_a_number_is_kept_in_one_way(locales, name, typed, kept):
    page = publication(locales, **{name: typed})
    page.full_clean()
    assert getattr(page, name) == kept


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("isbn", "978-615-5000-01-1", "This is no ISBN"),
        ("isbn", "abc", "This is no ISBN"),
        ("issn", "2063-1201", "This is no ISSN"),
        ("doi", "11.1234/abc", "A DOI looks like this"),
        ("doi", "10.1234/a b", "A DOI looks like this"),
        ("issued", "2013-13", "Write the date as"),
    ],
)
def test_a_wrong_number_gets_one_sentence(locales, name, typed, sentence):
    page = publication(locales, **{name: typed})
    found = faults(page)
    assert list(found) == [name]
    assert len(found[name]) == 1
    assert found[name][0].startswith(sentence)


def test_an_embargo_needs_its_day(locales):
    assert list(faults(publication(locales, access="embargo"))) == ["embargo_until"]
    publication(locales, access="embargo", embargo_until=date(2031, 1, 1)).full_clean()


def test_a_publisher_is_a_page_or_a_name_and_the_page_one_of_an_organisation(locales):
    other = published(StandardPageFactory(parent=home_in("hu")))
    both = faults(publication(locales, publisher=other, publisher_name="Kiadó"))
    assert "one of the two" in both["publisher_name"][0]
    wrong = faults(publication(locales, publisher=other))
    assert wrong["publisher"] == ["Choose the page of an organisation."]
    publication(locales, publisher=make_organisation()).full_clean()


def test_a_period_ends_after_it_begins(locales):
    found = faults(publication(locales, coverage_from="2013", coverage_to="2012"))
    assert found["coverage_to"] == ["A period cannot end before it begins."]


def test_a_link_leads_somewhere(locales):
    page = Resource(title="H", slug="h", path="000100019998", depth=3, locale=locales["hu"])
    page.kind = "link"
    assert list(faults(page)) == ["external_url"]
    page.external_url = "https://example.org/"
    page.full_clean()


def test_a_contributor_has_a_page_or_a_name(locales):
    with pytest.raises(ValidationError, match="Choose a page or write the name"):
        PublicationContributor(role="author").clean()
    PublicationContributor(role="author", name="Minta Anna").clean()
    PublicationContributor(role="author", entry=make_person()).clean()
    with pytest.raises(ValidationError, match="organisation or a person"):
        PublicationContributor(entry=published(StandardPageFactory(parent=home_in("hu")))).clean()


def test_a_relation_names_a_page_or_an_address_and_not_itself(locales):
    page = make_publication()
    for row in (
        PublicationRelation(kind="replaces"),
        PublicationRelation(kind="replaces", target=page, url="https://example.org/"),
    ):
        with pytest.raises(ValidationError, match="one of the two"):
            row.clean()
    with pytest.raises(ValidationError, match="does not relate to itself"):
        PublicationRelation(kind="replaces", target=page, page=page).clean()


def test_a_fact_names_the_source_page_not_a_translation(locales):
    twin = translated(make_publication())
    with pytest.raises(ValidationError, match="Choose the Hungarian page"):
        PublicationRelation(kind="replaces", target=twin).clean()
