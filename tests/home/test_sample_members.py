"""The samples of members load, say that they are samples, and are shown in both languages."""

import pytest

from home.demo.pages import publish
from home.demo.samples import members
from home.demo.translating import Translator
from tests.factories.pages import RoundtablePageFactory, home_in, make_event, make_place, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(locales, users, django_capture_on_commit_callbacks):
    user = users["administrator"]
    lists = [publish(home_in("hu"), page, user) for page in members.make_lists()]
    place = make_place(district="V.")
    project = [publish(lists[0], p, user) for p in members.make_project_organisations(place)]
    organisations = [publish(lists[0], p, user) for p in members.make_organisations([], place)]
    people = [publish(lists[1], page, user) for page in members.make_people([])]
    body = published(RoundtablePageFactory(parent=home_in("hu"), slug="testulet"))
    event = make_event(slug="ules")
    members.make_relations(body=body, organisations=organisations, people=people, event=event)
    for page in [*lists, *project, *organisations, *people]:
        with django_capture_on_commit_callbacks(execute=True):
            Translator(user).publish(page, "en")
    return [*lists, *project, *organisations, *people]


def test_every_sample_opens_in_both_languages_and_says_what_it_is(site, client):
    for page in site:
        for lang in ("hu", "en"):
            response = client.get(page.url_path.replace("/hu/", f"/{lang}/"))
            assert response.status_code == 200
            html = response.content.decode()
            if "minta" in page.slug:
                assert ("Minta" if lang == "hu" else "Sample") in html
            assert "Minta utca 1." not in html


def test_the_body_shows_the_samples_by_role(site, client):
    relations = client.get("/hu/testulet/").context["relations"]
    assert [tie.who.title for _role, ties in relations.by_role for tie in ties] == [
        "Minta Egyesület", "Minta Menedék Alapítvány", "Minta Minh",
    ]  # fmt: skip
    assert [tie.who.title for tie in relations.past_seats] == ["Minta Kör"]
