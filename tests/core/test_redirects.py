"""Old addresses lead on, in every language at once, and never in a circle."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from cms.core.redirects import redirects_follow
from tests.factories.pages import StandardPageFactory, fresh, home_in, published, translated
from tests.factories.states import make_list

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(django_capture_on_commit_callbacks):
    """Wagtail tells of a new slug once it is committed."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def page(locales):
    """`/hu/regi/` with `/hu/regi/alatta/` beneath it, both in English too."""
    page = published(StandardPageFactory(parent=home_in("hu"), slug="regi"))
    below = published(StandardPageFactory(parent=page, slug="alatta"))
    translated(page)
    translated(below)
    return page


def rename(page, slug):
    page = fresh(page)
    page.slug = slug
    return published(page)


def leads(client, url):
    """The addresses that one request goes through, and how it ends."""
    response = client.get(url, follow=True)
    return [target for target, _status in response.redirect_chain], response.status_code


def test_a_new_slug_leads_on_in_every_language_and_beneath(page, told, client):
    with told():
        rename(page, "uj")
    for lang in ("hu", "en"):
        response = client.get(f"/{lang}/regi/")
        assert (response.status_code, response["Location"]) == (301, f"/{lang}/uj/")
        assert leads(client, f"/{lang}/regi/alatta/") == ([f"/{lang}/uj/alatta/"], 200)


def test_a_move_leads_on_in_every_language_and_beneath(page, client):
    parent = published(StandardPageFactory(parent=home_in("hu"), slug="felette"))
    translated(parent)
    fresh(page).move(fresh(parent), pos="last-child")
    for lang in ("hu", "en"):
        assert leads(client, f"/{lang}/regi/") == ([f"/{lang}/felette/regi/"], 200)
        assert leads(client, f"/{lang}/regi/alatta/") == ([f"/{lang}/felette/regi/alatta/"], 200)


def test_a_new_order_leaves_nothing(page):
    other = published(StandardPageFactory(parent=home_in("hu"), slug="masik"))
    fresh(page).move(fresh(other), pos="right")
    assert not Redirect.objects.exists()


def test_however_often_it_moves_one_step_leads_there(page, told, client):
    for slug in ("masodik", "harmadik", "negyedik"):
        with told():
            rename(page, slug)
    for old in ("regi", "masodik", "harmadik"):
        assert leads(client, f"/en/{old}/alatta/") == (["/en/negyedik/alatta/"], 200)


def test_a_slug_that_goes_back_leads_in_no_circle(page, told, client):
    for slug in ("uj", "regi"):
        with told():
            rename(page, slug)
    assert leads(client, "/hu/uj/") == (["/hu/regi/"], 200)
    assert leads(client, "/hu/regi/") == ([], 200)
    with told():
        fresh(page).unpublish()
    assert leads(client, "/hu/uj/") == ([], 404)
    assert leads(client, "/hu/regi/") == ([], 404)


def test_no_browser_remembers_it_without_asking_again(page, told, client):
    with told():
        rename(page, "uj")
    assert client.get("/hu/regi/")["Cache-Control"] == "no-cache"


def test_an_address_that_another_page_takes_is_that_page(page, told, client):
    with told():
        rename(page, "uj")
    other = published(StandardPageFactory(parent=home_in("hu"), slug="regi"))
    assert leads(client, "/hu/regi/") == ([], 200)
    with told():
        rename(other, "masik")
    assert leads(client, "/hu/regi/") == (["/hu/masik/"], 200)


def test_a_deleted_page_leaves_no_redirect_in_any_language(page, told, client):
    with told():
        rename(page, "uj")
    fresh(page).delete()
    assert not Redirect.objects.exists()
    assert [leads(client, f"/{lang}/regi/") for lang in ("hu", "en")] == [([], 404)] * 2


