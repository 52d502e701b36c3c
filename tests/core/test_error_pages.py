"""Pages for what is not there, what went wrong, and a database that is out of reach."""

import os
import re
import subprocess
import sys

import pytest
from django.db import OperationalError, connection
from django.test import RequestFactory
from django.utils import translation

from cms.core.error_pages import server_error
from cms.core.models import MenuItem, SiteIdentity
from cms.env import ROOT
from tests.factories.pages import home_in

#: Asks for a page where nothing listens on the database's port, and prints what comes.
ASK = """
import django, sys
django.setup()
from django.test import Client
client = Client(raise_request_exception=False, SERVER_NAME="localhost")
answer = client.get(sys.argv[1], headers={"Accept-Language": sys.argv[2]})
print(answer.status_code, answer.headers.get("Retry-After"), answer.headers["Content-Language"])
print(answer.headers["Content-Security-Policy"])
print(answer.content.decode())
"""


def asked_without_database(path, accepts="de", database="postgres://nobody@127.0.0.1:9/none"):
    """(status, Retry-After, language), policy, HTML of a process without a database."""
    done = subprocess.run(
        [sys.executable, "-c", ASK, path, accepts], cwd=ROOT, capture_output=True, check=True,
        text=True, timeout=60,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.development",
             "DATABASE_URL": database},
    )  # fmt: skip
    first, policy, html = done.stdout.split("\n", 2)
    return first.split(), policy, html


@pytest.mark.parametrize(("lang", "direction"), [("hu", "ltr"), ("uk", "ltr"), ("ar", "rtl")])
def test_a_database_out_of_reach_is_said_in_the_language_of_the_address(lang, direction):
    answer, policy, html = asked_without_database(f"/{lang}/esemenyek/")
    assert answer == ["503", "120", lang]
    assert "default-src 'none'" in policy
    assert f'<html lang="{lang}" dir="{direction}">' in html
    with translation.override(lang):
        said = translation.gettext("The site is not available for a short while")
    assert f"<h1>{said}</h1>" in html
    assert not re.search(r"<style|<script|\sstyle=", html)


def test_so_is_a_file_that_cannot_be_opened(tmp_path):
    missing = f"sqlite:///{tmp_path}/nincs/ilyen.sqlite3"
    answer, _policy, _html = asked_without_database("/en/", database=missing)
    assert answer == ["503", "120", "en"]


def test_without_a_language_in_the_address_the_browsers_own_is_spoken():
    answer, _policy, _html = asked_without_database("/documents/1/a.pdf", accepts="tr,en;q=0.5")
    assert answer == ["503", "120", "tr"]


def raised_by(error, path="/vi/"):
    try:
        raise error
    except type(error):
        return server_error(RequestFactory().get(path))


def test_another_fault_is_500_and_asks_nothing_of_the_database():
    response = raised_by(ValueError("x"))
    assert response.status_code == 500
    assert "Retry-After" not in response.headers
    with translation.override("vi"):
        said = translation.gettext("Something went wrong on our side")
    assert said in response.content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_fault_of_a_database_that_answers_is_500():
    assert raised_by(OperationalError("no such table")).status_code == 500
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


@pytest.mark.django_db
def test_what_is_not_there_leads_on(locales, client):
    identity = SiteIdentity.objects.create(site_id=home_in("hu").get_site().pk)
    MenuItem.objects.create(identity=identity, page=home_in("hu"))
    response = client.get("/ar/kiadvanyok/minta-utmutato_2/")
    html = response.content.decode()
    assert response.status_code == 404
    assert '<html lang="ar" dir="rtl">' in html
    assert html.count('role="search"') == 1
    assert 'value="minta utmutato 2"' in html
    assert 'content="noindex"' in html
    assert 'href="/ar/"' in html


@pytest.mark.django_db
def test_texts_are_compressed_and_files_are_not(locales, client):
    wants = {"Accept-Encoding": "gzip"}
    page = client.get("/hu/", headers=wants)
    assert page.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in page.headers["Vary"]
    plain = client.get("/hu/")
    assert "Content-Encoding" not in plain.headers
    assert len(page.content) < len(plain.content) / 2
    feed = client.get("/hu/nincs/", headers=wants)
    assert feed.headers["Content-Encoding"] == "gzip"
