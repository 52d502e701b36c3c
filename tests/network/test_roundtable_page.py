"""The page of a body: its working groups, its successor, and what cannot be."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import PageViewRestriction

from cms.core.facts.change import facts_change
from network.models import RoundtablePage
from tests.core.test_queries import queries
from tests.factories.members import make_body, make_membership, make_organisation
from tests.factories.pages import RoundtablePageFactory, fresh, make_document, published, translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def body(locales):
    return make_body(slug="kerekasztal", title="Kerekasztal")


def group_of(body, **values):
    values = {"kind": "working_group", **values}
    return published(RoundtablePageFactory(parent=fresh(body), **values))


def shown(client, page):
    return client.get(page.url_path).content.decode()


def test_working_groups_beneath_it_show_by_themselves(body, client):
    group_of(body, title="Lakhatás", summary="Albérletek")
    html = shown(client, body)
    assert 'href="/hu/kerekasztal/lakhatas/">Lakhatás</a>' in html
    assert "Albérletek" in html


def test_groups_elsewhere_that_are_part_of_it_show_too(body, client):
    make_body(slug="masutt", title="Másutt", parent_body=body)
    assert 'href="/hu/masutt/">Másutt</a>' in shown(client, body)


def test_each_language_shows_its_own_groups(body, client):
    group = group_of(body, title="Lakhatás")
    group_of(body, title="Oktatás")
    english = translated(group)
    html = shown(client, fresh(english).get_parent())
    assert "Lakhatás (en)" in html
    assert "Oktatás" not in html


def test_drafts_private_and_withdrawn_groups_are_not_shown(body, client):
    from django.utils import timezone

    draft, private, withdrawn = (group_of(body, title=f"Csoport {n}") for n in range(3))
    draft.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    facts_change(page=withdrawn, fields={"withdrawn_at": timezone.now()})
    assert "Csoport" not in shown(client, body)


def test_groups_at_work_stand_before_those_that_ended(body, client):
    facts_change(page=group_of(body, title="Albérlet"), fields={"status": "closed"})
    group_of(body, title="Zene")
    html = shown(client, body)
    assert html.index("Zene") < html.index("Albérlet")


def test_it_names_the_body_that_goes_on_with_its_work(body, client):
    old = make_body(slug="regi", title="Régi", successor=body)
    english = translated(old)
    assert 'href="/hu/kerekasztal/" lang="hu" dir="ltr">Kerekasztal</a>' in shown(client, english)


@pytest.mark.parametrize("field", ["parent_body", "successor"])
def test_a_body_is_not_its_own(body, field):
    page = fresh(body)
    setattr(page, field, body)
    with pytest.raises(ValidationError) as error:
        page.full_clean()
    assert list(error.value.message_dict) == [field]


@pytest.mark.parametrize("field", ["parent_body", "successor"])
def test_a_fact_refers_to_the_hungarian_page(body, field):
    page = make_body(slug="masik")
    setattr(page, field, translated(body))
    with pytest.raises(ValidationError) as error:
        page.full_clean()
    assert list(error.value.message_dict) == [field]


def test_it_costs_the_same_with_more_groups_and_stays_in_the_budget(body, client):
    page = fresh(body)
    page.rules = [("documents", [make_document()])]
    page = published(page)
    make_membership(body=page, organisation=make_organisation())
    group_of(page)
    few = queries(client, page.url_path)
    for _number in range(4):
        group_of(page)
    assert queries(client, page.url_path) == few <= 10
    assert RoundtablePage.objects.child_of(fresh(page)).count() == 5
