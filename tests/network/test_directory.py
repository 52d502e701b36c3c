"""The directory: who stands in it, in which order, by which filters, and how fresh it is."""

from datetime import date

import pytest
from django.utils import timezone
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import PageViewRestriction

from cms.core.facts.change import facts_change
from network.directory import by_number
from network.models import OrganisationLanguage, OrganisationPage, OrganisationPlace
from tests.factories.members import make_organisation
from tests.factories.pages import fresh, make_place, make_topic, published, translated

pytestmark = pytest.mark.django_db


def listing(client, query="", lang="hu"):
    return client.get(f"/{lang}/szervezetek/{query}").context["listing"]


def titles(found):
    return [page.title for page in found.items]


def counts(found, name):
    facet = next((facet for facet in found.facets if facet.name == name), None)
    return {link.value: link.count for link in facet.links} if facet else {}


@pytest.fixture
def three(locales):
    """Organisations that differ in everything that the filters ask for."""
    housing = make_topic()
    first = make_organisation(title="Első", communities=["ukrainian", "families"])
    first.languages = [OrganisationLanguage(code=code) for code in ("uk", "hu")]
    first.places = [OrganisationPlace(place=make_place(district="VIII."))]
    first.topics = [housing]
    published(first)
    second = make_organisation(title="Második", kind="church", communities=["families"])
    second.languages = [OrganisationLanguage(code="hu")]
    second.places = [
        OrganisationPlace(place=make_place(district="V.")),
        OrganisationPlace(place=make_place(district="XXI.", hidden=True)),
    ]
    published(second)
    make_organisation(title="Harmadik", status="dormant")
    return first


def test_filters_count_languages_communities_topics_districts_kinds_and_states(three, client):
    found = listing(client)
    assert counts(found, "language") == {"hu": 2, "uk": 1}
    assert counts(found, "community") == {"ukrainian": 1, "families": 2}
    assert counts(found, "district") == {"V.": 1, "VIII.": 1}
    assert counts(found, "kind") == {"ngo": 2, "church": 1}
    assert counts(found, "status") == {"active": 2, "dormant": 1}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?language=uk", ["Első"]),
        ("?community=families", ["Első", "Második"]),
        ("?topic=housing", ["Első"]),
        ("?district=V.", ["Második"]),
        ("?district=XXI.", []),
        ("?kind=church&language=hu", ["Második"]),
        ("?status=dormant", ["Harmadik"]),
    ],
)
def test_a_filter_narrows_the_directory(three, client, query, expected):
    assert titles(listing(client, query)) == expected


def test_filters_work_in_another_language_with_the_same_facts(three, client):
    translated(fresh(three))
    found = listing(client, "?language=uk&topic=housing&district=VIII.", "en")
    assert titles(found) == ["Első (en)"]


def test_a_language_that_a_draft_adds_counts_when_it_is_published(three, client):
    page = fresh(three)
    page.languages = [*page.languages.all(), OrganisationLanguage(code="vi")]
    revision = page.save_revision()
    assert "vi" not in counts(listing(client), "language")
    revision.publish()
    assert counts(listing(client), "language")["vi"] == 1


def test_closed_ones_come_last_and_the_others_as_hungarians_sort(locales, client):
    for title, status in (("Csillag", "active"), ("Ág", "closed"), ("Áramlat", "active"),
                          ("Bárka", "joining"), ("Cukor", "active")):  # fmt: skip
        make_organisation(title=title, status=status)
    assert titles(listing(client)) == ["Áramlat", "Bárka", "Cukor", "Csillag", "Ág"]


def test_a_card_says_when_the_entry_was_verified(locales, client):
    make_organisation(title="Igazolt", verified_on=date(2026, 3, 1))
    html = client.get("/hu/szervezetek/").content.decode()
    assert '<time datetime="2026-03-01">2026. március 1.</time>' in html


def test_drafts_private_withdrawn_pages_and_aliases_are_not_listed(locales, client):
    shown = make_organisation(title="Látszik")
    make_organisation(title="Vázlat").unpublish()
    private = make_organisation(title="Zárt")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    facts_change(page=make_organisation(title="Vissza"), fields={"withdrawn_at": timezone.now()})
    CreatePageAliasAction(shown, update_slug="alias", parent=shown.get_parent()).execute(
        skip_permission_checks=True
    )
    translated(shown)
    assert titles(listing(client)) == ["Látszik"]
    assert titles(listing(client, lang="en")) == ["Látszik (en)"]
    assert OrganisationPage.objects.count() == 6


def test_districts_stand_by_number():
    mixed = ["XXI.", "IX.", "V.", "külterület", "IV.", "12", "XIV."]
    assert list(by_number(mixed, "hu")) == ["IV.", "V.", "IX.", "12", "XIV.", "XXI.", "külterület"]
