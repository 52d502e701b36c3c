"""The search page finds what is visible and survives whatever is typed."""

import re
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.core.facts.change import facts_change
from cms.core.models import MenuItem, SiteIdentity
from cms.core.registries import page_types
from cms.operations.waiting import run_waiting
from home.models import StandardPage
from search.kinds import AS_PAGES
from tests.factories.library import make_publication
from tests.factories.pages import StandardPageFactory, home_in, published, translated

pytestmark = pytest.mark.django_db
HARD = ['"', "'", "\0", " ", "%00", "a" * 10_000, '"unclosed', "a AND", "NEAR(", "*", "-", "'; --",
        "-a", '-"a b"', "###"]  # fmt: skip


def marked_titles(response):
    return [str(hit.title) for hit in response.context["hits"]]


def titles(response):
    return [re.sub("</?mark>", "", title) for title in marked_titles(response)]


def page_about(title, **values):
    return published(StandardPageFactory(parent=home_in("hu"), title=title, **values))


@pytest.mark.parametrize("typed", HARD)
@pytest.mark.parametrize("lang", ["hu", "en", "ar", "zh-hans"])
def test_nothing_that_is_typed_breaks_it(locales, client, typed, lang):
    for address in ("", "feed.atom", "suggestions/"):
        response = client.get(f"/{lang}/search/{address}", {"q": typed, "page": typed})
        assert response.status_code == 200


def test_it_finds_any_form_of_the_word_and_marks_it(locales, client):
    body = [("text", "<p>A tolmácsokat díjmentesen adjuk.</p>")]
    page_about("Segítség", body=body)
    run_waiting()
    for typed in ("tolmács", "Tolmácsok", "tolmacs", "tolmásc"):
        response = client.get("/hu/search/", {"q": typed})
        assert titles(response) == ["Segítség"], typed
        assert "A <mark>tolmácsokat</mark> díjmentesen" in response.content.decode()


def test_a_reader_is_told_what_was_sought_instead(locales, client):
    page_about("Migrációs kerekasztal")
    run_waiting()
    html = client.get("/hu/search/", {"q": "migracios"}).content.decode()
    told = re.search(r'<p class="mended">(.*?)</p>', html)
    assert told
    assert "migracios" in told[1]
    assert "migrációs" in told[1]
    assert 'class="mended"' not in client.get("/hu/search/", {"q": "migrációs"}).content.decode()


def test_what_is_not_visible_is_not_found_even_before_the_index_knows(locales, client):
    shown, closed, gone = (page_about(f"Lakhatás {name}") for name in ("nyitott", "zárt", "volt"))
    run_waiting()
    PageViewRestriction.objects.create(page_id=closed.pk, restriction_type="login")
    StandardPage.objects.get(pk=gone.pk).unpublish()
    for address in ("", "feed.atom"):
        html = client.get(f"/hu/search/{address}", {"q": "lakhatás"}).content.decode()
        assert "nyitott" in html
        assert "zárt" not in html
        assert "volt" not in html
    assert [one["title"] for one in client.get("/hu/search/suggestions/?q=lakh").json()] == [
        shown.title
    ]


def test_phrases_exclusions_and_loose_hits(locales, client):
    page_about("Lakhatási támogatás")
    page_about("Támogatás: lakhatási ügyek")
    run_waiting()
    assert len(titles(client.get("/hu/search/", {"q": "lakhatási támogatás"}))) == 2
    assert titles(client.get("/hu/search/", {"q": '"lakhatási támogatás"'})) == [
        "Lakhatási támogatás"
    ]
    assert titles(client.get("/hu/search/", {"q": "támogatás -ügy"})) == ["Lakhatási támogatás"]
    loose = client.get("/hu/search/", {"q": "támogatás xyzzyq"})
    assert len(titles(loose)) == 2
    assert loose.context["is_loose"]


