"""The demo loads once, in Hungarian and English, and its English pages lead to English pages."""

import re
from contextlib import contextmanager
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from cms.core.registries import page_types
from home.demo.accounts import ACCOUNTS
from home.demo.load import load
from tests.browser.pictures import EDITORS
from tests.factories.pages import StandardPageFactory, home_in, published


@contextmanager
def quiet(_name):
    yield


@pytest.mark.django_db(transaction=True)
def test_the_demo_loads_once_and_english_stays_english(client):
    assert load(quiet) is True
    assert Page.find_problems() == ([], [], [], [], [])
    assert load(quiet) is False
    for account in ACCOUNTS:
        assert client.login(username=account.username, password=account.password)
    client.logout()
    pages = Page.objects.filter(locale__language_code="en", depth__gt=1)
    hungarian = Page.objects.filter(locale__language_code="hu", depth__gt=1)
    assert pages.count() == hungarian.count() > 30
    assert {page.specific_class for page in hungarian} == set(page_types())
    assert {slug for slug, _tab in EDITORS.values()} <= {page.slug for page in hungarian}
    assert all(page.live for page in pages)
    for page in pages:
        html = client.get(page.url_path).content.decode()
        html = re.sub(r'(?s)<details class="languages">.*?</details>', "", html)
        html = re.sub(r'<link rel="alternate"[^>]*>', "", html)
        html = re.sub(r'(?s)<script type="application/ld\+json">.*?</script>', "", html)
        assert 'lang="en"' in html
        assert "/hu/" not in html, page.url_path
    about = client.get("/hu/a-projektrol/").content.decode()
    assert "EIA/2012/3.7.4." in about
    assert client.get("/en/a-projektrol/").content.decode().count("EIA/2012/3.7.4.") >= 1
    founding = client.get("/hu/esemenyek/megalakulas/").content.decode()
    assert "2012. december 5." in founding
    assert "Városház u. 9–11." in founding


@pytest.mark.django_db(transaction=True)
def test_starting_over_asks_first_and_deletes_nothing_without_a_yes(monkeypatch):
    published(StandardPageFactory(parent=home_in("hu")))
    before = set(Page.objects.values_list("pk", flat=True))
    monkeypatch.setattr("sys.stdin", StringIO("n\n"))
    with pytest.raises(CommandError, match=r"Nothing was deleted|its own tools"):
        call_command("demo", "--reset", "--no-serve")
    assert set(Page.objects.values_list("pk", flat=True)) == before


@pytest.mark.django_db(transaction=True)
def test_a_load_that_fails_leaves_nothing_behind(monkeypatch):
    before = Page.objects.count()

    @contextmanager
    def failing(name):
        yield
        if Page.objects.count() > before + 2:
            raise RuntimeError(name)

    with pytest.raises(RuntimeError):
        load(failing)
    assert Page.objects.count() == before
