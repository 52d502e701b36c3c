"""The search page finds what is visible and survives whatever is typed."""

import re
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from cms.core.models import MenuItem, SiteIdentity
from cms.operations.waiting import run_waiting
from tests.factories.library import make_publication
from tests.factories.pages import StandardPageFactory, home_in, published, translated

HARD = ['"', "'", "\0", " ", "%00", "a" * 10_000, '"unclosed', "a AND", "NEAR(", "*", "-", "'; --"]


@pytest.mark.django_db
@pytest.mark.parametrize("typed", HARD)
@pytest.mark.parametrize("lang", ["hu", "en"])
def test_nothing_that_is_typed_breaks_it(locales, client, typed, lang):
    response = client.get(f"/{lang}/search/", {"q": typed})
    assert response.status_code == 200


@pytest.mark.django_db(transaction=True)
def test_it_finds_visible_pages_and_no_others(client):
    published(
        StandardPageFactory(
            parent=home_in("hu"),
            title="Törzsszöveg",
            body=[("text", "<p>Tolmácsolás díjmentesen</p>")],
        )
    )
    for title in ("Lakhatási tanácsadás", "Lakhatási zárt", "Lakhatási vázlat"):
        published(StandardPageFactory(parent=home_in("hu"), title=title))
    from home.models import StandardPage

    StandardPage.objects.get(title="Lakhatási vázlat").unpublish()
    PageViewRestriction.objects.create(
        page=StandardPage.objects.get(title="Lakhatási zárt"), restriction_type="login"
    )
    run_waiting()
    text = without_marks(client.get("/hu/search/", {"q": "Lakhatási"}))
    assert "Lakhatási tanácsadás" in text
    assert "Lakhatási zárt" not in text
    assert "Lakhatási vázlat" not in text
    found = client.get("/hu/search/", {"q": "tolmácsolás"}).content.decode()
    assert "Törzsszöveg" in found
    assert "<mark>Tolmácsolás</mark> díjmentesen" in found


def without_marks(response):
    return re.sub("</?mark>", "", response.content.decode())


@pytest.fixture
def minta(locales):
    """Two pages and a publication with the same word, one of them in English too."""
    page = published(StandardPageFactory(parent=home_in("hu"), title="Minta oldal", slug="a"))
    published(StandardPageFactory(parent=home_in("hu"), title="Minta másik", slug="b"))
    make_publication(title="Minta kiadvány", slug="c")
    translated(page)
    run_waiting()
    return page


@pytest.mark.django_db(transaction=True)
def test_results_are_narrowed_by_kind_and_sought_in_other_languages(minta, client):
    response = client.get("/hu/search/", {"q": "minta"})
    [facet] = response.context["facets"]
    counts = {link.value: link.count for link in facet.links}
    assert counts == {"page": 2, "publication": 1}
    narrowed = client.get("/hu/search/?" + next(
        link.query for link in facet.links if link.value == "publication"
    ))  # fmt: skip
    assert [hit.page.title for hit in narrowed.context["hits"]] == ["Minta kiadvány"]
    assert {link.value for link in narrowed.context["facets"][0].links} == set(counts)
    [english] = response.context["others"]
    assert (english.code, english.count) == ("en", 1)
    assert f'href="/en/search/?{english.query}" hreflang="en"' in response.content.decode()
    assert len(client.get(f"/en/search/?{english.query}").context["hits"].object_list) == 1


@pytest.mark.django_db(transaction=True)
def test_a_kind_that_nobody_offers_narrows_nothing(minta, client):
    response = client.get("/hu/search/", {"q": "minta", "kind": "' OR 1"})
    assert response.context["hits"].paginator.count == 3


@pytest.mark.django_db(transaction=True)
def test_the_budget_holds_with_every_facet(minta, client):
    client.get("/hu/search/", {"q": "minta"})
    with CaptureQueriesContext(connection) as captured:
        client.get("/hu/search/", {"q": "minta", "kind": "page"})
    assert len(captured) <= 12
    twice = Counter(query["sql"] for query in captured.captured_queries)
    assert not [sql for sql, times in twice.items() if times > 1]


@pytest.mark.django_db
def test_who_finds_nothing_is_told_where_to_look(locales, client):
    identity = SiteIdentity.objects.create(site_id=home_in("hu").get_site().pk)
    MenuItem.objects.create(identity=identity, page=home_in("hu"))
    for query in ("?q=nincsilyen", ""):
        html = client.get(f"/hu/search/{query}").content.decode()
        assert f'<h3><a href="/hu/">{home_in("hu").title}</a></h3>' in html


@pytest.mark.django_db(transaction=True)
def test_labels_of_blocks_are_neither_found_nor_shown(client):
    body = [("heading", {"text": "Lakhatás", "level": "2"}), ("text", "<p>Bérlet</p>")]
    published(StandardPageFactory(parent=home_in("hu"), title="Otthon", body=body))
    run_waiting()
    assert client.get("/hu/search/", {"q": "Szakasz"}).context["hits"].paginator.count == 0
    [hit] = client.get("/hu/search/", {"q": "Bérlet"}).context["hits"]
    assert "Szakasz" not in hit.text
