"""What a browser may do, in the headers of every kind of answer."""

import json
import os
import re
import subprocess
import sys

import pytest

from cms.env import ROOT
from tests.core.test_every_type import address
from tests.factories.every import EVERY
from tests.factories.pages import make_document, make_event
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db
PROXY = ("HTTP_X_FORWARDED_PROTO", "https")
OWN, NOTHING = "'self'", "'none'"


def all_headers(response):
    return {name.lower(): value for name, value in response.headers.items()}


@pytest.fixture(scope="module")
def production():
    """What production settings say of security, read in a process that runs with them."""
    program = (
        "import json; from cms.settings import production as said;"
        "print(json.dumps({name: getattr(said, name) for name in dir(said)"
        " if name.startswith('SECURE_')}))"
    )
    variables = {
        **os.environ, "SECRET_KEY": "aB3-cD4_eF5" * 6, "ALLOWED_HOSTS": "example.org",
        "BASE_URL": "https://example.org", "BEHIND_PROXY": "true",
    }  # fmt: skip
    found = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=variables, check=True, stdout=subprocess.PIPE
    )
    return {**json.loads(found.stdout), "SECURE_PROXY_SSL_HEADER": PROXY}


def policy_of(response):
    parts = response.headers["Content-Security-Policy"].split(";")
    return {name: values for name, *values in (part.split() for part in parts if part.strip())}


def is_strict(response):
    """Nothing but what is needed, from the own origin."""
    policy = policy_of(response)
    for name in ("default-src", "base-uri", "frame-ancestors"):
        assert policy.pop(name) == [NOTHING]
    return {value for values in policy.values() for value in values} == {OWN}


def has_others(response):
    found = all_headers(response)
    return (
        found["x-content-type-options"] == "nosniff"
        and found["referrer-policy"] == "same-origin"
        and found["cross-origin-opener-policy"] == "same-origin"
        and found["cross-origin-resource-policy"] == "same-origin"
        and "camera=()" in found["permissions-policy"]
    )


@pytest.mark.parametrize("name", sorted(EVERY))
def test_a_page_names_its_own_origin_alone_and_holds_nothing_inline(locales, client, name):
    response = client.get(address(EVERY[name]()))
    assert is_strict(response)
    assert response.headers["X-Frame-Options"] == "DENY"
    assert has_others(response)
    html = response.content.decode()
    assert not re.search(r"<[^>]+\s(?:style|on[a-z]+)=", html)
    assert not re.search(r"<style|<script(?! type=\"application/ld\+json\")(?![^>]* src=)", html)


def test_so_does_every_other_answer(locales, client):
    event = make_event()
    document = make_document()
    for url in (
        "/", "/hu/nincs/", "/hu/search/", "/hu/feeds/", "/hu/glossary/", "/robots.txt",
        "/sitemap.xml",
        f"{event.url_path}event.ics", f"{event.get_parent().url_path}feed.atom",
        f"{event.get_parent().url_path}events.ics", document.url, "/media/nincs.png",
    ):  # fmt: skip
        response = client.get(url)
        assert has_others(response), url
        assert policy_of(response)["default-src"] == [NOTHING], url


def test_the_admin_has_a_policy_of_its_own(locales, client, users):
    client.login(username="administrator", password=PASSWORD)
    for url in ("/admin/", "/admin/login/", f"/admin/pages/{make_event().pk}/edit/"):
        response = client.get(url)
        policy = policy_of(response)
        assert policy["default-src"] == [NOTHING]
        assert policy["frame-ancestors"] == [OWN]
        assert not any("'unsafe-eval'" in values for values in policy.values())
        assert has_others(response)


@pytest.mark.parametrize(
    "name", [*sorted(EVERY), "/hu/nincs/", "/hu/search/", "/static/favicon.svg"]
)
def test_in_production_every_page_asks_for_tls_for_a_year(
    locales, client, settings, production, name
):
    url = name if name.startswith("/") else address(EVERY[name]())
    for setting, value in production.items():
        setattr(settings, setting, value)
    response = client.get(url, headers={"X-Forwarded-Proto": "https"})
    year = f"max-age={365 * 24 * 60 * 60}; includeSubDomains; preload"
    assert response.headers["Strict-Transport-Security"] == year
    assert has_others(response)
    plain = client.get(url)
    assert (plain.status_code, plain.headers["Location"]) == (301, f"https://testserver{url}")
