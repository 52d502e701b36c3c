"""The page of an event: what it shows and what it keeps back, in both languages."""

from datetime import timedelta

import pytest

from cms.core.facts.change import facts_change
from network.models import EventPage
from tests.factories.events import in_days, make_contact, make_full_event, with_minutes
from tests.factories.pages import (
    fresh,
    make_document,
    make_event,
    make_place,
    published,
    translated,
)

pytestmark = pytest.mark.django_db
SECRET = "https://meet.example.org/titkos"


def shown(client, page):
    response = client.get(page.url_path)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def full(locales):
    return make_full_event(slug="ules")


def test_it_shows_who_holds_it_and_how_it_is_interpreted(full, client):
    english = shown(client, translated(full))
    assert "Sorozat (en)" in english
    assert "Második emelet (en)" in english
    assert "Ukrainian <span" in english
    assert "Consecutive interpretation · on request" in english
    organisation = full.organisers.first().organisation
    assert f'href="{organisation.url_path}"' in english
    assert organisation.title in english


def test_it_says_what_moved_from_when_to_when(full, client):
    english = shown(client, translated(full))
    assert "Changes of time and place" in english
    old, new = full.starts_at - timedelta(days=7), full.starts_at
    assert f"{old.day} March 2031" in english
    assert f"{new.day} March 2031" in english


def test_another_place_and_room_are_told(locales, client):
    event = make_event(place=make_place("Régi ház"))
    event.place, event.room, event.mode = make_place("Új ház"), "Kisterem", "hybrid"
    html = shown(client, published(event))
    assert '<s class="was" lang="hu">Régi ház</s>' in html
    assert '<s class="was" lang="hu">Díszterem</s>' in html


def test_hours_that_are_not_known_show_the_day_only(locales, client):
    event = make_event(all_day=True, ends_at=None)
    html = shown(client, event)
    assert "10:00" not in html
    assert '"startDate": "2031-03-12"' in html


def test_an_event_of_several_days_shows_its_last_day(locales, client):
    event = make_event()
    event.ends_at = event.starts_at + timedelta(days=2)
    assert '<time datetime="2031-03-14' in shown(client, published(event))


@pytest.mark.parametrize("mode", ["online", "hybrid"])
def test_an_address_on_request_is_shown_nowhere(locales, client, mode):
    event = make_event(
        mode=mode, online_url=SECRET, online_url_visibility="on_request", contact=make_contact()
    )
    for page in (event, translated(event)):
        html = shown(client, page)
        assert "meet.example.org" not in html
    assert "given on request" in html
    assert "meet.example.org" not in client.get("/en/search/?q=titkos").content.decode()
    assert "VirtualLocation" not in html


def test_a_public_address_is_shown_to_people_and_machines(locales, client):
    html = shown(client, make_event(mode="online", online_url="https://meet.example.org/x"))
    assert '<a href="https://meet.example.org/x">' in html
    assert '"@type": "VirtualLocation"' in html


def test_a_hidden_address_is_in_neither_page_nor_data(locales, client):
    html = shown(client, make_event(place=make_place("Ház", hidden=True)))
    assert "Városház u." not in html


def test_votes_and_outcome_stand_at_the_item(full, client):
    key = full.agenda.first().translation_key
    values = {"outcome": "adopted", "votes_for": 9, "votes_against": 1, "votes_abstained": 0}
    facts_change(page=full, rows={"agenda": {key: values}})
    english = shown(client, translated(full))
    assert "9 for · 1 against · 0 abstained" in english
    assert "Adopted" in english


def test_why_it_is_off_stands_on_top(locales, client, users):
    from cms.core.acts import act_record

    event = make_event()
    facts_change(page=event, fields={"status": "cancelled"})
    act_record(page=event, kind="status", texts={"hu": "Beteg az előadó."})
    assert '<p class="notice" lang="hu" dir="ltr">Beteg az előadó.</p>' in shown(client, event)


class TestMinutes:
    def test_they_are_nobodys_before_they_are_approved(self, full, client):
        file = make_document("Titkos", "t.txt")
        full.minutes_files = [("documents", [file])]
        page = published(full)
        html = shown(client, page)
        assert "Jegyzőkönyv szövege" not in html
        assert "Titkos" not in html
        assert client.get(file.url).status_code == 404
        found = client.get("/hu/search/?q=szövege").content.decode()
        assert page.title not in found

    def test_approved_ones_are_read_with_their_day(self, full, client):
        file = make_document("Jegyzőkönyv, aláírva", "t.txt")
        full.minutes_files = [("documents", [file])]
        page = with_minutes(published(full))
        html = shown(client, page)
        assert "Jegyzőkönyv szövege" in html
        assert "Jegyzőkönyv, aláírva" in html
        assert '<time datetime="2031-04-02">' in html
        assert client.get(file.url).status_code == 200

    def test_taken_back_they_are_closed_again(self, full, client):
        page = with_minutes(full)
        facts_change(page=page, fields={"minutes_state": "draft"})
        assert "Jegyzőkönyv szövege" not in shown(client, page)
        document_id = page.minutes_files[0].value[0].pk
        from cms.core.models import LibraryDocument

        assert client.get(LibraryDocument.objects.get(pk=document_id).url).status_code == 404


class TestRegistration:
    URL = "https://example.org/jelentkezes"

    def make(self, **values):
        return make_event(
            registration="external_url", registration_url=self.URL, starts_at=in_days(20), **values
        )

    def test_a_link_while_it_is_open(self, locales, client):
        html = shown(client, self.make(registration_opens=in_days(-1)))
        assert f'href="{self.URL}"' in html

    def test_no_link_before_it_opens(self, locales, client):
        assert self.URL not in shown(client, self.make(registration_opens=in_days(2)))

    def test_no_link_after_it_closes(self, locales, client):
        html = shown(client, translated(self.make(registration_closes=in_days(-1))))
        assert self.URL not in html
        assert "Registration is closed." in html

    @pytest.mark.parametrize("status", ["cancelled", "held"])
    def test_none_where_nobody_can_go(self, locales, client, status):
        event = self.make()
        facts_change(page=event, fields={"status": status})
        assert self.URL not in shown(client, event)

    def test_none_for_what_is_over(self, locales, client):
        event = self.make()
        event.starts_at = in_days(-3)
        assert self.URL not in shown(client, published(event))


def test_a_preview_shows_the_organisers_of_the_draft(full):
    page = fresh(full)
    page.organisers = []
    page.save_revision()
    draft = EventPage.objects.get(pk=full.pk).get_latest_revision_as_object()
    html = draft.make_preview_request().render().content.decode()
    assert full.organisers.first().organisation.title not in html
