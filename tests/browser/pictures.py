"""`make pictures`: the pictures of the docs, taken from the demo as an editor, a visitor, and a
translator and a reviewer of each language see it.

The demo is set up in a folder of its own and served until the last picture is taken.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright
from tqdm import tqdm

from cms.env import ROOT
from cms.languages import LANGUAGES, SOURCE
from cms.operations.bench.serving import free_port, served
from home.demo.accounts import ACCOUNTS
from tests.browser.chromium import CHROMIUM, FLAGS

FOLDER = ROOT / "docs" / "images"
COLOURS = 128
#: Picture → slug of a Hungarian page, and the tab that is shown (from 0: text, facts, …).
EDITORS = {
    "event": ("minta-ules", 1),
    "newsletter": ("minta-2013-1", 0),
    "organisation": ("minta-egyesulet", 1),
    "page": ("a-projektrol", 0),
    "person": ("minta-anna", 1),
    "publication": ("minta-utmutato", 1),
    "recommendation": ("minta-nyelvek", 1),
    "resource": ("minta-jogszabaly", 1),
    "roundtable": ("kerekasztal", 1),
    "service": ("minta-tanacsadas", 1),
}
#: The page that is changed, to be translated anew.
CHANGED = "a-projektrol"


@contextmanager
def demo() -> Iterator[str]:
    """The address of a freshly loaded demo."""
    port = free_port()
    command = [sys.executable, "manage.py", "demo", "--port", str(port)]
    with (
        tempfile.TemporaryDirectory(prefix="pictures-") as folder,
        served(command, ROOT, port, DATA_DIR=folder),
    ):
        yield f"http://127.0.0.1:{port}"


def keep(page: Any, name: str) -> None:
    """A picture in few colours: about a third of its size."""
    picture = Image.open(BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
    picture.quantize(COLOURS).save(FOLDER / f"{name}.png", optimize=True)


def log_in(page: Any, site: str, role: str = "editor") -> None:
    account = next(account for account in ACCOUNTS if account.role == role)
    page.goto(f"{site}/admin/login/")
    page.fill("#id_username", account.username)
    page.fill("#id_password", account.password)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")


def editor_of(page: Any, site: str, slug: str, tab: int) -> None:
    """The form of the Hungarian page of that slug, as the admin's own addresses name it."""
    found = page.request.get(f"{site}/admin/api/main/pages/?slug={slug}&locale=hu").json()
    page.goto(f"{site}/admin/pages/{found['items'][0]['id']}/edit/")
    page.locator("[role=tablist] [role=tab]").nth(tab).click()
    page.mouse.move(0, 0)


def speaks(page: Any, site: str, code: str) -> None:
    """The admin in another language, as its account's page sets it."""
    page.goto(f"{site}/admin/account/")
    page.fill("[name$=first_name]", "Minta")
    page.fill("[name$=last_name]", "Admin")
    page.select_option("#id_locale-preferred_language", code)
    page.locator("main form [type=submit]").last.click()
    page.wait_for_load_state()


def changed(page: Any, site: str) -> None:
    """The Hungarian page that is translated in the pictures says one sentence more."""
    editor_of(page, site, CHANGED, 0)
    page.fill("#id_summary", f"{page.input_value('#id_summary')} Minta: ez a mondat új.")
    page.click("footer [data-w-dropdown-target=toggle]")
    page.click("button[name=action-publish]")
    page.wait_for_load_state()


def desk_of(page: Any, site: str, code: str) -> None:
    """The changed text at the desk, as its translator and then as its reviewer sees it."""
    speaks(page, site, code)
    page.goto(f"{site}/admin/desk/?language={code}&status=major")
    page.locator("main a", has_text="A projektről").first.click()
    segment = page.locator(".desk-segment.changed").first
    segment.locator("textarea").focus()
    keep(page, f"desk-{code}")
    segment.locator("button[name=only]").click()
    page.wait_for_load_state()
    page.locator(".desk-bar form button").click()
    page.locator(".desk-back").wait_for()
    keep(page, f"review-{code}")


def take(site: str, browser: Any) -> None:
    codes = [language.code for language in LANGUAGES if language.code != SOURCE]
    with tqdm(
        total=len(EDITORS) + len(codes) + 3, unit="picture", disable=not sys.stderr.isatty()
    ) as bar:
        visitor = browser.new_page(viewport={"width": 1200, "height": 900})
        visitor.goto(f"{site}/hu/")
        keep(visitor, "home-hu")
        bar.update()
        page = browser.new_context(
            locale="hu", viewport={"width": 1280, "height": 860}
        ).new_page()  # fmt: skip
        log_in(page, site)
        for name, (slug, tab) in EDITORS.items():
            editor_of(page, site, slug, tab)
            keep(page, f"{name}-editor")
            bar.update()
        page.goto(f"{site}/admin/memberships/new/")
        keep(page, "membership-editor")
        bar.update()
        page.goto(f"{site}/hu/styleguide/#notices")
        keep(page, "styleguide-hu")
        bar.update()
        boss = browser.new_context(
            locale="hu", viewport={"width": 1180, "height": 720}
        ).new_page()  # fmt: skip
        log_in(boss, site, "administrator")
        changed(boss, site)
        for code in codes:
            desk_of(boss, site, code)
            bar.update()


def main() -> int:
    if CHROMIUM is None:
        print("Chromium is not installed: `make browser` installs it.", file=sys.stderr)
        return 1
    with demo() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        take(site, browser)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
