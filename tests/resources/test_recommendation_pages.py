"""The page of a recommendation and the list: what readers see, of which day, in which language."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.utils import timezone
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import PageViewRestriction

from cms.core.facts.change import facts_change
from resources.models import ItemEvent
from resources.recommendations.rules import is_overdue
from resources.recommendations.services import Entry, item_change, on_day
from tests.factories.pages import make_topic, published, translated
from tests.factories.recommendations import (
    adopted,
    key_of,
    make_addressee,
    make_full_recommendation,
    make_index,
    make_recommendation,
    recently_sent,
    sent,
)

pytestmark = pytest.mark.django_db


def text_of(client, page):
    return client.get(page.url_path).content.decode()


def listed(client, query="", page=None):
    return client.get((page or make_index()).url_path + query).context["listing"]


def titles(listing):
    return {page.title for page in listing.items}


def counts(listing, name):
    facet = next(facet for facet in listing.facets if facet.name == name)
    return {link.value: link.count for link in facet.links}


def test_it_is_overdue_from_midnight_in_budapest():
    due = date(2031, 5, 15)
    with time_machine.travel(datetime(2031, 5, 15, 21, 59, tzinfo=UTC)):
        assert not is_overdue("awaiting", due)
    with time_machine.travel(datetime(2031, 5, 15, 22, 1, tzinfo=UTC)):
        assert is_overdue("awaiting", due)
        assert is_overdue("acknowledged", due)
        assert not is_overdue("answered", due)
        assert not is_overdue("awaiting", None)


def test_an_overdue_answer_says_so_in_words(locales, client):
    page = recently_sent(make_recommendation(), days=18)
    english = translated(page)
    html = text_of(client, english)
    assert "The answer is 12 days late" in html
    assert 'id="item-1"' in html
    assert "2 answers are overdue" in html
    item_change(page=page, item_key=key_of(page), kind="response",
                changes={"response_state": "answered", "position": "rejected"})  # fmt: skip
    html = text_of(client, english)
    assert "Rejected" in html
    assert "1 answer is overdue" in html


@pytest.mark.parametrize(("state", "late"), [("closed", True), ("superseded", False)])
def test_nobody_waits_for_an_answer_to_a_superseded_document(locales, client, state, late):
    page = recently_sent(make_recommendation(), days=18)
    english = translated(page)
    facts_change(page=page, fields={"state": state})
    assert ("12 days late" in text_of(client, english)) is late


def test_that_no_answer_came_is_not_told_as_an_answer(locales, client):
    page = recently_sent(make_recommendation(items=1))
    item_change(page=page, item_key=key_of(page), kind="response",
                changes={"response_state": "no_answer"})  # fmt: skip
    html = text_of(client, translated(page))
    assert "No answer received" in html
    assert "Answer arrived" not in html


def test_the_history_is_told_oldest_first_with_notes_in_their_language(locales, client):
    page = sent(make_recommendation())
    english = translated(page)
    for key, notes in (("1", {"hu": "Egyetértenek.", "en": "They agree."}), ("2", {"hu": "Nem."})):
        item_change(
            page=page, item_key=key_of(page, key), kind="response",
            changes={"response_state": "answered", "position": "accepted"},
            entry=Entry(at=on_day(date(2013, 4, 30)), notes=notes),
        )  # fmt: skip
    html = text_of(client, english)
    assert html.index("12 March 2013") < html.index("20 March 2013") < html.index("30 April 2013")
    assert '<p lang="en" dir="ltr">They agree.</p>' in html
    assert '<p lang="hu" dir="ltr">Nem.</p>' in html
    assert "Egyetértenek." not in html
    assert "position of the addressee: Accepted" in html


def test_nobody_is_named_in_the_history(locales, client, users):
    page = sent(make_recommendation())
    item_change(page=page, item_key=key_of(page), kind="response", user=users["moderator"],
                changes={"response_state": "answered"})  # fmt: skip
    assert "moderator" not in text_of(client, page)
    assert {field.name for field in ItemEvent._meta.fields} & {"user", "entered_by"} == set()


def test_untranslated_rows_and_names_carry_their_language(locales, client):
    page = make_recommendation(addressee=make_addressee("Minisztérium", "Ministry"))
    html = text_of(client, translated(page, suffix=""))
    assert '<h3 lang="hu">Pont 1</h3>' in html
    assert '<dd lang="en">Ministry' in html


def test_everything_of_the_document_is_there(locales, client):
    html = text_of(client, make_full_recommendation())
    for part in ("Háttér", "Különvélemény", "Indok", "Közlöny", "Idézet", "Válasz", "Előterjesztés",
                 "MK-2013/04-1", "Hivatal"):  # fmt: skip
        assert part in html, part


def test_a_page_without_items_and_dates_is_whole(locales, client):
    html = text_of(client, make_recommendation(items=0))
    assert "Hivatal" not in html
    assert "None" not in html


def test_it_is_not_translated_yet(locales, client):
    page = recently_sent(make_recommendation(title="Magyar cím"))
    translated(make_index())
    response = client.get(page.url_path.replace("/hu/", "/en/", 1))
    html = response.content.decode()
    assert response.status_code == 200
    assert page.reference in html
    assert "Pont 1" not in html
    assert "Magyar cím" not in html


def test_the_list_leaves_out_what_is_gone_private_a_draft_or_an_alias(locales, client):
    pages = {
        name: recently_sent(make_recommendation(title=name, slug=name))
        for name in ("lathato", "felvaltott", "visszavont", "rejtett", "zart", "vazlat")
    }
    facts_change(page=pages["felvaltott"], fields={"state": "superseded"})
    facts_change(page=pages["visszavont"], fields={"state": "withdrawn"})
    facts_change(page=pages["rejtett"], fields={"withdrawn_at": timezone.now()})
    PageViewRestriction.objects.create(page=pages["zart"], restriction_type="login")
    pages["vazlat"].unpublish()
    CreatePageAliasAction(
        pages["lathato"], update_slug="alias", parent=make_index()
    ).execute(skip_permission_checks=True)  # fmt: skip
    translated(pages["lathato"])
    assert titles(listed(client)) == {"lathato"}
    english = listed(client, page=make_index().get_translation(locales["en"]))
    assert titles(english) == {"lathato (en)"}
    for gone in ("felvaltott", "visszavont"):
        assert client.get(pages[gone].url_path).status_code == 200


def test_facets_count_documents_by_what_became_of_their_items(locales, client):
    ministry, topic = make_addressee("Minisztérium"), make_topic()
    late = make_recommendation(title="Késő", addressee=ministry)
    late.topics = [topic]
    late = recently_sent(published(late), days=5)
    answered = recently_sent(make_recommendation(title="Megválaszolt"))
    for number in "12":
        item_change(page=answered, item_key=key_of(answered, number), kind="response",
                    changes={"response_state": "answered"})  # fmt: skip
    adopted(make_recommendation(title="Régi"))
    listing = listed(client)
    assert sorted(counts(listing, "addressee").values()) == [1, 1, 1]
    assert counts(listing, "state") == {"sent": 2, "adopted": 1}
    assert set(counts(listing, "year").values()) == {1, 2}
    assert titles(listed(client, "?became=overdue")) == {"Késő"}
    assert counts(listing, "became") == {"overdue": 1, "answered": 1, "open": 1}
    assert titles(listed(client, "?became=answered")) == {"Megválaszolt"}
    assert titles(listed(client, "?became=open&state=adopted")) == {"Régi"}
    assert titles(listed(client, f"?addressee={ministry.pk}")) == {"Késő"}
    assert titles(listed(client, "?year=2013")) == {"Régi"}
    for nonsense in ("?addressee=x%00", "?body=9" + "9" * 40, "?year=-1", "?became=no"):
        assert listed(client, nonsense).total == 0


def test_the_summary_counts_the_items_of_what_is_chosen(locales, client):
    recently_sent(make_recommendation(items=3), days=5)
    adopted(make_recommendation(items=1))
    url = make_index().url_path
    assert client.get(url).context["outcome"].items == 4
    chosen = client.get(url + "?state=adopted").context["outcome"]
    assert (chosen.items, chosen.overdue) == (1, 0)


def test_the_summary_stands_above_the_list(locales, client):
    recently_sent(make_recommendation(items=3), days=5)
    english = translated(make_index())
    for page in make_index().get_children():
        translated(page.specific)
    html = text_of(client, english)
    assert "3 items" in html
    assert "3 overdue" in html
