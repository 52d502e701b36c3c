"""The ways through wagtail-localize and bulk actions: no old fact comes back on them."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail_localize.models import Translation, TranslationSource

from cms.core.facts.change import facts_change
from tests.core.fact_cases import CASES
from tests.core.fact_steps import (
    NEW,
    OLD,
    assert_new_everywhere,
    change_source,
    changed_source,
    make_pair,
    shown,
)
from tests.factories.pages import fresh, make_event, translated
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture(params=sorted(CASES))
def pair(request, locales, users, client):
    client.login(username="administrator", password=PASSWORD)
    return CASES[request.param]()


def frozen(pair):
    return TranslationSource.objects.get(object_id=pair.source.translation_key)


def translation_of(pair):
    return Translation.objects.get(source=frozen(pair), target_locale=pair.english.locale)


def test_path_bulk_publish(pair, client):
    stale = fresh(pair.english)
    stale.title = "Stale"
    stale.save_revision()
    change_source(pair).publish()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{url}?id={pair.english.pk}", {})
    assert_new_everywhere(pair)
    assert fresh(pair.english).title == "Stale"


def test_path_localize_publish_frozen_source(pair):
    change_source(pair).publish()
    translation_of(pair).save_target(publish=True)
    assert_new_everywhere(pair)


def test_path_localize_draft_frozen_source(pair):
    change_source(pair).publish()
    translation_of(pair).save_target(publish=False)
    assert_new_everywhere(pair)


def test_path_localize_ephemeral_revision(pair):
    change_source(pair).publish()
    page = frozen(pair).get_ephemeral_translated_instance(pair.english.locale, fallback=True)
    page.save_revision().publish()
    assert_new_everywhere(pair)


def test_path_localize_ephemeral_before_publish_after(pair):
    page = frozen(pair).get_ephemeral_translated_instance(pair.english.locale, fallback=True)
    revision = page.save_revision()
    change_source(pair).publish()
    revision.publish()
    assert_new_everywhere(pair)


def test_path_localize_new_language_from_frozen_source(pair):
    fresh(pair.english).delete()
    changed_source(pair).save_revision().publish()
    translation_of(pair).save_target(publish=False)
    twin = type(pair.source).objects.get(
        translation_key=pair.source.translation_key, locale=pair.english.locale
    )
    assert shown(twin, pair.new) == pair.new


def test_path_localize_convert_to_alias_and_back(pair, client):
    to_alias = reverse("wagtail_localize:convert_to_alias", args=[pair.english.pk])
    assert client.post(to_alias).status_code == 302
    assert fresh(pair.english).alias_of_id == pair.source.pk
    change_source(pair).publish()
    assert shown(pair.english, pair.new) == pair.new
    back = reverse("wagtailadmin_pages:convert_alias", args=[pair.english.pk])
    assert client.post(back).status_code == 302
    if not pair.is_copied:
        assert fresh(pair.english).alias_of_id == pair.source.pk
        return
    assert fresh(pair.english).alias_of_id is None
    fresh(pair.english).save_revision().publish()
    assert shown(pair.english, pair.new) == pair.new
    facts_change(page=fresh(pair.source), fields=pair.live)
    fresh(pair.english).save_revision().publish()
    assert shown(pair.english, pair.live) == pair.live


def test_path_locale_alias_of_source(locales):
    event = make_pair()
    other = make_event()
    parent = event.english.get_parent()
    alias = CreatePageAliasAction(other, parent=parent, update_locale=locales["en"]).execute(
        skip_permission_checks=True
    )
    changed = fresh(other)
    changed.room = NEW["room"]
    changed.save_revision().publish()
    assert fresh(alias).room == NEW["room"]


def test_path_copy_for_translation_of_source_with_draft(locales):
    other = make_event()
    translated(other.get_parent().specific)
    draft = fresh(other)
    draft.room = "Only a draft"
    draft.save_revision()
    assert fresh(other).copy_for_translation(locales["en"]).room == OLD["room"]


def test_path_service_then_frozen_source(pair):
    facts_change(page=fresh(pair.source), fields={"withdrawn_at": timezone.now()})
    translation_of(pair).save_target(publish=False)
    assert fresh(pair.english).withdrawn_at == fresh(pair.source).withdrawn_at is not None
