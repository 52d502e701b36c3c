"""Every way by which an old fact could come back to a reader: on none of them does it."""

import pytest
from django.utils import timezone
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.revert_to_page_revision import RevertToPageRevisionAction

from cms.core.facts.change import facts_change
from network.models import AgendaItem, EventPage
from tests.core.fact_steps import (
    NEW,
    OLD,
    assert_new_everywhere,
    change_source,
    facts_of,
    make_pair,
)
from tests.factories.pages import fresh, make_topic, published, translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(locales):
    return make_pair()


def test_path_source_revision_publish(pair):
    change_source(pair).publish()
    assert_new_everywhere(pair)


def test_path_source_action_publish(pair, users):
    revision = change_source(pair)
    PublishPageRevisionAction(revision, user=users["administrator"]).execute()
    assert_new_everywhere(pair)


def test_path_source_scheduled(pair):
    revision = change_source(pair)
    revision.approved_go_live_at = timezone.now()
    revision.save()
    assert facts_of(pair.english)["room"] == OLD["room"]
    from django.core.management import call_command

    call_command("publish_scheduled")
    assert_new_everywhere(pair)


def test_path_source_workflow_approve(pair, users):
    source = fresh(pair.source)
    source.room, source.starts_at = NEW["room"], NEW["starts_at"]
    source.save_revision(user=users["editor"])
    source.get_workflow().start(source, users["editor"])
    state = fresh(source).current_workflow_task_state
    state.task.specific.on_action(state, users["moderator"], "approve")
    assert facts_of(pair.english)["room"] == NEW["room"]


def test_path_stale_draft_publish(pair):
    stale = fresh(pair.english).save_revision()
    change_source(pair).publish()
    stale.publish()
    assert_new_everywhere(pair)


def test_path_older_revision_publish(pair):
    older = fresh(pair.english).save_revision()
    fresh(pair.english).save_revision()
    change_source(pair).publish()
    older.publish()
    assert_new_everywhere(pair)


def test_path_scheduled_translation(pair):
    revision = fresh(pair.english).save_revision(approved_go_live_at=timezone.now())
    change_source(pair).publish()
    revision.publish()
    assert_new_everywhere(pair)


def test_path_revert_action(pair, users):
    older = fresh(pair.english).save_revision()
    change_source(pair).publish()
    english = fresh(pair.english)
    reverted = RevertToPageRevisionAction(english, older, user=users["administrator"]).execute()
    reverted.publish()
    assert_new_everywhere(pair)


def test_path_stale_object_save(pair):
    stale = fresh(pair.english)
    list(stale.agenda.all())
    change_source(pair).publish()
    stale.title = "Written late"
    stale.save()
    assert_new_everywhere(pair)
    assert fresh(pair.english).title == "Written late"


def test_path_crafted_object_with_forged_facts_and_rows(pair):
    change_source(pair).publish()
    forged = fresh(pair.english)
    forged.room, forged.status = "Forged", "cancelled"
    forged.agenda = [AgendaItem(title="Added", minutes=99)]
    forged.save_revision().publish()
    assert_new_everywhere(pair)
    assert not AgendaItem.objects.filter(title="Added").exists()


def test_path_localize_publish_frozen_source(pair):
    change_source(pair).publish()
    from wagtail_localize.models import Translation

    translation = Translation.objects.get(
        source__object_id=pair.source.translation_key, target_locale=pair.english.locale
    )
    translation.save_target(publish=True)
    assert_new_everywhere(pair)


def test_path_localize_ephemeral_revision(pair):
    from wagtail_localize.models import TranslationSource

    change_source(pair).publish()
    source = TranslationSource.objects.get(object_id=pair.source.translation_key)
    page = source.get_ephemeral_translated_instance(pair.english.locale, fallback=True)
    page.save_revision().publish()
    assert_new_everywhere(pair)


def test_path_copy_of_translation_with_stale_draft(pair):
    fresh(pair.english).save_revision()
    change_source(pair).publish()
    english = fresh(pair.english)
    copy = CopyPageAction(
        english, to=english.get_parent(), update_attrs={"slug": "masolat"}
    ).execute(skip_permission_checks=True)
    assert fresh(copy).room == NEW["room"]
    assert fresh(copy).get_latest_revision_as_object().room == NEW["room"]


def test_path_alias_of_translation_after_source(pair):
    alias = CreatePageAliasAction(
        fresh(pair.english), update_slug="alias", parent=pair.english.get_parent()
    ).execute(skip_permission_checks=True)
    change_source(pair).publish()
    assert fresh(alias).room == NEW["room"]


