"""Facts of organisations and people are the source's in every language, by every way in."""

from datetime import date

import pytest

from cms.core.facts.change import facts_change
from network.models import OrganisationLanguage, OrganisationReach
from tests.factories.members import make_organisation
from tests.factories.pages import fresh, published, translated

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


def test_a_stale_draft_of_a_translation_brings_nothing_back(pair):
    source, english = pair
    stale = fresh(english).save_revision()
    change(source).publish()
    stale.publish()
    assert facts_of(source) == facts_of(english)
    assert facts_of(english)[0] == "https://new.example.org/"


def test_an_older_draft_of_the_source_brings_no_old_state_back(pair):
    source = pair[0]
    older = fresh(source).save_revision()
    facts_change(page=source, fields={"status": "closed", "verified_on": date(2026, 1, 1)})
    older.publish()
    for page in pair:
        assert (fresh(page).status, fresh(page).verified_on) == ("closed", date(2026, 1, 1))


def test_a_forged_save_of_a_translation_changes_no_fact(pair):
    source, english = pair
    forged = fresh(english)
    forged.website, forged.spoken = "https://forged.example.org/", ["de"]
    forged.reach = []
    published(forged)
    assert facts_of(source) == facts_of(english)
