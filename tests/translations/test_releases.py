"""A draft goes live together with its translations: until then readers keep the old text."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.log_actions import registry
from wagtail.models import PageLogEntry

from cms.core.facts.change import facts_change
from cms.operations.models import OutgoingMail
from cms.operations.waiting import run_waiting
from cms.translations.drift import drift
from cms.translations.managed import translation_of
from cms.translations.models import Release, ReleasePart, TranslationState
from cms.translations.releases.preparing import release_drop, release_open, release_renew
from cms.translations.releases.publishing import release_publish, translations_publish
from cms.translations.saving import segment_save
from cms.translations.segments.read import lines_of
from network.models import AgendaItem
from tests.factories.pages import (
    StandardPageFactory,
    fresh,
    home_in,
    make_event,
    translated,
)  # fmt: skip
from tests.operations.mail.test_texts import parts
from tests.translations.people import translator_of
from tests.translations.release_steps import (
    NEW,
    OLD,
    approve,
    drafted,
    status,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("outbox")]


def told(client, page):
    response = client.get(page.url_path)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").main


def test_readers_and_their_notices_know_nothing_of_the_draft(page, twins, boss, client):
    release_open(page=drafted(page, summary=NEW), user=boss)
    run_waiting()
    for code, twin in twins.items():
        translation = translation_of(twin)
        assert status(translation) == ("major", "current")
        sources = [one.source for one in lines_of(translation.source_id, twin.locale_id)]
        assert NEW in sources and OLD not in sources
        said = told(client, twin).get_text()
        assert f"{OLD} ({code})" in said
        assert "120" not in said
    assert drift() == []


def test_a_page_that_was_behind_before_tells_of_that_alone(page, twins, boss, client):
    published_now = drafted(page, summary="A bérlet ára 110 forint")
    published_now.get_latest_revision().publish()
    run_waiting()
    release_open(page=drafted(page, summary=NEW), user=boss)
    passage = told(client, twins["uk"]).select_one("ul.changed li")
    assert passage.get_text() == "A bérlet ára 100110 forint"


def test_all_that_is_ready_goes_live_with_the_source(page, twins, boss, locales, client):
    release = release_open(page=drafted(page, summary=NEW), user=boss)
    uk, ar = (translation_of(twins[code]) for code in ("uk", "ar"))
    approve(uk, locales["uk"])
    run_waiting()
    assert status(uk) == ("ready", "current")
    assert fresh(twins["uk"]).summary == f"{OLD} (uk)"
    assert fresh(page).summary == OLD
    release_publish(page=page, user=boss)
    run_waiting()
    assert fresh(page).summary == NEW
    assert fresh(twins["uk"]).summary == f"{NEW} new"
    assert fresh(twins["ar"]).summary == f"{OLD} (ar)"
    assert status(uk) == ("current", "current")
    assert TranslationState.objects.get(translation=uk).reviewer.username == "reviewer-uk"
    assert status(ar) == ("major", "major")
    assert "120" in told(client, twins["ar"]).select_one("ul.changed").get_text()
    release.refresh_from_db()
    assert (release.status, release.published_by) == ("done", boss)
    assert release.ended_at is not None
    outcomes = dict(release.parts.values_list("translation", "outcome"))
    assert outcomes == {uk.pk: "published", ar.pk: "left"}
    entry = PageLogEntry.objects.get(action="translations.release")
    assert entry.data == {"published": ["uk"], "left": ["ar"]}
    assert registry.action_exists("translations.release")
    assert drift() == []


def released():
    """Who was told of the release, in which text."""
    found = {one.recipient: parts(one) for one in OutgoingMail.objects.order_by("pk")}
    return {
        to: plain for to, (message, plain, _html) in found.items()
        if "Kiadva" in message["Subject"]
    }  # fmt: skip


def test_it_is_announced_once_and_last(page, twins, boss, locales):
    """To those who prepared and published it, and to the teams of what went live with it."""
    release_open(page=drafted(page, summary=NEW), user=boss)
    approve(translation_of(twins["uk"]), locales["uk"])
    translator_of(locales["ar"])
    release_publish(page=page, user=boss)
    assert not released()
    run_waiting()
    told_to = released()
    assert set(told_to) == {
        boss.email, "translator-uk@example.org", "reviewer-uk@example.org"
    }  # fmt: skip
    assert "Українська: Megjelent" in told_to[boss.email]
    assert ": Nem volt kész" in told_to[boss.email]
    sent = OutgoingMail.objects.count()
    assert translations_publish(Release.objects.get().pk) == 0
    assert OutgoingMail.objects.count() == sent


def test_publishing_in_the_usual_way_takes_the_translations_along(page, twins, boss, locales):
    """Also what a moderator approves or the schedule publishes."""
    release_open(page=drafted(page, summary=NEW), user=boss)
    approve(translation_of(twins["uk"]), locales["uk"])
    fresh(page).get_latest_revision().publish()
    run_waiting()
    assert fresh(twins["uk"]).summary == f"{NEW} new"
    assert Release.objects.get().status == "done"


def test_an_action_meanwhile_neither_ends_it_nor_shows_the_draft(locales, boss):
    event = make_event(title="Ülés", summary=OLD)
    twin = translated(event, "uk", " (uk)")
    draft = fresh(event)
    draft.summary = NEW
    draft.agenda = [*draft.agenda.all(), AgendaItem(title="Új pont", minutes=5, sort_order=2)]
    draft.save_revision()
    release_open(page=fresh(event), user=boss)
    facts_change(page=fresh(event), fields={"status": "cancelled"}, user=boss)
    run_waiting()
    assert Release.objects.get().status == "open"
    translation = translation_of(twin)
    approve(translation, locales["uk"])
    release_publish(page=event, user=boss)
    run_waiting()
    live = fresh(twin)
    assert (live.summary, live.status) == (f"{NEW} new", "cancelled")
    assert [row.title for row in live.agenda.all()][-1] == "Új pont new"


def test_a_page_that_was_never_public_appears_in_all_languages_at_once(locales, boss, client):
    parent = home_in("hu")
    page = StandardPageFactory(parent=parent, title="Új lap", summary=NEW, live=False)
    page.save_revision()
    release_open(page=fresh(page), user=boss, locales=[locales["uk"], locales["ar"]])
    twins = {twin.locale.language_code: twin for twin in page.get_translations()}
    assert {code: twin.live for code, twin in twins.items()} == {"uk": False, "ar": False}
    for code, is_listed in (("uk", True), ("vi", False)):
        client.force_login(translator_of(locales[code], name="somebody"))
        assert ("Új lap" in client.get(reverse("desk:index")).content.decode()) is is_listed
        assert ("Új lap" in client.get(reverse("desk:overview")).content.decode()) is is_listed
    for code in ("uk", "ar"):
        approve(translation_of(twins[code].specific), locales[code])
    assert not any(fresh(twin.specific).live for twin in twins.values())
    release_publish(page=page, user=boss)
    run_waiting()
    assert fresh(page).live
    assert {fresh(twin.specific).summary for twin in twins.values()} == {f"{NEW} new"}
    assert all(fresh(twin.specific).live for twin in twins.values())


def test_what_was_changed_after_the_approval_waits_for_another(page, twins, boss, locales):
    release_open(page=drafted(page, summary=NEW), user=boss)
    translation = translation_of(twins["uk"])
    approve(translation, locales["uk"])
    line = next(one for one in lines_of(translation.source_id, translation.target_locale_id)
                if one.source == NEW)  # fmt: skip
    segment_save(translation=translation, segment_id=line.segment_id, text="Тихо", user=boss)
    assert status(translation)[0] != "ready"
    release_publish(page=page, user=boss)
    run_waiting()
    assert fresh(twins["uk"]).summary == f"{OLD} (uk)"
    assert ReleasePart.objects.get(translation=translation).outcome == "left"


def test_a_locked_translation_is_left_out(page, twins, boss, locales):
    release_open(page=drafted(page, summary=NEW), user=boss)
    approve(translation_of(twins["uk"]), locales["uk"])
    twin = fresh(twins["uk"])
    twin.locked, twin.locked_by = True, boss
    twin.save(update_fields=["locked", "locked_by"])
    release_publish(page=page, user=boss)
    run_waiting()
    assert fresh(twin).summary == f"{OLD} (uk)"


def test_a_later_draft_is_taken_over_on_demand(page, twins, boss, locales):
    release_open(page=drafted(page, summary=NEW), user=boss)
    drafted(page, summary="A bérlet ára 130 forint")
    translation = translation_of(twins["uk"])
    assert NEW in [one.source for one in lines_of(translation.source_id, twins["uk"].locale_id)]
    release_renew(page=page, user=boss)
    approve(translation, locales["uk"])
    release_publish(page=page, user=boss)
    run_waiting()
    assert fresh(page).summary == "A bérlet ára 130 forint"
    assert fresh(twins["uk"]).summary == "A bérlet ára 130 forint new"


def test_given_up_the_live_text_is_the_one_to_translate(page, twins, boss):
    release_open(page=drafted(page, summary=NEW), user=boss)
    release_drop(page=page, user=boss)
    translation = translation_of(twins["uk"])
    assert status(translation) == ("current", "current")
    assert Release.objects.get().status == "dropped"
    assert fresh(page).get_latest_revision_as_object().summary == NEW
    release_open(page=page, user=boss)
    assert Release.objects.count() == 2
