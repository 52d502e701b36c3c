"""What a page shows is kept for anonymous visitors, and never a moment longer than it is true."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest
import time_machine
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from cms.core.acts import act_record
from cms.core.facts.change import facts_change
from cms.core.models import ContactText, PlaceText, SiteIdentity, SiteText, TopicLabel
from cms.core.models.shown import ShownPage
from cms.core.registries import page_types
from tests.core.test_preview import previewed
from tests.factories.events import make_contact
from tests.factories.every import EVERY
from tests.factories.library import make_publication
from tests.factories.pages import (
    RoundtablePageFactory,
    fresh,
    home_in,
    make_event,
    make_place,
    make_topic,
    published,
    translated,
)
from tests.factories.services import make_service

pytestmark = pytest.mark.django_db(transaction=True)
#: Its site in one query, its path in two, its frame in two.
KEPT = 5


@pytest.fixture(autouse=True)
def one_minute():
    with time_machine.travel(datetime(2031, 3, 10, 8, 30, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def event(locales):
    """An event that names a body, a contact, a place and a topic."""
    body = published(RoundtablePageFactory(parent=home_in("hu"), title="Régi testület"))
    contact = make_contact("Régi titkárság")
    event = make_event(contact=contact, place=make_place("Régi ház"), roundtable=body)
    event.topics = [make_topic("Régi téma")]
    return published(event)


def html(client, page, **asked):
    return client.get(page.url_path, **asked).content.decode()


def queries(client, page):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(page.url_path).status_code == 200
    return len(captured)


def new_title(model):
    page = model.objects.get(locale__language_code="hu", title__startswith="Régi")
    page.title = "Új cím"
    page.save_revision().publish()


def of_page(event):
    page = fresh(event)
    page.title = "Új cím"
    page.save_revision().publish()


def of_site(event):
    identity = SiteIdentity.objects.get_or_create(site=event.get_site())[0]
    SiteText.objects.create(identity=identity, locale=event.locale, name="Új cím")


CHANGES = [
    of_page,
    of_site,
    lambda event: new_title(type(event.roundtable.specific)),
    lambda event: ContactText.objects.update(name="Új cím"),
    lambda event: PlaceText.objects.update(name="Új cím"),
    lambda event: TopicLabel.objects.update(text="Új cím"),
    lambda event: act_record(page=event, kind="published", texts={"hu": "Új cím"}),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_shown_at_once(event, client, change):
    assert "Új cím" not in html(client, event)
    assert queries(client, event) == KEPT
    change(event)
    assert "Új cím" in html(client, event)


def test_each_type_is_kept_as_it_was_rendered(locales, client):
    for name, make in sorted(EVERY.items()):
        page = make()
        html(client, page)  # makes the renditions of its pictures, which is a change of content
        first = html(client, page)
        assert queries(client, page) == KEPT, name
        assert html(client, page) == first, name


def test_no_type_looks_up_what_it_shows_beside_it():
    assert {model.get_context for model in page_types()} == {ShownPage.get_context}


def test_a_new_language_is_named_at_once(event, client):
    assert 'hreflang="en"' not in html(client, event).partition("</head>")[0]
    english = translated(event)
    assert 'hreflang="en"' in html(client, event).partition("</head>")[0]
    assert [f"<h1>{page.title}</h1>" in html(client, page) for page in (event, english)] == [
        True, True
    ]  # fmt: skip


def test_it_is_gone_with_its_page(event, client):
    html(client, event)
    fresh(event).unpublish()
    assert client.get(event.url_path).status_code == 404


def test_it_is_not_shown_behind_a_restriction(event, client):
    html(client, event)
    PageViewRestriction.objects.create(page=event.get_parent(), restriction_type="login")
    answer = client.get(event.url_path)
    assert answer.status_code == 302
    assert event.title not in answer.content.decode()


def test_a_restricted_page_leaves_nothing_for_others(event, client, users):
    kept = PageViewRestriction.objects.create(page=event, restriction_type="login")
    client.force_login(users["editor"])
    assert event.title in html(client, event)
    client.logout()
    assert client.get(event.url_path).status_code == 302
    kept.delete()
    assert queries(client, event) > KEPT


def test_whom_a_session_knows_it_is_made_anew(event, client, users):
    html(client, event)
    client.force_login(users["editor"])
    assert queries(client, event) > KEPT + 2


def test_a_preview_neither_takes_nor_leaves_it(event, client):
    html(client, event)
    draft = fresh(event)
    draft.title = "Piszkozat"
    draft.save_revision()
    assert "Piszkozat" in previewed(draft.get_latest_revision_as_object())
    assert "Piszkozat" not in html(client, event)


def test_inside_a_transaction_it_is_made_anew_and_not_kept(event, client):
    html(client, event)
    with suppress(ZeroDivisionError), transaction.atomic():
        Page.objects.filter(pk=event.pk).update(title="Sosem volt")
        assert "<h1>Sosem volt</h1>" in html(client, event)
        1 / 0  # noqa: B018
    assert "<h1>Sosem volt</h1>" not in html(client, event)


def test_each_host_has_its_own(event, client):
    for host in ("testserver", "localhost"):
        assert f'rel="canonical" href="http://{host}/' in html(client, event, HTTP_HOST=host)


class TestTheClock:
    """The day is a Monday; Budapest is an hour ahead of UTC."""

    def at(self, hour, minute=0):
        return time_machine.travel(datetime(2031, 3, 10, hour, minute, tzinfo=UTC), tick=False)

    def test_a_service_opens_and_closes(self, locales, client):
        service = make_service()
        shown = []
        for moment in [(7, 59), (8, 0), (10, 59), (11, 0)]:
            with self.at(*moment):
                shown.append("chip done" in html(client, service))
        assert shown == [False, True, True, False]

    def test_an_event_is_over(self, locales, client):
        event = make_event(
            starts_at=datetime(2031, 3, 10, 9, tzinfo=UTC),
            ends_at=datetime(2031, 3, 10, 10, tzinfo=UTC),
            registration="external_url", registration_url="https://example.org/jelentkezes",
            registration_closes=datetime(2031, 3, 10, 8, tzinfo=UTC),
        )  # fmt: skip
        shown = {}
        for moment in [(7, 59), (8, 0), (10, 1)]:
            with self.at(*moment):
                html(client, event)
                shown[moment] = html(client, event).partition("<main")[2]
        assert "example.org/jelentkezes" in shown[7, 59]
        assert "example.org/jelentkezes" not in shown[8, 0]
        assert "event.ics" in shown[8, 0]
        assert "event.ics" not in shown[10, 1]

    def test_an_embargo_ends_with_its_day(self, locales, client):
        page = make_publication(access="embargo", embargo_until=datetime(2031, 3, 11).date())
        with self.at(22, 59):
            closed = html(client, page).partition("<main")[2]
        with self.at(23, 0):
            assert html(client, page).partition("<main")[2] != closed

    def test_a_live_fact_changes_at_once(self, event, client):
        with self.at(9):
            before = html(client, event)
            facts_change(page=fresh(event), fields={"status": "cancelled"})
            assert html(client, event) != before
