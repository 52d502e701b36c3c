"""Items on agendas: seen from both sides, once a second person confirmed, in no other state."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import PageViewRestriction

from cms.core.models.relations import relation_confirm
from resources.models import ItemDiscussion, ItemEvent, RecommendationItem
from tests.factories.pages import fresh, make_event, published, translated
from tests.factories.recommendations import (
    adopted,
    item_of,
    key_of,
    make_recommendation,
    make_tie,
)
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(locales):
    start = datetime(2013, 3, 12, 10, tzinfo=UTC)
    return make_event(slug="ules", title="Tavaszi ülés", starts_at=start, status="held")


@pytest.fixture
def page(locales):
    return make_recommendation(slug="ajanlas", title="Nyelvek", reference="MK-2013/04")


def text_of(client, page):
    return client.get(page.url_path).content.decode()


def anchor(meeting):
    return f"{meeting.url_path}#agenda-{meeting.agenda.first().translation_key}"


def test_a_confirmed_tie_shows_on_both_sides(client, page, meeting):
    make_tie(page, meeting)
    assert f'href="{anchor(meeting)}"' in text_of(client, page)
    html = text_of(client, meeting)
    assert f'href="{page.url_path}#item-1"' in html
    assert "MK-2013/04 · 1 Pont 1" in html
    assert f'id="agenda-{meeting.agenda.first().translation_key}"' in html


def test_in_english_both_sides_lead_to_english_or_say_that_they_do_not(client, page, meeting):
    make_tie(page, meeting)
    english_page = translated(page)
    english_meeting = translated(meeting)
    assert f'href="{english_page.url_path}#item-1" lang="en"' in text_of(client, english_meeting)
    assert f'href="{anchor(english_meeting)}" lang="en"' in text_of(client, english_page)
    english_page.unpublish()
    assert f'href="{page.url_path}#item-1" lang="hu"' in text_of(client, english_meeting)


def test_what_waits_shows_on_no_side(client, page, meeting):
    make_tie(page, meeting, state="waiting")
    assert "Tavaszi" not in text_of(client, page)
    assert "MK-2013/04" not in text_of(client, meeting)
    assert not ItemEvent.objects.filter(kind="discussed").exists()


def test_what_is_private_or_unpublished_shows_on_no_side(client, page, meeting):
    make_tie(page, meeting)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert "MK-2013/04" not in text_of(client, meeting)
    PageViewRestriction.objects.all().delete()
    meeting.unpublish()
    assert "Tavaszi" not in text_of(client, page)


def test_a_meeting_costs_one_query_more_for_any_number_of_ties(client, page, meeting):
    def count():
        client.get(meeting.url_path)
        with CaptureQueriesContext(connection) as captured:
            client.get(meeting.url_path)
        return len(captured)

    make_tie(page, meeting)
    few = count()
    for number in range(4):
        make_tie(make_recommendation(slug=f"tovabbi-{number}"), meeting, kind="adopted")
    assert count() == few <= 10


def test_confirming_tells_the_history_and_changes_no_state(page, meeting, users):
    tie = make_tie(page, meeting, state="waiting", entered_by=users["editor"])
    with pytest.raises(PermissionDenied):
        relation_confirm(record=tie, user=users["editor"])
    before = {name: getattr(item_of(page), name) for name in RecommendationItem.live_fields}
    relation_confirm(record=tie, user=users["moderator"])
    told = ItemEvent.objects.get(kind="discussed")
    assert (told.item_key, told.meeting, told.at) == (key_of(page), meeting, meeting.starts_at)
    assert before == {n: getattr(item_of(page), n) for n in RecommendationItem.live_fields}
    ItemDiscussion.objects.get().save()
    assert ItemEvent.objects.filter(kind="discussed").count() == 1


def test_an_adoption_that_is_told_already_is_not_told_twice(page, meeting):
    adopted(page, meeting=meeting)
    make_tie(page, meeting, kind="adopted")
    assert ItemEvent.objects.filter(kind="adopted", item_key=key_of(page)).count() == 1


def test_a_tie_that_is_taken_back_is_corrected_in_the_history(client, page, meeting):
    make_tie(page, meeting).delete()
    kinds = ItemEvent.objects.filter(item_key=key_of(page), meeting=meeting)
    assert list(kinds.order_by("pk").values_list("kind", flat=True)) == ["discussed", "correction"]
    assert "MK-2013/04" not in text_of(client, meeting)


def values(page, meeting, **others):
    agenda = meeting.agenda.first().translation_key
    return {"item": f"{page.pk}:{key_of(page)}", "agenda_item": f"{meeting.pk}:{agenda}",
            "kind": "discussed", **others}  # fmt: skip


def test_an_editor_enters_a_moderator_confirms(client, page, meeting, users):
    client.login(username="editor", password=PASSWORD)
    add = reverse("item_discussions:add")
    assert "MK-2013/04" in client.get(add).content.decode()
    response = client.post(add, values(page, meeting))
    assert response.status_code == 302, response.context["form"].errors
    tie = ItemDiscussion.objects.get()
    assert (tie.recommendation, tie.meeting, tie.is_confirmed) == (page, meeting, False)
    confirm = reverse("item_discussions:confirm", args=[tie.pk])
    client.post(confirm)
    assert not ItemDiscussion.objects.get().is_confirmed
    client.login(username="moderator", password=PASSWORD)
    client.post(confirm)
    assert ItemDiscussion.objects.get().is_confirmed
    assert client.get(reverse("item_discussions:edit", args=[tie.pk])).status_code == 200
    assert client.get(reverse("item_discussions:index")).status_code == 200


def test_what_is_entered_already_and_what_nobody_offered_is_refused(client, page, meeting, users):
    make_tie(page, meeting)
    client.login(username="editor", password=PASSWORD)
    add = reverse("item_discussions:add")
    twice = client.post(add, values(page, meeting))
    assert "This is entered already." in twice.content.decode()
    coming = make_event(slug="jovo")
    early = client.post(add, values(page, coming))
    assert "This meeting is still to come" in early.content.decode()
    for wrong in ("", "x", f"{meeting.pk}:{key_of(page)}", "1:2:3"):
        assert client.post(add, values(page, meeting, item=wrong)).status_code == 200
    assert ItemDiscussion.objects.count() == 1


def test_a_draft_of_the_page_in_preview_shows_its_history_too(page, meeting):
    make_tie(page, meeting)
    draft = published(fresh(page)).get_latest_revision_as_object()
    html = draft.make_preview_request().render().content.decode()
    assert anchor(meeting) in html
