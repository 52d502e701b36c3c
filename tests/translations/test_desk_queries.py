"""The desk asks the database as often for two hundred texts with their comments as for ten."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.rich_text import RichText
from wagtail_localize.models import StringSegment

from cms.operations.waiting import run_waiting
from cms.translations.drafts import publish_made, revision_make
from cms.translations.notes.comments import comment_add
from cms.translations.requests import translation_request
from tests.factories.pages import fresh, texts_write
from tests.translations.people import translator_of
from tests.translations.test_segments import page_of_paragraphs

pytestmark = pytest.mark.django_db
BUDGET = 15


def cost(client, translation):
    url = reverse("desk:edit", args=[translation.uuid])
    assert client.get(url).status_code == 200
    with CaptureQueriesContext(connection) as seen:
        client.get(url)
    queries = [one["sql"] for one in seen]
    assert len(queries) == len(set(queries))
    return len(queries), queries


def test_two_hundred_texts_with_comments_of_which_twenty_changed_stay_in_the_budget(
    locales, client
):
    user = translator_of(locales["uk"])
    client.force_login(user)
    counts = []
    for number in (10, 200):
        page = page_of_paragraphs(number)
        translation = translation_request(page=page, locale=locales["uk"])
        texts_write(translation, lambda text: f"{text} (uk)")
        publish_made(revision_make(translation=translation))
        for segment in StringSegment.objects.filter(source=translation.source)[:number]:
            comment_add(translation=translation, segment_id=segment.pk, text="Так?", user=user)
        changed = fresh(page)
        for at in range(0, number, 10):
            changed.body[at].value = RichText(f"<p>{at}. bekezdés <b>másként</b> szöveggel.</p>")
        changed.save_revision().publish()
        run_waiting()
        count, queries = cost(client, translation)
        counts.append(count)
        fresh(page).delete()
    assert counts[0] == counts[1]
    assert counts[1] <= BUDGET, "\n".join(one[:160] for one in queries)


def test_a_file_costs_as_many_queries_for_two_hundred_texts_as_for_ten(locales, client):
    client.force_login(translator_of(locales["uk"]))
    counts = []
    for number in (10, 200):
        page = page_of_paragraphs(number)
        translation = translation_request(page=page, locale=locales["uk"])
        url = reverse("desk:file_out", args=[translation.uuid, "xlf"])
        with CaptureQueriesContext(connection) as seen:
            assert client.get(url).status_code == 200
        counts.append(len(seen))
        fresh(page).delete()
    assert counts[0] == counts[1]
