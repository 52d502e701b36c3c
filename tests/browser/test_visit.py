"""In Chromium: a visitor reads a meeting, an editor submits a page, a moderator publishes it."""

from tests.browser.chromium import MARKS
from tests.browser.desk import log_in, open_form, send

pytestmark = MARKS


def test_a_visitor_finds_and_reads_a_meeting_in_two_languages(site, browser):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    errors = []

    def note(error):
        errors.append(error)

    page.on("pageerror", note)
    page.goto(f"{site}/hu/")
    page.click("button.menu-button")
    page.click("nav.menu >> text=Események")
    page.click("text=A Fővárosi Migrációs Kerekasztal megalakítása")
    assert "1052 Budapest, Városház u. 9–11." in page.inner_text("main")
    page.click("details.languages summary")
    page.click("details.languages a[hreflang=en]")
    assert page.get_attribute("html", "lang") == "en"
    assert "Founding of the Budapest Migration Roundtable" in page.inner_text("h1")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert not errors


def test_an_editor_submits_and_a_moderator_publishes(site, browser):
    editor = browser.new_context(locale="hu").new_page()
    log_in(editor, site, "editor")
    from home.models import HomePage

    home = HomePage.objects.get(slug="hu")
    open_form(editor, f"{site}/admin/pages/add/home/standardpage/{home.pk}/")
    editor.fill("#id_title", "Kapcsolatfelvétel")
    editor.press("#id_title", "Tab")
    send(editor, "button[name=action-submit]")
    assert browser.new_page().goto(f"{site}/hu/kapcsolatfelvetel/").status == 404
    from wagtail.models import Page

    page_id = Page.objects.get(slug="kapcsolatfelvetel").pk
    moderator = browser.new_context(locale="hu").new_page()
    log_in(moderator, site, "moderator")
    assert "Kapcsolatfelvétel" in moderator.inner_text("main")
    open_form(moderator, f"{site}/admin/pages/{page_id}/edit/")
    send(moderator, "button[data-workflow-action-name=approve]")
    assert browser.new_page().goto(f"{site}/hu/kapcsolatfelvetel/").status == 200
