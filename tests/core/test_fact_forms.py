"""Posts to Wagtail's own form, honest and forged: no fact changes on a translation."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield
from wagtail_localize.models import Translation

from cms.core.facts.change import facts_change
from network.models import AgendaItem
from tests.core.fact_steps import (
    NEW,
    OLD,
    assert_new_everywhere,
    change_source,
    changed_source,
    make_pair,
)
from tests.factories.pages import fresh, make_place
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(locales, users, client):
    pair = make_pair()
    # Out of wagtail-localize's editor, so that Wagtail's form takes the post
    Translation.objects.update(enabled=False)
    client.login(username="administrator", password=PASSWORD)
    return pair


def row_data(row, **values):
    return {
        "id": row.pk,
        "title": row.title,
        "description": rich_text(""),
        "decision": rich_text(""),
        "ORDER": row.sort_order + 1,
        "DELETE": "",
        **values,
    }


def post(client, page, rows, action="action-publish", **values):
    agenda = {str(number): row for number, row in enumerate(rows)}
    known = sum(1 for row in rows if row["id"])
    counts = {
        "TOTAL_FORMS": len(rows), "INITIAL_FORMS": known, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000,
    }  # fmt: skip
    data = nested_form_data(
        {
            "title": page.title, "slug": page.slug, "summary": "", "body": streamfield([]),
            "seo_title": "", "search_description": "", "change_note": "",
            "agenda": {**agenda, **counts},
            "series": "", "location_hints": "", "minutes_text": rich_text(""),
            "organisers": {**counts, "TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0,
                         "MAX_NUM_FORMS": 1000},
            action: "1", **values,
        }
    )  # fmt: skip
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)


def test_path_crafted_post_publish(pair, client):
    change_source(pair).publish()
    english = fresh(pair.english)
    rows = list(english.agenda.all())
    forged = [row_data(rows[0], minutes=99, outcome="adopted"), row_data(rows[1], DELETE="1")]
    response = post(client, english, forged, title="New title", room="Forged", status="cancelled")
    assert response.status_code == 302, response.context["form"].errors
    assert_new_everywhere(pair)
    assert fresh(pair.english).title == "New title"
    assert fresh(pair.english).agenda.first().outcome == "none"


def test_path_crafted_post_draft_then_publish(pair, client):
    change_source(pair).publish()
    english = fresh(pair.english)
    rows = [row_data(row, minutes=99) for row in english.agenda.all()]
    response = post(client, english, rows, action="action-save", room="Forged")
    assert response.status_code in {200, 302}
    fresh(pair.english).get_latest_revision().publish()
    assert_new_everywhere(pair)


def test_path_crafted_post_unpublished_translation(pair, client):
    change_source(pair).publish()
    fresh(pair.english).unpublish()
    english = fresh(pair.english)
    rows = [row_data(row, minutes=99) for row in english.agenda.all()]
    added = AgendaItem(title="Added", sort_order=2)
    rows.append(row_data(added, id="", kind="decision", minutes=1, papers=streamfield([])))
    post(client, english, rows, action="action-save", room="Forged", status="cancelled")
    assert_new_everywhere(pair)
    fresh(english).get_latest_revision().publish()
    assert_new_everywhere(pair)


def test_path_stale_draft_admin_publish(pair, client):
    stale = fresh(pair.english)
    stale.title = "Stale draft"
    stale.save_revision()
    source = changed_source(pair)
    source.agenda = [*source.agenda.all(), AgendaItem(title="Új pont", sort_order=2)]
    source.save_revision().publish()
    opened = client.get(reverse("wagtailadmin_pages:edit", args=[stale.pk]))
    assert opened.context["form"]["title"].value() == "Stale draft"
    rows = [row_data(row) for row in fresh(pair.english).agenda.all()]
    response = post(client, stale, rows, title="Stale draft")
    assert response.status_code == 302, response.context["form"].errors
    english = fresh(pair.english)
    assert (english.title, english.room) == ("Stale draft", NEW["room"])
    assert [row.title for row in english.agenda.all()][2] == "Új pont"


def test_path_revert_admin(pair, client):
    older = fresh(pair.english).save_revision()
    change_source(pair).publish()
    url = reverse("wagtailadmin_pages:revisions_revert", args=[pair.english.pk, older.pk])
    html = client.get(url).content.decode()
    assert NEW["room"] in html
    assert OLD["room"] not in html


def test_path_form_opened_before_admin_publish(pair, client):
    english = fresh(pair.english)
    rows = [row_data(row) for row in english.agenda.all()]
    change_source(pair).publish()
    post(client, english, rows, title="Late", room="Díszterem")
    assert_new_everywhere(pair)
    assert fresh(pair.english).title == "Late"


def source_data(source):
    start = timezone.localtime(source.starts_at)
    return {
        "topics": [], "kind": source.kind, "room": NEW["room"], "mode": source.mode,
        "starts_at": start.strftime("%Y-%m-%d %H:%M"), "registration": source.registration,
        "step_free": "unknown", "hearing_loop": "unknown", "childcare": "unknown",
        "quiet_room": "unknown", "place": make_place().pk, "online_url_visibility": "public",
        "interpretation": streamfield([]), "minutes_files": streamfield([]),
    }  # fmt: skip


def source_rows(source):
    return [
        row_data(row, minutes=row.minutes, kind=row.kind, starts_at="", papers=streamfield([]))
        for row in source.agenda.all()
    ]


def test_path_source_admin_publish(pair, client):
    source = fresh(pair.source)
    response = post(client, source, source_rows(source), **source_data(source))
    assert response.status_code == 302, response.context["form"].errors
    assert {fresh(pair.source).room, fresh(pair.english).room} == {NEW["room"]}
    assert list(fresh(pair.english).agenda.first().papers) == []


def test_path_service_then_source_form(pair, client):
    source = fresh(pair.source)
    rows, data = source_rows(source), source_data(source)
    facts_change(page=source, fields={"status": "cancelled"})
    post(client, source, rows, **data, status="confirmed")
    assert {fresh(pair.source).status, fresh(pair.english).status} == {"cancelled"}
    assert fresh(pair.english).room == NEW["room"]


def test_a_row_links_to_the_action_that_changes_its_live_fact(pair, client):
    row = pair.source.agenda.first()
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[pair.source.pk])).content.decode()
    url = reverse("live_fact_action", args=[pair.source.pk, "outcome"])
    assert f'{url}?row={row.translation_key}"' in edit
    assert 'name="agenda-0-outcome"' not in edit
    client.post(url, {"row": str(row.translation_key), "outcome": "adopted"})
    assert fresh(pair.english).agenda.first().outcome == "adopted"


def test_a_translation_shows_facts_read_only(pair, client):
    change_source(pair).publish()
    html = client.get(reverse("wagtailadmin_pages:edit", args=[pair.english.pk])).content.decode()
    assert NEW["room"] in html
    assert 'name="room"' not in html
    assert "agenda-ADD" not in html
