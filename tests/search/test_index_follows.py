"""The index follows what visitors see: pages, files, topics, by tasks of their changes."""

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from cms.core.facts.change import facts_change
from cms.core.models import Topic, TopicLabel
from cms.operations.waiting import run_waiting
from home.models import StandardPage
from search.analysis import libraries
from search.engines.current import engine
from search.models import FileText, SearchDocument
from tests.factories.pages import StandardPageFactory, fresh, home_in, published, translated

pytestmark = pytest.mark.django_db


def page_below(parent, title="Lakhatási tanácsadás", **values):
    return published(StandardPageFactory(parent=parent, title=title, **values))


@pytest.fixture
def page(locales):
    body = [
        ("heading", {"text": "Albérlet", "level": "2"}),
        ("text", "<p>Szerződést kötünk.</p>"),
    ]
    page = page_below(home_in("hu"), summary="Bérletről és kaucióról.", body=body)
    run_waiting()
    return page


def entry_of(page):
    return SearchDocument.objects.filter(page=page).first()


def in_engine():
    return {row.id: row for row in engine().rows()}


def test_a_published_page_is_an_entry_with_its_texts(page):
    entry = entry_of(page)
    assert (entry.language, entry.kinds) == ("hu", ["page"])
    assert entry.title == "Lakhatási tanácsadás"
    assert entry.headings == "Albérlet"
    assert "Szerződést kötünk." in entry.body
    assert in_engine()[entry.pk].page == page.pk


def test_a_translation_is_an_entry_of_its_own(page):
    translated(page)
    run_waiting()
    assert {entry.language for entry in SearchDocument.objects.filter(
        page__translation_key=page.translation_key
    )} == {"hu", "en"}  # fmt: skip


def unpublish(page):
    StandardPage.objects.get(pk=page.pk).unpublish()


def delete(page):
    StandardPage.objects.get(pk=page.pk).delete()


def restrict(page):
    PageViewRestriction.objects.create(page_id=page.pk, restriction_type="login")


def restrict_above(page):
    restrict(page.get_parent())


@pytest.mark.parametrize("close", [unpublish, delete, restrict, restrict_above])
def test_what_visitors_no_longer_see_is_dropped(page, close):
    entry = entry_of(page)
    close(page)
    run_waiting()
    assert not SearchDocument.objects.filter(page_id=page.pk).exists()
    assert entry.pk not in in_engine()


def test_it_comes_back_when_the_restriction_goes(page):
    restrict(page)
    run_waiting()
    PageViewRestriction.objects.get(page_id=page.pk).delete()
    run_waiting()
    assert entry_of(page)


def test_address_follows_a_new_slug_and_a_move(page):
    elsewhere = page_below(home_in("hu"), title="Másutt")
    changed = StandardPage.objects.get(pk=page.pk)
    changed.slug = "masik-cim"
    published(changed)
    run_waiting()
    assert entry_of(page).url.endswith("/masik-cim/")
    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=elsewhere.pk), pos="last-child")
    run_waiting()
    assert entry_of(page).url.endswith(f"/{elsewhere.slug}/masik-cim/")


def test_facts_and_topics_reach_all_languages(page):
    translated(page)
    topic = Topic.objects.create(notation="housing")
    TopicLabel.objects.create(topic=topic, locale=page.locale, text="Lakhatás")
    changed = StandardPage.objects.get(pk=page.pk)
    changed.topics.add(topic)
    published(changed)
    run_waiting()
    family = SearchDocument.objects.filter(page__translation_key=page.translation_key)
    assert [entry.topics for entry in family] == [["housing"], ["housing"]]
    label = TopicLabel.objects.get()
    label.text = "Otthon"
    label.save()
    run_waiting()
    assert {entry.labels for entry in family.all()} == {"Otthon"}
    facts_change(page=fresh(page), fields={"withdrawn_at": timezone.now()})
    run_waiting()
    assert {entry.is_past for entry in family.all()} == {True}


def test_nothing_is_written_where_nothing_searched_changed(page):
    before = entry_of(page).digest
    changed = StandardPage.objects.get(pk=page.pk)
    published(changed)
    run_waiting()
    assert entry_of(page).digest == before
    assert FileText.objects.count() == 0


def test_the_first_task_of_a_site_builds_its_dictionaries(locales, tmp_path):
    kept = list(libraries._folder)
    libraries.keep_tries_in(tmp_path)
    libraries.prepare.cache_clear()
    try:
        page_below(home_in("hu"))
        run_waiting()
        assert {path.name for path in tmp_path.iterdir()} == {
            f"{language}.dic" for language in libraries.LEMMAS
        }
    finally:
        libraries._folder[:] = kept
