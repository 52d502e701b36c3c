"""Kept states that say something else than the revisions are found, and put right."""

import pytest

from cms.operations.schedule.registry import job_named
from cms.translations.drift import drift, drift_mend
from cms.translations.models import TranslationState
from cms.translations.requests import translation_request
from cms.translations.segments.read import lines_of
from tests.factories.pages import fresh, make_event, translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(locales):
    event = make_event(title="Ülés")
    translated(event, "uk", suffix=" (uk)")
    return event


def test_nothing_differs_after_the_services(event):
    assert drift() == []
    assert drift_mend() == 0


def test_a_state_that_lies_is_put_right(event):
    TranslationState.objects.filter(translation_key=event.translation_key).delete()
    assert drift() == [event.translation_key]
    assert job_named("translations").task.call() == 1
    assert drift() == []


def test_a_source_whose_task_was_lost_is_read(event, locales):
    source = fresh(event)
    source.title = "Rendkívüli ülés"
    source.save_revision().publish()  # no worker runs
    translation = translation_request(page=event, locale=locales["uk"])
    assert drift_mend() >= 1
    texts = {line.source for line in lines_of(translation.source_id, locales["uk"].pk)}
    assert "Rendkívüli ülés" in texts
    state = TranslationState.objects.get(translation=translation)
    assert state.status == "major"
