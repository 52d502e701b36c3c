"""The ways through wagtail-localize, aliases and bulk actions: no old fact comes back on them."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail_localize.models import Translation, TranslationSource

from cms.core.facts.change import facts_change
from network.models import EventPage
from tests.core.fact_steps import NEW, OLD, assert_new_everywhere, change_source, make_pair
from tests.factories.pages import fresh, make_event, translated
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(locales, users, client):
    client.login(username="administrator", password=PASSWORD)
    return make_pair()


def frozen(pair):
    return TranslationSource.objects.get(object_id=pair.source.translation_key)


def test_path_bulk_publish(pair, client):
    stale = fresh(pair.english)
    stale.title = "Stale"
    stale.save_revision()
    change_source(pair).publish()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{url}?id={pair.english.pk}", {})
    assert_new_everywhere(pair)
    assert fresh(pair.english).title == "Stale"


def test_path_revert_admin(pair, client):
    older = fresh(pair.english).save_revision()
    change_source(pair).publish()
    Translation.objects.update(enabled=False)
    url = reverse("wagtailadmin_pages:revisions_revert", args=[pair.english.pk, older.pk])
    html = client.get(url).content.decode()
    assert NEW["room"] in html
    assert OLD["room"] not in html


def test_path_workflow_translation(pair, users):
    english = fresh(pair.english)
    english.save_revision(user=users["editor"])
    workflow = pair.source.get_workflow()
    workflow.start(english, users["editor"])
    change_source(pair).publish()
    state = fresh(english).current_workflow_task_state
    state.task.specific.on_action(state, users["moderator"], "approve")
    assert_new_everywhere(pair)


def test_path_localize_draft_frozen_source(pair):
    change_source(pair).publish()
    Translation.objects.get(source=frozen(pair)).save_target(publish=False)
    assert_new_everywhere(pair)


def test_path_localize_ephemeral_before_publish_after(pair):
    page = frozen(pair).get_ephemeral_translated_instance(pair.english.locale, fallback=True)
    revision = page.save_revision()
    change_source(pair).publish()
    revision.publish()
    assert_new_everywhere(pair)


def test_path_localize_new_language_from_frozen_source(locales):
    source = make_event()
    TranslationSource.update_or_create_from_instance(source)
    EventPage.objects.get(pk=source.pk)
    changed = fresh(source)
    changed.room = NEW["room"]
    changed.save_revision().publish()
    assert fresh(translated(changed)).room == NEW["room"]


def test_path_locale_alias_of_source(pair, locales):
    other = make_event()
    parent = pair.english.get_parent()
    alias = CreatePageAliasAction(other, parent=parent, update_locale=locales["en"]).execute(
        skip_permission_checks=True
    )
    changed = fresh(other)
    changed.room = NEW["room"]
    changed.save_revision().publish()
    assert fresh(alias).room == NEW["room"]


def test_path_copy_for_translation_of_source_with_draft(locales, pair):
    other = make_event()
    draft = fresh(other)
    draft.room = "Only a draft"
    draft.save_revision()
    assert fresh(other).copy_for_translation(locales["en"], copy_parents=True).room == OLD["room"]


def test_path_crafted_post_unpublished_translation(pair):
    fresh(pair.english).unpublish()
    change_source(pair).publish()
    english = fresh(pair.english)
    english.room = "Forged"
    english.save_revision()
    english.save()
    fresh(english).get_latest_revision().publish()
    assert_new_everywhere(pair)


def test_path_source_deleted_then_stale_draft(pair):
    revision = fresh(pair.english).save_revision()
    fresh(pair.source).delete()
    assert not type(revision).objects.filter(pk=revision.pk).exists()


def test_path_service_then_frozen_source(pair):
    facts_change(page=fresh(pair.source), fields={"withdrawn_at": timezone.now()})
    Translation.objects.get(source=frozen(pair)).save_target(publish=False)
    assert fresh(pair.english).withdrawn_at == fresh(pair.source).withdrawn_at is not None
