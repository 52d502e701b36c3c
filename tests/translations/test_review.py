"""From the Hungarian page to the reader of a translation: sent, reviewed, published exactly so."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from wagtail_localize.models import StringTranslation

from cms.operations.waiting import run_waiting
from cms.translations.models import TranslationState
from cms.translations.requests import translation_request
from cms.translations.reviewing import review_approve, review_reject, review_send, review_task
from cms.translations.saving import segment_save
from cms.translations.segments.read import lines_of
from tests.factories.pages import fresh, make_event, texts_write
from tests.translations.people import reviewer_of, translator_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(locales):
    return make_event(title="Ülés")


@pytest.fixture
def translation(event, locales):
    return translation_request(page=event, locale=locales["uk"])


@pytest.fixture
def translator(locales):
    return translator_of(locales["uk"])


@pytest.fixture
def reviewer(locales):
    return reviewer_of(locales["uk"])


def state_of(translation):
    return TranslationState.objects.get(translation=translation)


def page_in(event, code):
    return type(event).objects.get(
        translation_key=event.translation_key, locale__language_code=code
    )


def write(translation, text, new, user):
    line = next(
        one for one in lines_of(translation.source_id, translation.target_locale_id)
        if one.source == text
    )  # fmt: skip
    return segment_save(translation=translation, segment_id=line.segment_id, text=new, user=user)


def sent(translation, translator):
    texts_write(translation, lambda text: f"{text} (uk)")
    review_send(translation=translation, user=translator)
    return review_task(page_in_of(translation))


def page_in_of(translation):
    from cms.translations.managed import page_of

    return page_of(translation)


def test_a_request_makes_drafts_alone(translation, event):
    twin = page_in(event, "uk")
    assert not twin.live
    assert not twin.get_parent().live
    assert state_of(translation).status == "requested"


def test_a_translation_with_missing_texts_is_not_sent(translation, translator):
    with pytest.raises(ValidationError):
        review_send(translation=translation, user=translator)


def test_what_was_approved_is_what_readers_get(translation, event, translator, reviewer):
    task = sent(translation, translator)
    assert state_of(translation).status == "review"
    assert not page_in(event, "uk").live
    review_approve(translation=translation, user=reviewer, revision_id=task.revision_id)
    twin = page_in(event, "uk")
    assert twin.live
    assert twin.title == "Ülés (uk)"
    assert [row.title for row in twin.agenda.all()] == ["Megnyitó (uk)", "Vita (uk)"]
    assert state_of(translation).status == "current"


def test_a_translator_neither_approves_nor_writes_in_review(translation, translator):
    task = sent(translation, translator)
    with pytest.raises(PermissionDenied):
        review_approve(translation=translation, user=translator, revision_id=task.revision_id)
    with pytest.raises(ValidationError):
        write(translation, "Ülés", "Засідання", translator)


def test_what_a_reviewer_mends_is_part_of_what_is_approved(translation, translator, reviewer):
    task = sent(translation, translator)
    write(translation, "Ülés", "Засідання", reviewer)
    review_approve(translation=translation, user=reviewer, revision_id=task.revision_id)
    assert page_in_of(translation).title == "Засідання"


def test_another_version_than_the_one_that_was_read_is_refused(translation, translator, reviewer):
    task = sent(translation, translator)
    with pytest.raises(ValidationError):
        review_approve(translation=translation, user=reviewer, revision_id=task.revision_id + 1)


def test_sent_back_with_a_reason_and_sent_again(translation, translator, reviewer):
    task = sent(translation, translator)
    with pytest.raises(ValidationError):
        review_reject(
            translation=translation, user=reviewer, revision_id=task.revision_id, reason=" "
        )
    review_reject(
        translation=translation, user=reviewer, revision_id=task.revision_id, reason="Rövidebben"
    )
    assert state_of(translation).status == "translating"
    write(translation, "Ülés", "Засідання", translator)
    review_send(translation=translation, user=translator)
    task = review_task(page_in_of(translation))
    review_approve(translation=translation, user=reviewer, revision_id=task.revision_id)
    assert page_in_of(translation).title == "Засідання"


def test_a_changed_source_leaves_the_live_text_and_marks_it(
    translation, event, translator, reviewer
):
    task = sent(translation, translator)
    review_approve(translation=translation, user=reviewer, revision_id=task.revision_id)
    source = fresh(event)
    source.title = "Rendkívüli ülés"
    source.save_revision().publish()
    run_waiting()
    state = state_of(translation)
    assert (state.status, state.standing, state.missing) == ("major", "major", 1)
    assert page_in(event, "uk").title == "Ülés (uk)"
    back = fresh(event)
    back.title = "Ülés"
    back.save_revision().publish()
    run_waiting()
    assert state_of(translation).status == "current"
    assert StringTranslation.objects.filter(data="Ülés (uk)").count() == 1
