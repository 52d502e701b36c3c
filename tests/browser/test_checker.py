"""In Chromium: the editor is told beside the form, in Hungarian, what shuts readers out."""

import pytest
from django.urls import reverse

from tests.browser.chromium import MARKS
from tests.browser.desk import log_in
from tests.factories.pages import StandardPageFactory, home_in, published

pytestmark = MARKS
SKIPPED = [("heading", {"text": "Kihagyott szint", "level": "3"})]


@pytest.fixture
def page_of_editor(site, browser):
    page = browser.new_context(locale="hu", viewport={"width": 1500, "height": 900}).new_page()
    log_in(page, site, "editor")
    return page


def draft_with(body):
    page = published(StandardPageFactory(parent=home_in("hu"), slug="vazlat", summary="Röviden"))
    page.body = body
    page.save_revision()
    return page


def open_panel(page, site, draft, name):
    page.goto(site + reverse("wagtailadmin_pages:edit", args=[draft.pk]))
    page.click(f"[data-side-panel-toggle={name}]")
    return page.locator(f"[data-side-panel={name}]")


def faults(panel):
    """What the checker says, once it has read the preview."""
    panel.locator("[data-content-word-count]").filter(has_not_text="-").wait_for()
    return panel.locator("[data-content-checker-row] [data-content-checker-name]").all_inner_texts()


def test_a_skipped_heading_is_told_in_hungarian(page_of_editor, site):
    panel = open_panel(page_of_editor, site, draft_with(SKIPPED), "checks")
    panel.locator("[data-content-checker-row]").first.wait_for()
    assert [text for text in faults(panel) if "címsor" in text.lower()] == faults(panel)


def test_a_page_in_order_has_nothing_to_tell(page_of_editor, site):
    body = [("heading", {"text": "Cím", "level": "2"}), ("text", "<p>Szöveg</p>")]
    panel = open_panel(page_of_editor, site, draft_with(body), "checks")
    assert faults(panel) == []
