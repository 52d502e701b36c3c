"""A live fact that a service changed stays: no draft, revert or open form brings the old one."""

import pytest
from django.core.exceptions import PermissionDenied

from cms.core.facts.change import facts_change
from tests.core.fact_steps import assert_new_everywhere, change_source, facts_of, forge, shown
from tests.factories.pages import fresh, reviewed

pytestmark = pytest.mark.django_db


def serve(pair, page=None):
    """The live facts of the page and of the first row of each relation that has any."""
    rows = {name: {key_of(pair, name): values} for name, values in pair.row_live.items()}
    facts_change(page=fresh(page or pair.source), fields=pair.live, rows=rows)


def key_of(pair, relation):
    return getattr(fresh(pair.source), relation).first().translation_key


def assert_served(pair):
    for page in (pair.source, pair.english):
        assert shown(page, pair.live) == pair.live
        for relation, values in pair.row_live.items():
            assert facts_of(page)[relation][key_of(pair, relation)].items() >= values.items()


def test_path_service_changes_all_languages_at_once(pair):
    serve(pair)
    assert_served(pair)
    assert facts_of(pair.source) == facts_of(pair.english)


def test_path_service_called_with_the_translation(pair):
    serve(pair, pair.english)
    assert_served(pair)


def test_path_service_then_source_draft(pair):
    draft = change_source(pair)
    serve(pair)
    draft.publish()
    assert_new_everywhere(pair)
    assert_served(pair)


def test_path_service_keeps_the_open_draft(pair):
    draft = change_source(pair)
    serve(pair)
    assert fresh(pair.source).latest_revision_id == draft.pk


def test_path_service_then_source_revert(pair):
    older = fresh(pair.source).save_revision()
    serve(pair)
    older.publish()
    assert_served(pair)


def test_path_service_then_stale_translation(pair):
    stale = reviewed(fresh(pair.english))
    serve(pair)
    stale.publish()
    assert_served(pair)


def test_path_service_then_stale_source_object(pair):
    stale = fresh(pair.source)
    for relation in pair.rows:
        list(getattr(stale, relation).all())
    serve(pair)
    stale.save()
    assert_served(pair)


def test_path_service_then_forged_source_draft(pair):
    serve(pair)
    source = fresh(pair.source)
    for name in pair.live:
        setattr(source, name, "forged")
    source.save_revision(clean=False).publish()
    assert_served(pair)


def test_path_service_then_forged_translation(pair):
    serve(pair)
    forged = forge(pair, fresh(pair.english))
    forged.title = "Forged"
    with pytest.raises(PermissionDenied):
        forged.save()
    assert_served(pair)


def test_path_service_takes_live_facts_alone(pair):
    with pytest.raises(ValueError, match="no live facts"):
        facts_change(page=fresh(pair.source), fields=pair.new)
