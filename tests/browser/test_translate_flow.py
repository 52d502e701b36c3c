"""In Chromium: an administrator translates an event by wagtail-localize's screens, and a visitor
reads it beside the Hungarian, with the same facts."""

from wagtail.models import Page

from network.models import EventPage
from tests.browser.chromium import MARKS
from tests.browser.desk import log_in

pytestmark = MARKS
SLUG = "minta-kepzes"
TEXTS = ["Навчання волонтерів", "Це зразок."]


def twin_of(source, code):
    return Page.objects.get(translation_key=source.translation_key, locale__language_code=code)


def ask_for(page, site, source, language):
    page.goto(f"{site}/admin/localize/submit/page/{source.pk}/")
    for box in page.locator("input[name=locales]").all():
        if language in box.evaluate("box => box.closest('label').innerText"):
            box.check(force=True)
    page.locator("main form button[type=submit], main form input[type=submit]").first.click()
    page.wait_for_url("**/edit/")


def write(page, text):
    """The next string that has no translation."""
    left = page.get_by_role("button", name="Fordítás", exact=True)
    number = left.count()
    left.first.click()
    page.locator("textarea").last.fill(text)
    page.get_by_role("button", name="Mentés", exact=True).last.click()
    page.wait_for_function(
        "number => [...document.querySelectorAll('main button')]"
        ".filter(button => button.innerText === 'Fordítás').length === number",
        arg=number - 1,
    )


def test_an_administrator_translates_and_a_visitor_reads_both(site, browser):
    source = EventPage.objects.get(slug=SLUG, locale__language_code="hu")
    admin = browser.new_context(locale="hu").new_page()
    visitor = browser.new_page()
    before = visitor.goto(f"{site}/uk/esemenyek/{SLUG}/")
    assert before.status == 200
    assert "noindex" in visitor.get_attribute("meta[name=robots]", "content")
    log_in(admin, site, "administrator")
    ask_for(admin, site, source, "Українська")
    for text in TEXTS:
        write(admin, text)
    # nothing shows before it is published
    visitor.reload()
    assert TEXTS[0] not in visitor.inner_text("main")
    admin.get_by_role("button", name="Közzététel: Українська").click()
    admin.wait_for_load_state("networkidle")
    assert twin_of(source, "uk").live
    days = {}
    for code, title in (("hu", source.title), ("uk", TEXTS[0])):
        visitor.goto(f"{site}/{code}/esemenyek/{SLUG}/")
        assert title in visitor.inner_text("h1")
        assert visitor.get_attribute("html", "lang") == code
        days[code] = visitor.locator("main time").first.get_attribute("datetime")
    assert days["hu"] == days["uk"]
    visitor.click(".languages summary")
    visitor.click('.languages a[hreflang="hu"]')
    assert source.title in visitor.inner_text("h1")
