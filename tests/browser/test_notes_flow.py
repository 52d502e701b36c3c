"""In Chromium, beside a text of the desk: a comment is written and settled without leaving the
page, an earlier text goes into the field and is saved by its writer alone."""

import pytest
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from cms.translations.managed import translation_of
from cms.translations.models import SegmentComment
from tests.browser.chromium import MARKS
from tests.browser.desk import log_in

pytestmark = MARKS
SLUG = "megalakulas"


@pytest.mark.parametrize("code", ["uk", "ar"])
def test_comments_and_history_beside_the_text(site, browser, code):
    twin = Page.objects.get(slug=SLUG, locale__language_code=code).specific
    page = browser.new_context(locale=code).new_page()
    log_in(page, site, f"translator of {code}")
    page.goto(f"{site}/admin/desk/{translation_of(twin).uuid}/")
    card = page.locator("article.desk-segment").first
    field = card.locator("textarea").first
    old = field.input_value()
    field.fill(f"{old} 2")
    with page.expect_response("**/segment/**") as answer:
        field.press("Control+Enter")
    assert answer.value.ok
    beside = card.locator("[data-notes]")
    beside.locator("summary").press("Enter")
    beside.locator(".desk-version").nth(1).wait_for()
    assert beside.locator("ins").count() == 1

    beside.locator("textarea").fill("مرحبا <b>?")
    beside.locator("[data-add]").press("Enter")
    comment = beside.locator(".desk-comment")
    comment.wait_for()
    assert "مرحبا <b>?" in comment.inner_text()
    assert beside.locator("textarea").input_value() == ""
    beside.locator("textarea").fill("kept")
    comment.locator("button").press("Enter")
    beside.locator(".desk-comment.settled").wait_for()
    assert beside.locator("textarea").input_value() == "kept"
    assert not SegmentComment.objects.get().is_open

    beside.locator("[data-put]").press("Enter")
    assert field.input_value() == old
    page.wait_for_timeout(3_500)  # longer than the desk waits before it saves what is typed
    assert StringTranslation.objects.filter(data=f"{old} 2").exists()
    with page.expect_response("**/segment/**") as answer:
        field.press("Control+Enter")
    assert answer.value.ok
    assert not StringTranslation.objects.filter(data=f"{old} 2").exists()


def test_a_comment_that_cannot_be_sent_stays_in_its_field(site, browser):
    twin = Page.objects.get(slug=SLUG, locale__language_code="uk").specific
    context = browser.new_context(locale="uk")
    page = context.new_page()
    log_in(page, site, "translator of uk")
    page.goto(f"{site}/admin/desk/{translation_of(twin).uuid}/")
    beside = page.locator("[data-notes]").first
    beside.locator("summary").press("Enter")
    beside.locator("textarea").fill("Чекаю.")
    context.set_offline(True)
    beside.locator("[data-add]").press("Enter")
    beside.locator("[role=alert]").wait_for()
    assert beside.locator("textarea").input_value() == "Чекаю."
    context.set_offline(False)
    beside.locator("[data-add]").press("Enter")
    beside.locator(".desk-comment").wait_for()
    assert SegmentComment.objects.get().text == "Чекаю."
