"""A page that is kept never tells its readers of an earlier standing of the translation, and what
translators write at the desk throws no kept page away."""

import pytest

from cms.core.generation import content_generation
from cms.operations.waiting import run_waiting
from cms.translations.managed import translation_of
from cms.translations.saving import segment_save
from cms.translations.segments.read import lines_of
from tests.factories.pages import StandardPageFactory, fresh, home_in, published, translated

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def page(locales):
    return published(StandardPageFactory(parent=home_in("hu"), slug="lap", summary="Régi"))


def changed(page):
    source = fresh(page)
    source.summary = "Új"
    source.save_revision().publish()


def test_a_state_that_is_written_is_told_at_once(page, client):
    twin = translated(page)
    for _visit in range(2):
        assert "has changed since" not in client.get(twin.url_path).content.decode()
    changed(page)
    client.get(twin.url_path)
    before = content_generation()
    run_waiting()
    assert content_generation() > before
    assert "has changed since" in client.get(twin.url_path).content.decode()


def test_a_text_that_is_saved_leaves_kept_pages(page, users):
    translation = translation_of(translated(page))
    changed(page)
    run_waiting()
    line = next(
        one for one in lines_of(translation.source_id, translation.target_locale_id)
        if not one.text
    )  # fmt: skip
    writer = users["administrator"]
    save = {"translation": translation, "segment_id": line.segment_id, "user": writer}
    before = content_generation()
    segment_save(**save, text="Another page")
    told = content_generation()  # nothing is missing any more
    segment_save(**save, text="Another page, mended")
    assert told >= before
    assert content_generation() == told
