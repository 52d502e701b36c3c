"""The preview is the page that readers get: the same HTML, in the page's own language."""

import re

import pytest
from django.test import RequestFactory
from django.urls import reverse
from django.utils.translation import override

from tests.factories.every import EVERY
from tests.factories.pages import translated

pytestmark = pytest.mark.django_db


def previewed(page, user=None):
    """What the editor's screen shows of the page, asked by an editor who reads Hungarian."""
    asked = RequestFactory().get("/admin/", SERVER_NAME="testserver")
    if user is not None:
        asked.user = user
    with override("hu"):
        return page.make_preview_request(asked).content.decode()


#: How the live translation stands to its source, which says nothing of a draft.
TOLD = re.compile(
    r'<div class="wrap told">\s*<p class="meta">[^<]*(?:<a [^>]*>[^<]*</a>)?</p>\s*</div>'
)


def body_of(html):
    """What a reader sees; `head` names the address, which a preview does not have."""
    shown = TOLD.sub("", re.search(r"(?s)<body.*</body>", html)[0])
    shown = shown.replace("//localhost/", "//testserver/")  # the site's own host in a preview
    return re.sub(r"\s+", " ", shown)


@pytest.mark.parametrize("name", sorted(EVERY))
def test_it_is_the_public_page(locales, client, name):
    page = EVERY[name]()
    for shown in (page, translated(page, "ar", suffix=" (عربي)")):
        public = client.get(shown.url_path).content.decode()
        draft = shown.get_latest_revision_as_object()
        assert body_of(previewed(draft)) == body_of(public)


def test_its_language_and_direction_are_the_pages(locales):
    page = translated(EVERY["home.StandardPage"](), "ar", suffix=" (عربي)")
    assert '<html lang="ar" dir="rtl">' in previewed(page.get_latest_revision_as_object())


def test_a_frame_of_the_admin_may_show_it(locales, client, users):
    page = EVERY["home.StandardPage"]()
    client.force_login(users["editor"])
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert client.get(edit).status_code == 200
    response = client.get(f"{preview}?in_preview_panel=true")
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "SAMEORIGIN"
