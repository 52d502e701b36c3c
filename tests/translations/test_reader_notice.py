"""What readers of a translation are told of it, on each page type, and who is told nothing."""

from datetime import UTC, datetime

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import PageViewRestriction
from wagtail_localize.models import StringTranslation

from cms.core.acts import act_record, note_keep
from cms.core.facts.change import facts_change
from cms.operations.waiting import run_waiting
from cms.translations.drafts import publish_made, revision_make
from cms.translations.managed import translation_of
from cms.translations.standing import states_refresh
from tests.factories.every import EVERY
from tests.factories.pages import StandardPageFactory, fresh, home_in, published, translated

pytestmark = pytest.mark.django_db
MARCH, APRIL = datetime(2026, 3, 12, 9, tzinfo=UTC), datetime(2026, 4, 16, 9, tzinfo=UTC)


@pytest.fixture
def page(locales):
    with time_machine.travel(MARCH, tick=False):
        page = StandardPageFactory(
            parent=home_in("hu"), slug="lap", title="Díjak", summary="A bérlet ára 100 forint"
        )
        note_keep(page=page, text="Első közlés", minor=False)
        return published(page)


@pytest.fixture
def twin(page):
    with time_machine.travel(MARCH, tick=False):
        return translated(page)


@pytest.fixture
def arabic(page):
    with time_machine.travel(MARCH, tick=False):
        return translated(page, "ar", " (ar)")


def change(page, note="", minor=False, **texts):
    with time_machine.travel(APRIL, tick=False):
        source = fresh(page)
        for name, text in texts.items():
            setattr(source, name, text)
        if note or minor:
            note_keep(page=source, text=note, minor=minor)
        source.save_revision().publish()
        run_waiting()


def told(client, page):
    response = client.get(page.url_path)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").select_one("main > .told")


def test_one_that_is_up_to_date_says_what_it_follows(twin, page, client):
    notice = told(client, twin)
    assert "follows the Hungarian text of 12 March 2026." in notice.get_text()
    assert notice.select_one(".strip") is None
    assert told(client, page) is None


@pytest.mark.parametrize("name", sorted(EVERY))
def test_each_type_has_it(locales, client, name):
    page = EVERY[name]()
    twin = translated(page)
    assert told(client, twin).select_one("p.meta") is not None
    change(page, title="Merőben más")
    assert told(client, twin).select_one(".strip ins").get_text() == "Merőben más"
    assert told(client, page) is None


def test_a_changed_source_is_told_with_its_passages(page, twin, arabic, client):
    change(page, summary="A bérlet ára 120 forint", seo_title="Bérletek")
    for shown in (twin, arabic):
        notice = told(client, shown)
        [passage] = notice.select("ul.changed li")
        assert passage.get_text() == "A bérlet ára 100120 forint"
        assert (passage.ins.get_text(), passage.find("del").get_text()) == ("120", "100")
        assert (passage.parent["lang"], passage.parent["dir"]) == ("hu", "ltr")
        assert notice.a["href"] == page.url_path
    assert "12 March 2026, which has changed since" in told(client, twin).get_text()


def test_what_was_said_of_changes_since_is_told_and_nothing_older(page, twin, client):
    change(page, note="Új ár", summary="A bérlet ára 120 forint")
    listed = told(client, twin).select("details > ul:not(.changed) > li")
    assert [one.span.get_text() for one in listed] == ["Új ár"]
    assert listed[0].span["lang"] == "hu"
    act_record(page=page, kind="status", texts={"hu": "Más"})
    assert len(told(client, twin).select("details > ul:not(.changed) > li")) == 1


def test_back_to_the_old_text_is_up_to_date(page, twin, client):
    change(page, summary="Más")
    assert told(client, twin).details
    change(page, summary="A bérlet ára 100 forint")
    assert told(client, twin).details is None


def test_the_new_translation_follows_the_new_text(page, twin, client):
    change(page, summary="A bérlet ára 120 forint")
    with time_machine.travel(APRIL, tick=False):
        translated(page)
    assert "16 April 2026." in told(client, twin).get_text()


def test_a_machines_text_says_so_until_a_person_confirms_it(page, twin, client):
    StringTranslation.objects.update(translation_type="machine")
    publish_made(revision_make(translation=translation_of(twin)))
    assert "machine" in told(client, twin).strong.get_text()
    StringTranslation.objects.update(translation_type="manual")
    states_refresh(page.translation_key)
    assert told(client, twin).strong is None


def test_nothing_of_a_draft_or_a_private_source_is_told(page, twin, client):
    draft = fresh(page)
    draft.summary = "Titkos tervezet"
    draft.save_revision()
    run_waiting()
    assert told(client, twin).select_one(".strip") is None
    change(page, summary="Zárt szöveg")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    notice = told(client, twin)
    assert "has changed since" in notice.get_text()
    assert [link["rel"] for link in notice.select("a")] == [["nofollow"]]  # to report an error
    assert notice.find("ins") is None
    assert "Zárt" not in client.get(twin.url_path).content.decode()


def test_a_withdrawn_translation_still_says_what_it_follows(page, twin, client):
    facts_change(page=page, fields={"withdrawn_at": APRIL, "withdrawn_reason": "error"})
    assert "12 March 2026" in told(client, fresh(twin)).get_text()


def test_an_alias_stands_as_its_page_does(page, twin, client):
    alias = CreatePageAliasAction(
        twin, update_slug="masik", parent=home_in("en")
    ).execute(skip_permission_checks=True)  # fmt: skip
    assert "12 March 2026." in told(client, alias).get_text()
    change(page, summary="Más")
    assert "has changed since" in told(client, alias).get_text()


def test_what_stands_in_and_what_was_not_made_at_the_desk_have_none(page, locales, client):
    assert told(client, home_in("en")) is None
    answer = client.get("/en/lap/").content.decode()
    assert "not yet in your language" in answer
    assert 'class="wrap told"' not in answer


def queries(client, page):
    client.get(page.url_path)
    with CaptureQueriesContext(connection) as captured:
        client.get(page.url_path)
    sent = [one["sql"] for one in captured.captured_queries]
    assert len(set(sent)) == len(sent)
    return len(sent)


def test_it_is_read_with_the_acts_and_costs_a_query_where_it_is_behind(page, locales, client):
    alone = queries(client, page)
    twin = translated(page)
    assert queries(client, page) == alone
    assert queries(client, twin) == alone
    for code in ("uk", "ar", "fa"):
        translated(page, code)
    assert queries(client, twin) == alone
    change(page, summary="A bérlet ára 120 forint")
    assert queries(client, twin) == alone + 1
