"""Rows of holdings and issues that come and go: translations follow, and keep their text."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from cms.core.facts.compare import compare
from resources.models import (
    NewsletterStory,
    PublicationContributor,
    PublicationFile,
    PublicationRelation,
    ResourceContributor,
    ResourceFile,
    ResourceRelation,
)
from tests.factories.library import make_file, make_issue, make_publication, make_resource
from tests.factories.pages import fresh, make_image, translated

pytestmark = pytest.mark.django_db


@dataclass
class Case:
    """A page type: how it is made, what is changed, its rows and the text of the first one."""

    make: Any
    facts: dict[str, Any]
    relation: str
    rows: Any
    text: str


def holding_rows(file: Any, contributor: Any, relation: Any) -> Any:
    def change(page: Any) -> None:
        first = page.files.first()
        first.role, first.sort_order = "annex", 1
        page.files = [file(document=make_file("ar", "uj.pdf"), sort_order=0), first]
        page.contributors = [contributor(role="editor", name="Minta Béla")]
        page.relations = [relation(kind="replaces", url="https://example.org/uj", title="Új")]

    return change


def issue_rows(page: Any) -> None:
    first = page.stories.first()
    first.sort_order = 1
    page.stories = [NewsletterStory(headline="Elöl", sort_order=0), first]


def titled(make: Any) -> Any:
    def made() -> Any:
        page = make()
        row = page.files.first()
        row.title = "Eredeti cím"
        page.files = [row]
        page.save_revision().publish()
        return fresh(page)

    return made


CASES = {
    "publication": Case(
        titled(make_publication),
        {"issued": "2014-01", "isbn": "978-615-5000-01-0", "access": "embargo",
         "embargo_until": date(2099, 1, 1), "licence": "CC-BY-4.0"},
        "files", holding_rows(PublicationFile, PublicationContributor, PublicationRelation),
        "title",
    ),
    "resource": Case(
        titled(make_resource),
        {"issued": "2014~", "external_url": "https://example.org/uj", "languages": ["uk"]},
        "files", holding_rows(ResourceFile, ResourceContributor, ResourceRelation), "title",
    ),
    "issue": Case(
        make_issue, {"number": 77, "issued_on": date(2014, 2, 3)}, "stories", issue_rows,
        "headline",
    ),
}  # fmt: skip


@pytest.fixture(params=CASES, ids=list(CASES))
def case(request, locales):
    return CASES[request.param]


@pytest.fixture
def pair(case):
    source = case.make()
    return source, translated(source)


def change(case, source):
    """A draft of the source with new facts, a new row before the first and changed rows."""
    page = fresh(source)
    for name, value in case.facts.items():
        setattr(page, name, value)
    if hasattr(page, "cover"):
        page.cover = make_image()
    case.rows(page)
    return page.save_revision()


def test_a_new_row_shows_the_sources_text_with_its_language(case, pair):
    change(case, pair[0]).publish()
    english = fresh(pair[1])
    assert not compare(fresh(pair[0]), [english]).page_ids
    first = getattr(english, case.relation).first()
    assert first.lang_of(case.text) == "hu"
    last = getattr(english, case.relation).last()
    assert last.lang_of(case.text) == "en"
    assert getattr(last, case.text).endswith(" (en)")


def test_a_removed_row_is_gone_in_every_language(case, pair):
    page = fresh(pair[0])
    setattr(page, case.relation, [])
    page.save_revision().publish()
    assert getattr(fresh(pair[1]), case.relation).count() == 0


def test_the_sources_new_text_leaves_a_translated_one_as_it_is(case, pair):
    page = fresh(pair[0])
    row = getattr(page, case.relation).first()
    before = getattr(getattr(fresh(pair[1]), case.relation).first(), case.text)
    setattr(row, case.text, "Más szöveg")
    setattr(page, case.relation, [row])
    page.title = "Más cím"
    page.save_revision().publish()
    english = fresh(pair[1])
    assert getattr(getattr(english, case.relation).first(), case.text) == before
    assert english.title == f"{pair[0].title} (en)"