def test_path_alias_of_translation_after_stale_draft(pair):
    alias = CreatePageAliasAction(
        fresh(pair.english), update_slug="alias", parent=pair.english.get_parent()
    ).execute(skip_permission_checks=True)
    stale = fresh(pair.english).save_revision()
    change_source(pair).publish()
    stale.publish()
    assert fresh(alias).room == NEW["room"]


def test_path_source_unpublished_draft_facts_stay_out(pair):
    change_source(pair)
    assert facts_of(pair.english)["room"] == OLD["room"]


def test_path_source_unpublished(pair):
    fresh(pair.source).unpublish()
    assert not fresh(pair.english).live


def test_path_source_deleted(pair):
    fresh(pair.source).delete()
    assert not EventPage.objects.filter(pk=pair.english.pk).exists()


def test_path_source_moved(pair):
    from tests.factories.pages import EventIndexPageFactory, home_in

    other = published(EventIndexPageFactory(parent=home_in("hu"), slug="masik"))
    other_english = translated(other)
    MovePageAction(fresh(pair.source), other, pos="last-child").execute(skip_permission_checks=True)
    assert fresh(pair.english).get_parent().pk == other_english.pk


def test_path_source_moved_where_no_translation_is(pair):
    from django.core.exceptions import ValidationError

    from tests.factories.pages import EventIndexPageFactory, home_in

    other = published(EventIndexPageFactory(parent=home_in("hu"), slug="masik"))
    with pytest.raises(ValidationError, match="English"):
        MovePageAction(fresh(pair.source), other, pos="last-child").execute(
            skip_permission_checks=True
        )
    assert fresh(pair.source).get_parent().pk == pair.source.get_parent().pk


def test_path_source_slug(pair):
    source = fresh(pair.source)
    source.slug = "uj-cim"
    source.save_revision().publish()
    assert fresh(pair.english).slug == "uj-cim"
    assert fresh(pair.english).url_path.endswith("/uj-cim/")


def test_path_service_then_source_draft(pair):
    draft = change_source(pair)
    facts_change(page=fresh(pair.source), fields={"status": "cancelled"})
    draft.publish()
    assert_new_everywhere(pair)
    assert {fresh(pair.source).status, fresh(pair.english).status} == {"cancelled"}


def test_path_service_then_source_revert(pair):
    older = fresh(pair.source).save_revision()
    facts_change(page=fresh(pair.source), fields={"status": "cancelled"})
    older.publish()
    assert {fresh(pair.source).status, fresh(pair.english).status} == {"cancelled"}


def test_path_service_then_stale_translation(pair):
    stale = fresh(pair.english).save_revision()
    facts_change(page=fresh(pair.source), fields={"status": "cancelled"})
    stale.publish()
    assert fresh(pair.english).status == "cancelled"


def test_path_service_then_stale_source_object(pair):
    stale = fresh(pair.source)
    facts_change(page=fresh(pair.source), fields={"status": "cancelled"})
    stale.save()
    assert {fresh(pair.source).status, fresh(pair.english).status} == {"cancelled"}


def test_path_service_on_row_then_source_draft(pair):
    draft = fresh(pair.source).save_revision()
    key = pair.source.agenda.first().translation_key
    facts_change(page=fresh(pair.source), rows={"agenda": {key: {"outcome": "adopted"}}})
    draft.publish()
    outcomes = AgendaItem.objects.filter(translation_key=key).values_list("outcome", flat=True)
    assert set(outcomes) == {"adopted"}


def test_path_topics_and_rows_follow(pair):
    topic = make_topic()
    source = fresh(pair.source)
    source.topics = [topic]
    first, second = source.agenda.all()
    second.sort_order, first.sort_order = 0, 1
    source.agenda = [second, AgendaItem(title="Új pont", sort_order=2)]
    source.save_revision().publish()
    english = fresh(pair.english)
    assert list(english.topics.all()) == [topic]
    rows = list(english.agenda.all())
    assert [row.title for row in rows] == ["Vita (en)", "Új pont"]
    assert rows[1].lang_of("title") == "hu"
    assert rows[0].lang_of("title") == "en"


def test_path_failure_in_between_changes_nothing(pair, monkeypatch):
    from cms.core.facts import signals

    def fail(_source):
        raise RuntimeError("in between")

    revision = change_source(pair)
    monkeypatch.setattr(signals, "followers", signals.followers)
    signals.followers.append(fail)
    try:
        with pytest.raises(RuntimeError):
            revision.publish()
    finally:
        signals.followers.remove(fail)
    assert facts_of(pair.source)["room"] == OLD["room"]
    assert facts_of(pair.english)["room"] == OLD["room"]
