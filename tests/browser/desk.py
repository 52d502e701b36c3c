"""The admin as a person at the desk works with it: log in, open a form, send it."""

from playwright.sync_api import Error, Page

from home.demo.accounts import ACCOUNTS

#: Whether the scripts of a form have made the fields of every body in it.
MADE = """() => [...document.querySelectorAll('[data-controller~="w-block"]')]
    .every(block => block.childElementCount > 0)"""


def log_in(page: Page, site: str, role: str) -> None:
    """Log in as the demo's account of this role."""
    account = next(a for a in ACCOUNTS if a.role == role)
    page.goto(f"{site}/admin/login/")
    page.fill("#id_username", account.username)
    page.fill("#id_password", account.password)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")


def open_form(page: Page, url: str) -> None:
    """Open a form and wait for its fields; where a script did not arrive, load it once more."""
    page.goto(url)
    try:
        page.wait_for_function(MADE, timeout=15_000)
    except Error:
        page.reload()
        page.wait_for_function(MADE)


def send(page: Page, button: str) -> None:
    """Send the form by a choice of the menu in its footer; fails with what a refusal says."""
    page.click("footer [data-w-dropdown-target=toggle]")
    with page.expect_response(_is_sent, timeout=60_000) as answer:
        page.click(button)
    page.wait_for_load_state()
    assert answer.value.status == 302, page.inner_text("body")


def _is_sent(response) -> bool:
    return response.request.method == "POST" and response.request.is_navigation_request()
