"""Chromium breaks no policy on any page, nor in the admin, and asks no other host for anything."""

import pytest

from tests.browser.chromium import MARKS
from tests.factories.users import PASSWORD

pytestmark = MARKS
#: What Chromium says of a policy or of a feature that it does not let a page use.
WORDS = ("Content Security Policy", "Permissions-Policy", "Permissions policy", "Refused to")


@pytest.fixture
def watched(live_server, browser):
    """A tab, what it complains of, and what it asked another origin for."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    faults = []
    page.on("console", lambda message: faults.append(message.text) if any(
        word in message.text for word in WORDS) else None)  # fmt: skip
    page.on("request", lambda request: faults.append(request.url) if not request.url.startswith(
        (live_server.url, "data:", "blob:")) else None)  # fmt: skip
    return page, faults


def test_no_page_type_breaks_its_policy(every, live_server, watched):
    page, faults = watched
    for shown in [*every["hu"].values(), *every["ar"].values()]:
        page.goto(live_server.url + shown.url_path)
        assert page.evaluate("document.styleSheets.length") >= 4
    for url in ("/hu/nincs/", "/hu/search/?q=ules", "/hu/feeds/"):
        page.goto(live_server.url + url)
    assert faults == []


def test_the_admin_keeps_to_its_own(every, users, live_server, watched):
    page, faults = watched
    pages = list(every["hu"].values())
    page.goto(f"{live_server.url}/admin/login/")
    page.fill("[name=username]", "administrator")
    page.fill("[name=password]", PASSWORD)
    page.click("[type=submit]")
    page.wait_for_url(f"{live_server.url}/admin/")
    for shown in pages:
        page.goto(f"{live_server.url}/admin/pages/{shown.pk}/edit/")
        page.wait_for_selector("[name=title]")
    for path in ("images/", "documents/", "snippets/core/topic/", "memberships/", "redirects/",
                 "users/", "reports/site-history/", "settings/core/siteidentity/"):  # fmt: skip
        assert page.goto(f"{live_server.url}/admin/{path}").status == 200
    assert faults == []
