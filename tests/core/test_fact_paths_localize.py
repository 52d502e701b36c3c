"""The ways through wagtail-localize and bulk actions: no old fact comes back on them."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail_localize.models import Translation, TranslationSource

from cms.core.facts.change import facts_change
from cms.translations.drafts import revision_make
from cms.translations.managed import page_of
from cms.translations.requests import translation_request
from tests.core.fact_cases import CASES
from tests.core.fact_steps import (
    OLD,
    assert_new_everywhere,
    change_source,
    changed_source,
    make_pair,
    shown,
)
from tests.factories.pages import fresh, make_event, reviewed, translated
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
    reviewed(fresh(pair.english))
    change_source(pair).publish()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{url}?id={pair.english.pk}", {})
    assert_new_everywhere(pair)


@pytest.mark.parametrize("publish", [True, False])
def test_path_localize_publish_frozen_source(pair, publish):
    """Its way to publish is closed: it saves the row outside the review."""
    change_source(pair).publish()
    with pytest.raises(PermissionDenied):
        translation_of(pair).save_target(publish=publish)
    assert_new_everywhere(pair)


def test_path_localize_draft_frozen_source(pair):
    change_source(pair).publish()
    revision_make(translation=translation_of(pair))
    draft = fresh(pair.english).get_latest_revision_as_object()
    assert {name: getattr(draft, name) for name in pair.new} == pair.new
    assert_new_everywhere(pair)


def test_path_localize_ephemeral_revision(pair):
    change_source(pair).publish()
    page = frozen(pair).get_ephemeral_translated_instance(pair.english.locale, fallback=True)
    with pytest.raises(PermissionDenied):
        page.save_revision()
    reviewed(fresh(pair.english)).publish()
    assert_new_everywhere(pair)


def test_path_localize_ephemeral_before_publish_after(pair):
    revision = reviewed(fresh(pair.english))
    change_source(pair).publish()
    revision.publish()
    assert_new_everywhere(pair)


def test_path_localize_new_language_from_frozen_source(pair):
    fresh(pair.english).delete()
    changed_source(pair).save_revision().publish()
    twin = page_of(translation_request(page=fresh(pair.source), locale=pair.english.locale))
    assert shown(twin, pair.new) == pair.new


def test_path_localize_convert_to_alias_and_back(pair, client):
    """Its way to an alias is not there, and Wagtail's own makes none out of a page."""
    with pytest.raises(NoReverseMatch):
        reverse("wagtail_localize:convert_to_alias", args=[pair.english.pk])
    english = fresh(pair.english)
    english.alias_of_id = pair.source.pk
    with pytest.raises(PermissionDenied):
        english.save()
    change_source(pair).publish()
    assert_new_everywhere(pair)


def test_path_locale_alias_of_source(locales):
    event = make_pair()
    other = make_event()
    parent = event.english.get_parent()
    alias = CreatePageAliasAction(other, parent=parent, update_locale=locales["en"])
    with pytest.raises(PermissionDenied):
        alias.execute(skip_permission_checks=True)
    assert not type(other).objects.filter(alias_of=other).exists()


def test_path_copy_for_translation_of_source_with_draft(locales):
    other = make_event()
    translated(other.get_parent().specific)
    draft = fresh(other)
    draft.room = "Only a draft"
    draft.save_revision()
    assert fresh(other).copy_for_translation(locales["en"]).room == OLD["room"]


def test_path_service_then_frozen_source(pair):
    facts_change(page=fresh(pair.source), fields={"withdrawn_at": timezone.now()})
    reviewed(fresh(pair.english)).publish()
    assert fresh(pair.english).withdrawn_at == fresh(pair.source).withdrawn_at is not None
