"""A form without its mark: a page of the site in its language, and what was typed to copy."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import translation

from tests.factories.pages import home_in

pytestmark = pytest.mark.django_db
TYPED = 'Hiba: <script>alert(1)</script> & "خطأ"'


@pytest.fixture
def visitor(locales):
    """A browser that takes no cookies."""
    return Client(enforce_csrf_checks=True)


def sent(visitor, code, **more):
    return visitor.post(f"/{code}/translations/report/7/", {"text": TYPED, **more})


@pytest.mark.parametrize(("code", "direction"), [("hu", "ltr"), ("ar", "rtl")])
def test_it_is_said_in_the_language_of_the_page_what_to_do(visitor, code, direction):
    answer = sent(visitor, code, passage="Ülés")
    assert answer.status_code == 403
    assert "no-store" in answer.headers["Cache-Control"]
    page = BeautifulSoup(answer.content, "html.parser")
    assert (page.html["lang"], page.html["dir"]) == (code, direction)
    with translation.override(code):
        assert page.h1.get_text() == translation.gettext("This form was not sent")
    assert page.select_one("main [role=alert]").get_text().strip()
    assert page.select_one("main a.button")["href"] == f"/{code}/translations/report/7/"


@pytest.mark.parametrize("code", ["hu", "ar"])
def test_nothing_typed_is_lost_nor_run(visitor, code):
    answer = sent(visitor, code, passage="Ülés\nnapirend")
    assert "<script>alert" not in answer.content.decode()
    page = BeautifulSoup(answer.content, "html.parser")
    fields = page.select("main textarea[readonly]")
    assert [one.get_text() for one in fields] == [TYPED, "Ülés\nnapirend"]
    assert {one["dir"] for one in fields} == {"auto"}
    labels = {one["for"] for one in page.select("main label")}
    assert labels == {one["id"] for one in fields}


def test_only_what_a_form_names_is_shown_again(visitor):
    answer = sent(visitor, "hu", website="https://example.org/x", csrfmiddlewaretoken="titok")
    html = answer.content.decode()
    assert "https://example.org/x" not in html
    assert "titok" not in html
    other = visitor.post(home_in("hu").url_path, {"text": TYPED, "password": "titok"})
    assert other.status_code == 403
    assert BeautifulSoup(other.content, "html.parser").select("main textarea") == []
    assert "titok" not in other.content.decode()


def test_the_admin_keeps_djangos_own_page(visitor):
    answer = visitor.post("/admin/login/", {"username": "boss", "password": "titok"})
    assert answer.status_code == 403
    assert "titok" not in answer.content.decode()
    assert "CSRF" in answer.content.decode()
