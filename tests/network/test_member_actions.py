"""Actions on organisations and people: by those who may publish, at once in all languages."""

import pytest
from django.urls import reverse
from django.utils import timezone

from cms.core.registries import fact_actions
from network.models import OrganisationPage, PersonPage
from tests.factories.members import make_organisation, make_person
from tests.factories.pages import fresh, translated
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db
ACTIONS = {
    "organisation_status": {"status": "closed", "explanation_hu": "Megszűnt."},
    "verified": {"verified_by": "phone"},
    "hide_person": {},
    "photo_consent": {"photo_consent_on": "2026-01-02"},
}


@pytest.fixture
def pages(locales, users):
    organisation, person = make_organisation(slug="egylet"), make_person(slug="anna")
    for page in (organisation, person):
        translated(page)
    return {OrganisationPage: organisation, PersonPage: person}


def page_for(pages, name):
    return pages[PersonPage if name in {"hide_person", "photo_consent"} else OrganisationPage]


def act(client, page, name, data, role="moderator"):
    client.login(username=role, password=PASSWORD)
    return client.post(reverse("live_fact_action", args=[page.pk, name]), data)


@pytest.mark.parametrize("name", sorted(ACTIONS))
def test_an_editor_may_not_and_a_moderator_may(pages, client, name):
    page = page_for(pages, name)
    before = {f: getattr(page, f) for f in page.live_fields}
    act(client, page, name, ACTIONS[name], role="editor")
    assert {f: getattr(fresh(page), f) for f in page.live_fields} == before
    act(client, page, name, ACTIONS[name])
    after = {f: getattr(fresh(page), f) for f in page.live_fields}
    assert after != before
    assert {f: getattr(page.get_translations().first(), f) for f in page.live_fields} == after


def test_a_status_is_changed_with_a_reason_that_readers_see(pages, client):
    page = pages[OrganisationPage]
    refused = act(client, page, "organisation_status", {"status": "closed", "explanation_hu": ""})
    assert refused.status_code == 200
    assert fresh(page).status == "active"
    act(client, page, "organisation_status", ACTIONS["organisation_status"])
    for lang in ("hu", "en"):
        assert "Megszűnt." in client.get(f"/{lang}/szervezetek/egylet/").content.decode()


def test_verified_today_says_today_and_how(pages, client):
    page = pages[OrganisationPage]
    act(client, page, "verified", {"verified_by": "nobody"})
    assert fresh(page).verified_on is None
    act(client, page, "verified", {"verified_by": "self"})
    assert (fresh(page).verified_on, fresh(page).verified_by) == (timezone.localdate(), "self")


def test_consent_is_not_given_in_the_future(pages, client):
    response = act(client, pages[PersonPage], "photo_consent", {"photo_consent_on": "2999-01-01"})
    assert "not a later one" in response.content.decode() or response.context["form"].errors
    assert fresh(pages[PersonPage]).photo_consent_on is None


def test_hiding_and_consent_leave_nothing_for_readers_to_read(pages, client):
    page = pages[PersonPage]
    act(client, page, "photo_consent", {**ACTIONS["photo_consent"], "explanation_hu": "Titok"})
    act(client, page, "hide_person", {"explanation_hu": "Titok"})
    act(client, page, "show_person", {})
    assert "Titok" not in client.get("/hu/emberek/anna/").content.decode()


def test_only_what_applies_now_is_offered(pages, client):
    def offered():
        return {action.name for action in fact_actions(fresh(pages[PersonPage]))}

    assert offered() == {"withdraw", "photo_consent", "hide_person"}
    act(client, pages[PersonPage], "photo_consent", ACTIONS["photo_consent"])
    act(client, pages[PersonPage], "hide_person", {})
    assert offered() == {"withdraw", "no_photo_consent", "show_person"}
