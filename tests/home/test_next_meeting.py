"""The next meeting on the home page: the one that takes place, in every reader's language."""

from collections import Counter
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.core.facts.change import facts_change
from tests.factories.pages import make_event, translated

pytestmark = pytest.mark.django_db


def meeting(slug, days, **values):
    starts = timezone.now().replace(microsecond=0) + timedelta(days=days)
    return make_event(slug=slug, title=slug.capitalize(), starts_at=starts, ends_at=None, **values)


@pytest.fixture
def english(locales):
    """The list of events stands in English with a meeting of long ago."""
    old = make_event(slug="regi", starts_at=timezone.make_aware(datetime(2013, 1, 1)), ends_at=None)
    return translated(old)


def shown(client, lang="hu"):
    context = client.get(f"/{lang}/").context
    return context["next_meeting"], context["later"]


def test_what_is_off_is_not_the_next_meeting(locales, client):
    off, waiting, held = meeting("elmarad", 1), meeting("halasztva", 2), meeting("ules", 3)
    facts_change(page=off, fields={"status": "cancelled"})
    facts_change(page=waiting, fields={"status": "postponed", "postponed_from": waiting.starts_at})
    first, later = shown(client)
    assert (first.pk, [event.pk for event in later]) == (held.pk, [off.pk, waiting.pk])


def test_a_meeting_that_was_moved_to_a_day_is_the_next(locales, client):
    moved = meeting("athelyezve", 2)
    facts_change(
        page=moved,
        fields={"status": "postponed", "postponed_from": moved.starts_at - timedelta(days=9)},
    )  # fmt: skip
    first, _later = shown(client)
    assert first.pk == moved.pk
    assert '<s class="was">' in client.get("/hu/").content.decode()


def test_where_nothing_takes_place_the_page_says_so_and_what_is_off(locales, client):
    facts_change(page=meeting("elmarad", 1), fields={"status": "cancelled"})
    html = client.get("/hu/").content.decode()
    assert "Most nincs meghirdetett ülés." in html
    assert "event.ics" not in html
    assert "Elmarad</a>" in html


def test_a_meeting_without_a_translation_is_told_in_its_own_language(english, client):
    event = meeting("ules", 3)
    html = client.get("/en/").content.decode()
    address = f"/en/{event.get_parent().slug}/ules/"
    assert f'<a href="{address}" lang="hu" dir="ltr">Ules</a>' in html
    assert f"/hu/{event.get_parent().slug}/ules/event.ics" in html
    assert client.get(address).status_code == 200


def test_a_translated_meeting_stands_there_once(english, client):
    event = meeting("ules", 3)
    twin = translated(event)
    first, later = shown(client, "en")
    assert (first.pk, first.title_lang, later) == (twin.pk, "en", [])


def test_no_other_language_draft_private_or_withdrawn_meeting_is_told(english, client):
    for slug in ("vazlat", "zart", "visszavont"):
        event = meeting(slug, 3)
        if slug == "vazlat":
            event.unpublish()
        elif slug == "zart":
            PageViewRestriction.objects.create(page=event, restriction_type="login")
        else:
            facts_change(page=event, fields={"withdrawn_at": timezone.now()})
    assert shown(client, "en") == (None, [])


def test_it_costs_no_more_for_meetings_in_hungarian_alone(english, client):
    counts = []
    for number in range(3):
        client.get("/en/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/en/")
        said = Counter(query["sql"] for query in captured.captured_queries)
        assert max(said.values()) == 1
        counts.append(len(captured))
        meeting(f"ules-{number}", 3 + number)
    assert len(set(counts)) == 1
    assert counts[0] <= 12
