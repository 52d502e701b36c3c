"""Rows of an organisation that come and go do so in every language, with what follows of them."""

import pytest

from network.models import OrganisationLanguage, OrganisationReach
from tests.factories.members import make_organisation
from tests.factories.pages import fresh, translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(locales):
    source = make_organisation(full=True, website="https://old.example.org/")
    return source, translated(source)


def facts_of(page):
    page = fresh(page)
    return (
        page.website, page.status, page.spoken,
        [(row.code, row.sort_order) for row in page.languages.all()],
        [(row.value, row.public) for row in page.reach.all()],
        [row.place_id for row in page.places.all()],
    )  # fmt: skip


def change(source):
    page = fresh(source)
    page.website = "https://new.example.org/"
    page.languages = [
        page.languages.get(code="hu"), OrganisationLanguage(code="vi", note="este", sort_order=5),
    ]  # fmt: skip
    page.reach = [OrganisationReach(channel="phone", value="+36 1 000 0000")]
    page.places = []
    return page.save_revision()


def test_publishing_the_source_changes_every_language(pair):
    source, english = pair
    change(source).publish()
    assert facts_of(source) == facts_of(english)
    assert facts_of(english)[:3] == ("https://new.example.org/", "active", ["hu", "vi"])
