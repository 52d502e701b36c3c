"""Who came stands on the event's page as far as it may be told, and no further."""

import pytest

from cms.core.facts.change import facts_change
from tests.factories.members import make_attendance, make_organisation, make_person
from tests.factories.pages import fresh, make_event, translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(locales):
    event = make_event(slug="ules", title="Gyűlés")
    translated(event)
    return event


def page_of(client, event, lang="hu"):
    slug = fresh(event).get_parent().slug
    return client.get(f"/{lang}/{slug}/ules/").content.decode()


@pytest.mark.parametrize(
    ("publish", "organisation", "name"),
    [("no", False, False), ("organisation_only", True, False), ("name", True, True)],
)
def test_readers_see_what_publish_allows(event, client, publish, organisation, name):
    make_attendance(
        event=event, organisation=make_organisation(title="Egylet"), label="Minta Vendég",
        publish=publish,
    )  # fmt: skip
    for lang in ("hu", "en"):
        html = page_of(client, event, lang)
        assert ("Egylet" in html) is organisation
        assert ("Minta Vendég" in html) is name


@pytest.mark.parametrize(
    "values", [{"presence": "excused"}, {"presence": "absent"}, {"confirmed": False}]
)
def test_who_stayed_away_or_waits_to_be_confirmed_is_not_shown(event, client, values):
    make_attendance(
        event=event, organisation=make_organisation(title="Egylet"), publish="organisation_only",
        **values,
    )  # fmt: skip
    assert "Egylet" not in page_of(client, event)


def test_a_hidden_person_is_named_no_more_and_the_organisation_stays(event, client):
    person = make_person(title="Minta Anna")
    make_attendance(
        event=event, organisation=make_organisation(title="Egylet"), person=person, publish="name"
    )
    assert "Minta Anna" in page_of(client, event)
    facts_change(page=person, fields={"hidden_on_request": True})
    html = page_of(client, event)
    assert "Minta Anna" not in html
    assert "Egylet" in html


def test_an_organisation_stands_once_with_all_who_came_for_it(event, client):
    organisation = make_organisation(title="Egylet")
    for label in ("Minta Egy", "Minta Kettő"):
        make_attendance(event=event, organisation=organisation, label=label, publish="name")
    make_attendance(event=event, label="Minta Magányos", publish="name")
    slug = fresh(event).get_parent().slug
    came = client.get(f"/hu/{slug}/ules/").context["attendance"]
    assert [(c.organisation and c.organisation.title, c.names) for c in came] == [
        ("Egylet", ["Minta Egy", "Minta Kettő"]), (None, ["Minta Magányos"]),
    ]  # fmt: skip
