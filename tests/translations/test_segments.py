"""Segments in bulk: the same rows as the library's own, in a constant number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.rich_text import RichText
from wagtail_localize.models import (
    RelatedObjectSegment,
    StringSegment,
    StringTranslation,
    TemplateSegment,
    TranslationSource,
)

from cms.operations.waiting import run_waiting
from cms.translations.models import CarriedTranslation
from cms.translations.refresh import source_refresh
from cms.translations.requests import translation_request
from cms.translations.segments.read import lines_of
from cms.translations.segments.write import source_write
from home.models import StandardPage
from tests.factories.pages import (
    StandardPageFactory,
    fresh,
    home_in,
    make_event,
    published,
    texts_write,
)

pytestmark = pytest.mark.django_db
MODELS = (StringSegment, TemplateSegment, RelatedObjectSegment)


def page_of_paragraphs(number):
    page = StandardPageFactory.build(title="Oldal", slug="oldal")
    page.body = [
        ("text", f"<p>{at}. bekezdés <b>félkövér</b> szöveggel.</p>") for at in range(number)
    ]
    home_in("hu").add_child(instance=page)
    return published(page)


def rows_of(source):
    return {
        model: list(
            model.objects.filter(source=source).order_by("order").values_list(
                "context__path", "order",
                *(name for name in ("string__data", "attrs", "template__template", "object_id")
                  if hasattr(model, name.split("__")[0])),
            )
        )
        for model in MODELS
    }  # fmt: skip


@pytest.mark.parametrize("make", [make_event, lambda: page_of_paragraphs(5)])
def test_the_rows_are_the_librarys_own(locales, make):
    page = make()
    ours = rows_of(source_write(page))
    TranslationSource.objects.all().delete()
    source, _is_new = TranslationSource.update_or_create_from_instance(page)
    assert ours == rows_of(source)
    assert ours[StringSegment]


#: Of a refresh with one changed text: what is stored anew, and the states of the languages.
STORED, STATES = 26, 8


def test_queries_do_not_grow_with_segments(locales):
    counts = []
    for number in (10, 10, 200):  # the first one fills caches of content types
        page = page_of_paragraphs(number)
        translation_request(page=page, locale=locales["uk"])
        change(page, 3, "<p>Egészen más szöveg.</p>")
        with CaptureQueriesContext(connection) as seen:
            source_refresh(page.pk)
        counts.append(len([one for one in seen if "SAVEPOINT" not in one["sql"]]))
        StandardPage.objects.get(pk=page.pk).delete()
    assert counts[1] == counts[2]
    assert counts[2] <= STORED + STATES


def change(page, at, html):
    """Publish without the queue's task: the test calls the service."""
    changed = fresh(page)
    changed.body[at].value = RichText(html)
    changed.save_revision().publish()


def test_segments_that_stay_keep_their_rows(locales):
    page = page_of_paragraphs(5)
    translation = translation_request(page=page, locale=locales["uk"])
    before = {one.source: one.segment_id for one in lines(translation)}
    change(page, 2, "<p>Egészen más szöveg.</p>")
    source_refresh(page.pk)
    after = {one.source: one.segment_id for one in lines(translation)}
    same = before.keys() & after.keys()
    assert len(same) == 5  # the title and four paragraphs
    assert all(before[text] == after[text] for text in same)


def lines(translation):
    return lines_of(translation.source_id, translation.target_locale_id)


def test_a_moved_and_retyped_paragraph_keeps_its_translation(locales):
    page = page_of_paragraphs(3)
    translation = translation_request(page=page, locale=locales["uk"])
    texts_write(translation, lambda text: f"{text} (uk)")
    changed = fresh(page)
    changed.body = [("text", block.value.source) for block in reversed(list(changed.body))]
    changed.save_revision().publish()
    run_waiting()
    assert all(line.text == f"{line.source} (uk)" for line in lines(translation))
    assert CarriedTranslation.objects.count() == 3


@pytest.mark.parametrize(("is_minor", "carried"), [(True, 1), (False, 0)])
def test_a_minor_edit_carries_the_old_translation_over(locales, is_minor, carried):
    page = page_of_paragraphs(3)
    translation = translation_request(page=page, locale=locales["uk"])
    texts_write(translation, lambda text: f"{text} (uk)")
    change(page, 1, "<p>1. bekezdés, <b>félkövér</b> szöveggel.</p>")
    source_refresh(page.pk, minor=is_minor)
    assert CarriedTranslation.objects.count() == carried
    assert sum(not line.text for line in lines(translation)) == 1 - carried
    assert (
        StringTranslation.objects.filter(data__startswith="1. bekezdés <b>").count() == 1 + carried
    )
