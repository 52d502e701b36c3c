"""In Chromium, the whole story: a change in Hungarian, its translation word by word, the review,
and what readers see meanwhile; in Ukrainian, and from right to left in Arabic."""

from urllib.parse import urlsplit

import pytest
from wagtail.models import Page

from cms.operations.waiting import run_waiting
from cms.translations.managed import translation_of
from network.models import EventPage
from tests.browser.chromium import MARKS
from tests.browser.desk import log_in

pytestmark = MARKS
SLUG = "megalakulas"
NEW = "Az alakuló ülés tárgya megváltozott."
TEXTS = {
    "uk": "Тему установчого засідання змінено.",
    "ar": "تغيّر موضوع الجلسة التأسيسية.",
}


def twin_of(source, code):
    return Page.objects.get(translation_key=source.translation_key, locale__language_code=code)


def changed_source():
    source = EventPage.objects.get(slug=SLUG, locale__language_code="hu")
    source.summary = NEW
    source.save_revision().publish()
    run_waiting()
    return source


@pytest.mark.parametrize("code", ["uk", "ar"])
def test_from_the_changed_source_to_the_reader(site, browser, code):
    source = changed_source()
    twin = twin_of(source, code).specific
    old = twin.summary
    address = f"{site}/{code}/esemenyek/{SLUG}/"
    visitor = browser.new_page()
    translator = browser.new_context(locale=code).new_page()
    log_in(translator, site, f"translator of {code}")
    translator.click("a[href*='/admin/desk/']:not([href$='/desk/'])")
    desk = f"{site}/admin/desk/{translation_of(twin).uuid}/"
    translator.goto(desk)
    card = translator.locator("article.desk-segment.changed")
    assert card.count() == 1
    assert card.locator("ins").count() >= 1
    assert translator.get_attribute("html", "dir") == ("rtl" if code == "ar" else "ltr")
    field = card.locator("textarea")
    assert field.input_value() == old
    assert field.get_attribute("dir") == ("rtl" if code == "ar" else "ltr")
    field.fill(TEXTS[code])
    with translator.expect_response("**/segment/**") as answer:
        field.press("Control+Enter")
    assert answer.value.ok
    translator.reload()
    visitor.goto(address)
    assert old in visitor.inner_text("main")
    assert TEXTS[code] not in visitor.inner_text("main")
    assert visitor.locator("[role=note]").count() >= 1
    translator.click("form[action$='/send/'] button")
    translator.wait_for_load_state()
    assert translator.locator("textarea[readonly]").count() > 0
    reviewer = browser.new_context(locale=code).new_page()
    log_in(reviewer, site, f"reviewer of {code}")
    reviewer.goto(desk)
    reviewer.click("form[action$='/approve/'] button")
    reviewer.wait_for_load_state()
    visitor.goto(address)
    assert TEXTS[code] in visitor.inner_text("main")
    assert visitor.locator("main .strip[role=note]").count() == 0


def test_the_same_by_a_link_without_an_account(site, browser):
    source = changed_source()
    twin = twin_of(source, "uk").specific
    desk = f"{site}/admin/desk/{translation_of(twin).uuid}/"
    reviewer = browser.new_context(locale="uk").new_page()
    log_in(reviewer, site, "reviewer of uk")
    reviewer.goto(desk)
    reviewer.fill("#link-name", "Олена")
    reviewer.click("form[action$='/links/'] button")
    reviewer.wait_for_load_state()
    # named as the operator's setting says, which knows nothing of this test's port
    address = site + urlsplit(reviewer.input_value("#address")).path
    guest = browser.new_context(locale="uk").new_page()
    guest.goto(address)
    assert urlsplit(guest.url).path == "/translate/"  # the key stays in no address bar
    card = guest.locator("article.desk-segment.changed")
    assert card.locator("ins").count() >= 1
    field = card.locator("textarea")
    field.fill(TEXTS["uk"])
    with guest.expect_response("**/segment/**") as answer:
        field.press("Control+Enter")
    assert answer.value.ok
    guest.reload()
    guest.click("form[action$='/send/'] button")
    guest.wait_for_load_state()
    assert guest.locator("[role=status]").count() == 1
    reviewer.goto(desk)
    reviewer.click("form[action$='/approve/'] button")
    reviewer.wait_for_load_state()
    visitor = browser.new_page()
    visitor.goto(f"{site}/uk/esemenyek/{SLUG}/")
    assert TEXTS["uk"] in visitor.inner_text("main")
    reviewer.goto(desk)
    reviewer.click("form[action$='/revoke/'] button")
    reviewer.wait_for_load_state()
    assert guest.goto(address).status == 410