@pytest.fixture
def minta(locales):
    """Two pages and a publication with the same word, one of them in English too."""
    page = page_about("Minta oldal", slug="a")
    page_about("Minta másik", slug="b")
    make_publication(title="Minta kiadvány", slug="c")
    translated(page)
    run_waiting()
    return page


def facet_of(response, name):
    return next(facet for facet in response.context["facets"] if facet.name == name)


def test_results_are_narrowed_by_facets_with_counts(minta, client):
    response = client.get("/hu/search/", {"q": "minta"})
    counts = {link.value: link.count for link in facet_of(response, "kind").links}
    assert counts == {"page": 3, "publication": 1}
    narrowed = client.get("/hu/search/?" + next(
        link.query for link in facet_of(response, "kind").links if link.value == "publication"
    ))  # fmt: skip
    assert titles(narrowed) == ["Minta kiadvány"]
    assert {link.value for link in facet_of(narrowed, "kind").links} == set(counts)


def test_other_languages_come_after_and_can_be_left_out(minta, client):
    response = client.get("/hu/search/", {"q": "minta"})
    assert [hit.language for hit in response.context["hits"]] == ["hu", "hu", "hu", "en"]
    assert response.context["foreign"] == 1
    here = client.get(f"/hu/search/?{response.context['to_here']}")
    assert [hit.language for hit in here.context["hits"]] == ["hu", "hu", "hu"]
    assert 'lang="en"' in response.content.decode()


def test_what_is_withdrawn_is_last_marked_and_can_be_left_out(locales, client):
    old = page_about("Bérlet")
    page_about("A bérletről")
    facts_change(page=old, fields={"withdrawn_at": timezone.now()})
    run_waiting()
    response = client.get("/hu/search/", {"q": "bérlet"})
    assert titles(response) == ["A bérletről", "Bérlet"]
    assert [hit.is_past for hit in response.context["hits"]] == [False, True]
    current = client.get(f"/hu/search/?{response.context['to_current']}")
    assert titles(current) == ["A bérletről"]


def test_values_that_nobody_offers_find_nothing_and_break_nothing(minta, client):
    response = client.get(
        "/hu/search/", {"q": "minta", "kind": "' OR 1", "sort": "x", "page": "-1"}
    )
    assert response.status_code == 200
    assert not response.context["hits"]


def test_the_budget_holds_with_every_facet(minta, client):
    client.get("/hu/search/", {"q": "minta"})
    with CaptureQueriesContext(connection) as captured:
        client.get("/hu/search/", {"q": "mintak", "kind": "page"})
    assert len(captured) <= 12
    twice = Counter(query["sql"] for query in captured.captured_queries)
    assert not [sql for sql, times in twice.items() if times > 1]


def test_without_a_word_everything_can_be_looked_through(minta, client):
    response = client.get("/hu/search/")
    assert {"Minta oldal", "Minta másik", "Minta kiadvány"} < set(titles(response))
    assert facet_of(response, "kind")


def test_who_finds_nothing_is_told_where_to_look(locales, client):
    identity = SiteIdentity.objects.create(site_id=home_in("hu").get_site().pk)
    MenuItem.objects.create(identity=identity, page=home_in("hu"))
    html = client.get("/hu/search/?q=nincsilyen").content.decode()
    assert f'<h3><a href="/hu/">{home_in("hu").title}</a></h3>' in html


def test_labels_of_blocks_are_neither_found_nor_shown(locales, client):
    body = [("heading", {"text": "Lakhatás", "level": "2"}), ("text", "<p>Bérlet</p>")]
    page_about("Otthon", body=body)
    run_waiting()
    assert not client.get("/hu/search/", {"q": "Szakasz"}).context["hits"]
    [hit] = client.get("/hu/search/", {"q": "Bérlet"}).context["hits"]
    assert "Szakasz" not in hit.text


def test_each_kind_has_a_plural_of_its_own():
    """Django would put an English s to it."""
    kinds = [model for model in page_types() if model.library_kind not in AS_PAGES]
    assert kinds
    assert not [one for one in kinds if "verbose_name_plural" not in one._meta.original_attrs]
