"""The lists of publications and of the whole library: what they hold, facets, and their cost."""

from collections import Counter
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import PageViewRestriction

from cms.core.facts.change import facts_change
from tests.factories.library import make_file, make_publication, make_resource
from tests.factories.members import make_organisation
from tests.factories.pages import (
    fresh,
    make_image,
    make_topic,
    published,
    translated,
)

pytestmark = pytest.mark.django_db


def listed(client, page, query=""):
    return client.get(f"{page.get_parent().url_path}{query}").context["listing"]


def titles(listing):
    return [item.title for item in listing.items]


def counts(listing, name):
    return {link.value: link.count for f in listing.facets if f.name == name for link in f.links}


@pytest.fixture
def works(locales):
    """A guide of 2013 in Hungarian and Arabic, a report of 2012 about housing, a law, a link."""
    guide = make_publication(
        title="Útmutató", kind="guide", issued="2013-05", publisher_name="Minta Kiadó",
        files=[make_file("hu", "a.pdf", accessible="yes"), make_file("ar", "b.txt", b"x")],
    )  # fmt: skip
    report = make_publication(
        title="Jelentés", kind="report", issued="2012~", access="embargo",
        embargo_until=date(2099, 1, 1),
    )  # fmt: skip
    report.topics = [make_topic()]
    law = make_resource(title="Törvény", issued="2007-01-05", publisher_name="Minta Kiadó")
    link = make_resource(
        title="Hivatkozás", kind="link", issued="", files=[], external_url="https://example.org/",
        languages=["uk", "hu"],
    )  # fmt: skip
    return {"guide": guide, "report": published(report), "law": law, "link": link}


def test_publications_stand_alone_and_the_library_holds_all_newest_first(works, client):
    assert titles(listed(client, works["guide"])) == ["Útmutató", "Jelentés"]
    assert titles(listed(client, works["law"])) == [
        "Útmutató", "Jelentés", "Törvény", "Hivatkozás",
    ]  # fmt: skip


def test_each_facet_counts_what_it_leads_to(works, client):
    listing = listed(client, works["law"])
    assert counts(listing, "kind") == {"guide": 1, "report": 1, "law": 1, "link": 1}
    assert counts(listing, "year") == {"2013": 1, "2012": 1, "2007": 1}
    assert counts(listing, "language") == {"hu": 3, "ar": 1, "en": 1, "uk": 1}
    assert counts(listing, "format") == {"PDF": 2, "TXT": 2}
    assert counts(listing, "accessible") == {"yes": 2, "unknown": 2}
    assert counts(listing, "access") == {"open": 3, "embargo": 1}
    assert counts(listed(client, works["law"], "?topic=housing"), "topic") == {"housing": 1}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?kind=law", ["Törvény"]),
        ("?language=ar", ["Útmutató"]),
        ("?language=uk", ["Hivatkozás"]),
        ("?format=TXT&year=2007", ["Törvény"]),
        ("?publisher=Minta+Kiad%C3%B3", ["Útmutató", "Törvény"]),
        ("?topic=housing", ["Jelentés"]),
        ("?access=embargo&kind=guide", []),
        ("?publisher=page-99999999999999999999", []),
        ("?publisher=page-x&format=%00&language=%27", []),
    ],
)
def test_a_chosen_value_narrows_the_library(works, client, query, found):
    assert titles(listed(client, works["law"], query)) == found


def test_a_publisher_with_a_page_is_named_in_the_readers_language(works, client):
    guide = fresh(works["guide"])
    guide.publisher, guide.publisher_name = make_organisation(title="Kiadó"), ""
    translated(guide.publisher.specific)
    twins = [translated(published(guide)), translated(works["law"])]
    facet = next(f for f in listed(client, twins[1]).facets if f.name == "publisher")
    assert [link.name for link in facet.links] == ["Kiadó (en)", "Minta Kiadó"]


def test_drafts_private_withdrawn_alias_and_other_languages_are_not_listed(works, client):
    CreatePageAliasAction(
        works["guide"], update_slug="alias", parent=works["guide"].get_parent()
    ).execute(skip_permission_checks=True)
    translated(works["guide"])
    assert len(titles(listed(client, works["law"]))) == 4
    facts_change(page=works["guide"], fields={"withdrawn_at": timezone.now(),
                                              "withdrawn_reason": "superseded"})  # fmt: skip
    PageViewRestriction.objects.create(page=works["report"], restriction_type="login")
    works["link"].unpublish()
    assert titles(listed(client, works["law"])) == ["Törvény"]
    assert titles(listed(client, works["guide"])) == []


def test_english_lists_hold_english_pages_alone(works, client):
    law, guide = translated(works["law"]), translated(works["guide"])
    assert titles(listed(client, law)) == [guide.title, law.title]
    html = client.get(law.get_parent().url_path).content.decode()
    assert "January 2007" in html
    assert '<span class="chip plain" lang="ar" dir="rtl">العربية</span>' in html


def test_what_is_not_open_says_so_on_its_card(works, client):
    html = client.get(translated(works["report"]).get_parent().url_path).content.decode()
    assert "public from 1 January 2099" in html


def queries(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    times = Counter(query["sql"] for query in captured.captured_queries)
    assert not [sql for sql, n in times.items() if n > 1]
    return len(captured)


def test_lists_and_pages_cost_the_same_for_more_works_files_and_languages(works, client):
    publisher = make_organisation(title="Kiadó")
    for work in map(fresh, works.values()):
        work.publisher, work.publisher_name = publisher, ""
        published(work)
    urls = [works[name].get_parent().url_path for name in ("guide", "law")]
    few = [queries(client, url) for url in urls]
    page_before = queries(client, works["guide"].url_path)
    assert max(few) <= 12
    for number in range(6):
        held = [make_file("en", "e.pdf"), make_file("fa", "f.txt", b"x")]
        make_publication(slug=f"mu-{number}", cover=make_image(), files=held)
        translated(make_resource(slug=f"forras-{number}"))
    assert [queries(client, url) for url in urls] == few
    guide = fresh(works["guide"])
    guide.publisher = None
    guide.files = [type(guide).files.rel.related_model(document=make_file(code, f"{code}.pdf"))
                   for code in ("hu", "en", "ar", "fa", "uk")]  # fmt: skip
    guide.cover = make_image()
    assert queries(client, published(guide).url_path) == page_before <= 10
