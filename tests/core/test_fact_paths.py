"""Every way by which an old fact could come back to a reader: on none of them does it.

Each runs for every page type of `fact_cases.CASES`.
"""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.utils import timezone
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.edit import EditAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.revert_to_page_revision import RevertToPageRevisionAction

from cms.core.facts.kinds import required_kinds
from cms.core.registries import page_types
from cms.translations.managed import translation_of
from cms.translations.reviewing import review_approve, review_send
from home.models import HomePage, StandardPage
from tests.core.fact_cases import CASES
from tests.core.fact_steps import (
    assert_new_everywhere,
    assert_old,
    change_source,
    facts_of,
    forge,
    shown,
)
from tests.factories.pages import fresh, reviewed

pytestmark = pytest.mark.django_db
PAST = timedelta(minutes=1)


def test_every_type_with_facts_of_its_own_stands_in_the_cases(locales):
    common = required_kinds(StandardPage)
    wanted = {
        model for model in page_types()
        if required_kinds(model).rows or set(required_kinds(model).facts) > set(common.facts)
    }  # fmt: skip
    assert {type(make().source) for make in CASES.values()} == wanted - {HomePage}


def test_path_source_revision_publish(pair):
    change_source(pair).publish()
    assert_new_everywhere(pair)


def test_path_source_action_publish(pair, users):
    revision = change_source(pair)
    PublishPageRevisionAction(revision, user=users["administrator"]).execute()
    assert_new_everywhere(pair)


def test_path_source_scheduled(pair):
    revision = change_source(pair)
    revision.approved_go_live_at = timezone.now() - PAST
    revision.save()
    assert_old(pair)
    call_command("publish_scheduled")
    assert_new_everywhere(pair)


def test_path_source_workflow_approve(pair, users):
    change_source(pair, user=users["editor"])
    source = fresh(pair.source)
    source.get_workflow().start(source, users["editor"])
    state = fresh(source).current_workflow_task_state
    state.task.specific.on_action(state, users["moderator"], "approve")
    assert_new_everywhere(pair)


def test_path_stale_draft_publish(pair):
    stale = reviewed(fresh(pair.english))
    change_source(pair).publish()
    stale.publish()
    assert_new_everywhere(pair)


def test_path_older_revision_publish(pair):
    older = reviewed(fresh(pair.english))
    reviewed(fresh(pair.english))
    change_source(pair).publish()
    older.publish()
    assert_new_everywhere(pair)


def test_path_scheduled_translation(pair):
    revision = reviewed(fresh(pair.english))
    revision.approved_go_live_at = timezone.now() - PAST
    revision.save()
    change_source(pair).publish()
    call_command("publish_scheduled")
    assert_new_everywhere(pair)


def test_path_workflow_translation(pair, users):
    translation = translation_of(pair.english)
    review_send(translation=translation, user=users["administrator"])
    change_source(pair).publish()
    revision_id = fresh(pair.english).latest_revision_id
    review_approve(translation=translation, user=users["administrator"], revision_id=revision_id)
    assert_new_everywhere(pair)


def test_path_revert_action(pair, users):
    older = reviewed(fresh(pair.english))
    change_source(pair).publish()
    english = fresh(pair.english)
    with pytest.raises(PermissionDenied):
        RevertToPageRevisionAction(english, older, user=users["administrator"]).execute()
    assert_new_everywhere(pair)


@pytest.mark.parametrize("publish", [True, False])
def test_path_api_edit_action(pair, users, publish):
    loaded = fresh(pair.english)
    for relation in pair.rows:
        list(getattr(loaded, relation).all())
    change_source(pair).publish()
    loaded.title = "Written by the API"
    with pytest.raises(PermissionDenied):
        EditAction(loaded, user=users["administrator"], publish=publish).execute()
    assert_new_everywhere(pair)
    assert fresh(pair.english).title == pair.english.title


def test_path_api_edit_action_of_an_unpublished_translation(pair, users):
    fresh(pair.english).unpublish()
    loaded = fresh(pair.english)
    change_source(pair).publish()
    with pytest.raises(PermissionDenied):
        EditAction(forge(pair, loaded), user=users["administrator"], clean=False).execute()
    assert_new_everywhere(pair)


def test_path_stale_object_save(pair):
    stale = fresh(pair.english)
    for relation in pair.rows:
        list(getattr(stale, relation).all())
    change_source(pair).publish()
    stale.save()  # the same texts, with the facts of its day
    assert_new_everywhere(pair)
    stale.title = "Written late"
    with pytest.raises(PermissionDenied):
        stale.save()
    assert_new_everywhere(pair)
    assert fresh(pair.english).title == pair.english.title


def test_path_crafted_object_with_forged_facts_and_rows(pair):
    change_source(pair).publish()
    with pytest.raises(PermissionDenied):
        forge(pair, fresh(pair.english)).save_revision(clean=False)
    forged = forge(pair, fresh(pair.english))
    forged.title = "Forged"
    with pytest.raises(PermissionDenied):
        forged.save()
    assert_new_everywhere(pair)


def test_path_copy_of_translation_with_stale_draft(pair):
    reviewed(fresh(pair.english))
    change_source(pair).publish()
    english = fresh(pair.english)
    action = CopyPageAction(english, to=english.get_parent(), update_attrs={"slug": "masolat"})
    if not pair.is_copied:
        with pytest.raises(ValidationError):
            action.execute(skip_permission_checks=True)
        return
    copy = action.execute(skip_permission_checks=True)
    assert shown(copy, pair.new) == pair.new
    draft = fresh(copy).get_latest_revision_as_object()
    assert {name: getattr(draft, name) for name in pair.new} == pair.new


def alias_of(page):
    return CreatePageAliasAction(
        fresh(page), update_slug="alias", parent=page.get_parent()
    ).execute(skip_permission_checks=True)


def test_path_alias_of_translation_after_source(pair):
    alias = alias_of(pair.english)
    change_source(pair).publish()
    assert shown(alias, pair.new) == pair.new


def test_path_alias_of_translation_after_stale_draft(pair):
    alias = alias_of(pair.english)
    stale = reviewed(fresh(pair.english))
    change_source(pair).publish()
    stale.publish()
    assert shown(alias, pair.new) == pair.new


def test_path_source_unpublished_draft_facts_stay_out(pair):
    change_source(pair)
    assert_old(pair)
    fresh(pair.source).unpublish()
    assert_old(pair, pair.english)


def test_path_source_unpublished(pair):
    fresh(pair.source).unpublish()
    assert not fresh(pair.english).live


def test_path_source_deleted(pair):
    fresh(pair.source).delete()
    assert not type(pair.english).objects.filter(pk=pair.english.pk).exists()


def test_path_source_deleted_then_stale_draft(pair):
    revision = reviewed(fresh(pair.english))
    fresh(pair.source).delete()
    assert not type(revision).objects.filter(pk=revision.pk).exists()


def test_path_source_slug(pair):
    source = fresh(pair.source)
    source.slug = "uj-cim"
    source.save_revision().publish()
    assert fresh(pair.english).slug == "uj-cim"
    assert fresh(pair.english).url_path.endswith("/uj-cim/")


def test_path_failure_in_between_changes_nothing(pair):
    from cms.core.facts import signals

    def fail(_source):
        raise RuntimeError("in between")

    before, revision = facts_of(pair.source), change_source(pair)
    signals.followers.append(fail)
    try:
        with pytest.raises(RuntimeError):
            revision.publish()
    finally:
        signals.followers.remove(fail)
    assert facts_of(pair.source) == facts_of(pair.english) == before
