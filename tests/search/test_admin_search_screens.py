"""Every screen of the admin that searches takes whatever is typed: never an error page."""

from urllib.parse import quote

import pytest

from tests.factories.pages import home_in, make_document, make_event, make_image, make_topic
from tests.roles.addresses import routes

pytestmark = pytest.mark.django_db

HOSTILE = ['"', 'ülés\x00"', "* ( AND :^-", "😀'\\", " ", 'x" ' * 2_500, "a" * 10_000]
SCREENS = [
    "pages/search/", "pages/search/results/", "pages/{home}/results/", "choose-page/search/",
    "documents/results/", "documents/chooser/results/", "images/results/",
    "images/chooser/results/", "snippets/core/topic/results/",
    "snippets/choose/core/topic/results/", "snippets/choose/core/contact/results/",
]  # fmt: skip
#: Lists that an editor may not open.
FOR_ADMINISTRATORS = ["users/results/", "redirects/"]
#: Wagtail's trial of its own error page.
FAILS_ON_PURPOSE = "admin/failwhale/"


@pytest.fixture
def ask(client, locales, users):
    """Asks a screen as a user and gives the status; an exception in a view is raised here."""
    make_event(slug="ules"), make_document(), make_image(), make_topic()

    def status(who, screen, text):
        client.force_login(users[who])
        url = f"/admin/{screen.format(home=home_in('hu').pk)}"
        url = url if "?" in url else f"{url}?"
        return client.get(f"{url}q={quote(text)}&search={quote(text)}").status_code

    return status


@pytest.mark.parametrize("screen", SCREENS)
def test_an_editor_gets_an_answer(ask, screen):
    assert {ask("editor", screen, text) for text in HOSTILE} == {200}


@pytest.mark.parametrize("screen", FOR_ADMINISTRATORS)
def test_an_administrator_gets_an_answer(ask, screen):
    assert {ask("administrator", screen, text) for text in HOSTILE} == {200}


def test_an_action_on_all_that_was_found_is_no_error_page(ask):
    screen = "bulk/wagtailcore/page/publish/?id=all&"
    assert max(ask("editor", screen, text) for text in HOSTILE) < 500


def test_so_does_every_other_list(ask):
    lists = [route for _name, route in routes() if route.startswith("admin/") and "<" not in route]
    assert len(lists) > 100
    for route in dict.fromkeys(lists):
        if route == FAILS_ON_PURPOSE:
            continue
        status = ask("administrator", route.replace("^", "").replace("$", "")[6:], 'ülés"')
        assert status < 500, route
