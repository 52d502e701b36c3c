"""Steps of releases: a page with live translations, a draft of it, an approval."""

from cms.translations.managed import page_of
from cms.translations.models import TranslationState
from cms.translations.reviewing import review_approve, review_send, review_task
from cms.translations.saving import segment_save
from cms.translations.segments.read import lines_of
from tests.factories.pages import fresh
from tests.translations.people import reviewer_of, translator_of

OLD, NEW = "A bérlet ára 100 forint", "A bérlet ára 120 forint"


def drafted(page, **values):
    draft = fresh(page)
    for name, value in values.items():
        setattr(draft, name, value)
    draft.save_revision()
    return fresh(page)


def approve(translation, locale, word="new"):
    """Every text that is missing translated, sent and approved."""
    people = translator_of(locale), reviewer_of(locale)
    for line in lines_of(translation.source_id, translation.target_locale_id):
        if not line.is_done:
            segment_save(
                translation=translation, segment_id=line.segment_id,
                text=f"{line.source} {word}", user=people[0],
            )  # fmt: skip
    review_send(translation=translation, user=people[0])
    task = review_task(page_of(translation))
    review_approve(translation=translation, user=people[1], revision_id=task.revision_id)


def status(translation):
    state = TranslationState.objects.get(translation=translation)
    return state.status, state.standing
