"""In Chromium: the admin in other languages than Hungarian, from right to left among them."""

from django.contrib.auth import get_user_model
from wagtail.users.models import UserProfile

from tests.browser.chromium import MARKS
from tests.browser.desk import log_in, open_form, send
from tests.browser.test_editor_flows import write

pytestmark = MARKS


def prefers(name, code):
    user = get_user_model().objects.get(username=name)
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = code
    profile.save()


def test_an_editor_works_in_arabic_and_a_moderator_in_ukrainian(site, browser):
    prefers("editor", "ar")
    prefers("moderator", "uk")
    editor, moderator, visitor = (browser.new_context(locale="hu").new_page() for _ in range(3))
    log_in(editor, site, "editor")
    log_in(moderator, site, "moderator")
    made = write(editor, site, "network/eventpage", 1)
    open_form(editor, f"{site}/admin/pages/{made.pk}/edit/")
    assert editor.locator("html").get_attribute("lang") == "ar"
    assert editor.locator("html").get_attribute("dir") == "rtl"
    assert not editor.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )
    assert editor.locator("#id_title").get_attribute("dir") == "auto"
    open_form(moderator, f"{site}/admin/pages/{made.pk}/edit/")
    assert moderator.locator("html").get_attribute("lang") == "uk"
    approve = moderator.locator("button[data-workflow-action-name=approve]").first
    assert "Схвалити" in approve.text_content()
    send(moderator, "button[data-workflow-action-name=approve]")
    assert visitor.goto(site + made.url_path).status == 200
