"""In Chromium: words looked up beside the texts of a page, and without a script on a page of their
own; a day is chosen with the Save button in sight on a phone."""

import pytest
from wagtail.models import Page

from cms.translations.managed import translation_of
from tests.browser.chromium import MARKS
from tests.browser.desk import log_in

pytestmark = MARKS
SLUG = "kerekasztal"


def desk_of(site, code):
    page = Page.objects.get(slug=SLUG, locale__language_code=code).specific
    return f"{site}/admin/desk/{translation_of(page).uuid}/"


@pytest.mark.parametrize("code", ["uk", "ar"])
def test_what_is_found_stands_beside_the_texts(site, browser, code):
    translator = browser.new_context(locale=code).new_page()
    log_in(translator, site, f"translator of {code}")
    desk = desk_of(site, code)
    translator.goto(desk)
    translator.fill("#words", "kerekasztal")
    translator.press("#words", "Enter")
    mark = translator.locator(".desk-found .desk-hit mark").first
    mark.wait_for()
    assert translator.url == desk
    assert mark.inner_text().casefold() == "kerekasztal"
    assert translator.locator(".desk-found [data-insert]").count() == 0
    box = translator.locator(".desk-found").bounding_box()
    hit = translator.locator(".desk-found .desk-hit").first.bounding_box()
    assert hit["x"] >= box["x"] - 1 and hit["width"] <= box["width"] + 1
    translator.fill("#words", "x")
    translator.press("#words", "Enter")
    translator.locator(".desk-found [role=alert]").wait_for()


def test_without_a_script_it_is_a_page(site, browser):
    context = browser.new_context(locale="uk")
    translator = context.new_page()
    log_in(translator, site, "translator of uk")
    plain = browser.new_context(
        locale="uk", java_script_enabled=False, storage_state=context.storage_state()
    ).new_page()
    plain.goto(desk_of(site, "uk"))
    plain.fill("#words", "kerekasztal")
    plain.press("#words", "Enter")
    plain.wait_for_url("**/admin/desk/concordance/**")
    assert plain.locator(".desk-hit mark").count() > 0


def test_a_day_is_chosen_on_a_phone_with_the_button_in_sight(site, browser):
    reviewer = browser.new_context(
        locale="uk", viewport={"width": 360, "height": 740}
    ).new_page()  # fmt: skip
    log_in(reviewer, site, "reviewer of uk")
    reviewer.goto(f"{desk_of(site, 'uk')}assign/")
    reviewer.fill("input[type=date]", "2026-12-24")
    button = reviewer.locator("form[method=post] button.button:not([name])").first
    button.click(trial=True, timeout=5_000)
    assert reviewer.input_value("input[type=date]") == "2026-12-24"