@pytest.mark.parametrize("state", ["unpublished", "private", "under a private page"])
def test_nobody_is_led_to_what_is_closed(page, told, client, state):
    with told():
        rename(page, "titkos-uj-cim")
    if state == "unpublished":
        fresh(page).unpublish()
    else:
        closed = fresh(page) if state == "private" else home_in("hu")
        PageViewRestriction.objects.create(page=closed, restriction_type="login")
    response = client.get("/hu/regi/")
    assert response.status_code == 404
    assert "titkos" not in response.content.decode()


def test_a_page_that_was_never_public_leaves_none(locales, told):
    draft = StandardPageFactory(parent=home_in("hu"), slug="vazlat", live=False)
    with told():
        draft.slug = "masik-vazlat"
        draft.save()
    assert not Redirect.objects.exists()


def test_a_page_that_comes_back_under_another_slug_is_found_again(page, told, client):
    fresh(page).unpublish()
    with told():
        rename(page, "uj")
    assert leads(client, "/hu/regi/") == (["/hu/uj/"], 200)


def test_a_page_that_is_not_translated_yet_leads_on_in_the_asked_language(locales, told, client):
    page = published(StandardPageFactory(parent=home_in("hu"), slug="regi"))
    with told():
        rename(page, "uj")
    assert leads(client, "/en/regi/") == (["/en/uj/"], 200)


def test_who_follows_a_feed_or_calendar_is_led_on_with_its_filters(locales, told, client):
    index = make_list(slug="regi-lista")
    with told():
        rename(index, "uj-lista")
    for file in ("feed.atom", "events.ics"):
        assert leads(client, f"/hu/regi-lista/{file}?kind=training") == (
            [f"/hu/uj-lista/{file}?kind=training"], 200,
        )  # fmt: skip
    assert leads(client, "/hu/regi-lista/?kind=training") == (["/hu/uj-lista/?kind=training"], 200)


def test_what_an_editor_entered_stays(page, told, client):
    Redirect.add_redirect("/hu/regi/", "https://example.org/", is_permanent=False)
    with told():
        rename(page, "uj")
    assert Redirect.objects.filter(automatically_created=False).count() == 1
    Redirect.add_redirect("/hu/roviden", fresh(page), is_permanent=False)
    response = client.get("/hu/roviden/")
    assert (response.status_code, response["Location"]) == (302, "/hu/uj/")


def test_an_address_too_long_to_keep_stops_nothing(page, told):
    long = "a" * 200
    middle = published(StandardPageFactory(parent=fresh(page), slug=long))
    published(StandardPageFactory(parent=middle, slug=long))
    with told():
        rename(page, "uj")
    assert Redirect.objects.filter(old_path=f"/hu/regi/{long}").exists()
    assert not Redirect.objects.filter(old_path__endswith=f"{long}/{long}").exists()


def test_it_costs_pages_nothing_and_a_tree_as_much_as_one_page(page, told, client):
    def cost(call):
        with CaptureQueriesContext(connection) as captured:
            call()
        return len(captured)

    client.get("/hu/regi/")
    before = cost(lambda: client.get("/hu/regi/"))
    for slug in ("uj", "regi"):
        with told():
            rename(page, slug)
    client.get("/hu/regi/")
    assert cost(lambda: client.get("/hu/regi/")) == before
    below = fresh(page).get_children().first().specific
    one = cost(lambda: redirects_follow(page=below, url_path_before="/hu/x/"))
    assert cost(lambda: redirects_follow(page=fresh(page), url_path_before="/hu/y/")) <= one + 2


@pytest.mark.parametrize(
    "url", ["/hu/%00/", "/hu/%FF/", "/hu/" + "x" * 5000 + "/", "/hu/nincs/?a=%00"]
)
def test_nothing_breaks_it(locales, client, url):
    assert client.get(url).status_code == 404


def test_only_reading_is_led_on(page, told, client):
    with told():
        rename(page, "uj")
    assert client.head("/hu/regi/").status_code == 301
    assert client.post("/hu/regi/").status_code == 404
