"""In Chromium: an editor writes a page of each type and submits it, a moderator publishes it."""

from wagtail.models import Page

from tests.browser.chromium import MARKS
from tests.browser.desk import log_in, open_form, send

pytestmark = MARKS

#: Page type → slug of its parent, and what is filled in beside the title: field → value.
TYPES = {
    "home/standardpage": ("hu", {}),
    "network/roundtablepage": ("kerekasztal", {}),
    "network/eventpage": (
        "esemenyek",
        {
            "starts_at": "2031-05-06 10:00", "ends_at": "2031-05-06 12:00", "mode": "online",
            "online_url": "https://example.org/",
        },
    ),
    "network/organisationpage": ("szervezetek", {}),
    "network/personpage": ("emberek", {}),
    "network/servicepage": ("szolgaltatasok", {}),
    "resources/recommendationpage": ("ajanlasok", {"reference": "MK-2031/77"}),
    "resources/publicationpage": ("kiadvanyok", {"isbn": "978-615-5000-01-0"}),
    "resources/resourcepage": ("konyvtar", {"external_url": "https://example.org/"}),
    "resources/newsletterissuepage": (
        "hirlevel", {"year": "2031", "number": "7", "issued_on": "2031-05-06"},
    ),
}  # fmt: skip


def fill(page, name, value):
    """Fill a field on whichever tab it stands."""
    field = page.locator(f"#id_{name}")
    for tab in page.locator("[role=tab]").all():
        if field.is_visible():
            break
        tab.click()
    if field.evaluate("element => element.tagName") == "SELECT":
        field.select_option(value)
    else:
        field.fill(value)
        field.press("Tab")


def write(page, site, model, number):
    parent, values = TYPES[model]
    here = Page.objects.get(slug=parent, locale__language_code="hu")
    open_form(page, f"{site}/admin/pages/add/{model}/{here.pk}/")
    title = f"Új oldal {number}"
    page.fill("#id_title", title)
    page.press("#id_title", "Tab")
    # The address is made of the title by a script, which a busy machine may be late with
    page.wait_for_function("() => document.querySelector('#id_slug').value !== ''")
    for name, value in values.items():
        fill(page, name, value)
    # A date's calendar closes when something else is clicked
    page.locator("[role=tab]").first.click(force=True)
    page.wait_for_timeout(500)
    send(page, "button[name=action-submit]")
    return Page.objects.get(draft_title=title)


def test_an_editor_writes_each_type_and_a_moderator_publishes_it(site, browser):
    editor = browser.new_context(locale="hu").new_page()
    moderator = browser.new_context(locale="hu").new_page()
    visitor = browser.new_page()
    log_in(editor, site, "editor")
    log_in(moderator, site, "moderator")
    for number, model in enumerate(TYPES):
        made = write(editor, site, model, number)
        assert made.specific._meta.label_lower == model.replace("/", ".")
        assert visitor.goto(site + made.url_path).status == 404
        open_form(moderator, f"{site}/admin/pages/{made.pk}/edit/")
        send(moderator, "button[data-workflow-action-name=approve]")
        assert visitor.goto(site + made.url_path).status == 200, model
        assert made.title in visitor.inner_text("h1")
