"""A rebuild answers and is written to while it goes on, and loses nothing; a check tells drift."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from cms.operations.waiting import run_waiting
from home.models import StandardPage
from search.engines.current import engine
from search.indexing import rebuild
from search.indexing.drift import index_drift, index_mend
from search.indexing.rebuild import Overtaken, index_rebuild
from search.models import IndexChange, IndexRebuild, SearchDocument, Word
from search.query.asked import Asked
from search.query.found import found
from tests.factories.pages import StandardPageFactory, home_in, published

pytestmark = pytest.mark.django_db


def page_about(title):
    return published(StandardPageFactory(parent=home_in("hu"), title=title))


def titles(text):
    result = found(Asked(text), "hu")
    return [result.sight.pages[group.page].title for group in result.groups]


def counted():
    return dict(Word.objects.filter(documents__gt=0).values_list("word", "documents"))


def command(*args):
    out = StringIO()
    call_command("search_index", *args, stdout=out)
    return out.getvalue()


@pytest.fixture
def pages(locales):
    pages = [page_about(f"Lakhatás {name}") for name in ("egy", "kettő", "három")]
    run_waiting()
    command()  # the home page of the migrations was never published
    return pages


def test_the_new_index_is_the_old_one(pages):
    rows, words = engine().rows(), counted()
    command("--rebuild", "--processes", "1")
    assert sorted(engine().rows()) == sorted(rows)
    assert counted() == words
    assert not engine().named("_old").exists()
    assert not engine().named("_new").exists()
    assert len(titles("lakhatás")) == 3


def test_it_answers_and_takes_changes_while_it_goes_on(pages):
    done = []

    def meanwhile(number):
        if not done:
            changed = StandardPage.objects.get(pk=pages[0].pk)
            changed.title = "Bérlet"
            published(changed)
            StandardPage.objects.get(pk=pages[1].pk).delete()
            page_about("Lakhatás új")
            run_waiting()
            assert sorted(titles("lakhatás")) == ["Lakhatás három", "Lakhatás új"]
            assert titles("bérlet") == ["Bérlet"]
        done.append(number)

    rebuild.CHUNK, before = 2, rebuild.CHUNK
    try:
        index_rebuild(progress=meanwhile, processes=1)
    finally:
        rebuild.CHUNK = before
    assert sorted(titles("lakhatás")) == ["Lakhatás három", "Lakhatás új"]
    assert titles("bérlet") == ["Bérlet"]
    assert not index_drift()
    assert not IndexRebuild.objects.exists()
    assert counted()["bérlet"] == 1


def test_one_that_was_broken_off_leaves_the_live_index_and_is_taken_away(pages):
    words = counted()

    def broken(_number):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        index_rebuild(progress=broken, processes=1)
    assert len(titles("lakhatás")) == 3
    assert counted() != words
    index_rebuild(progress=lambda _number: None, processes=1)
    assert counted() == words
    assert len(titles("lakhatás")) == 3


def test_a_newer_one_takes_its_place(pages):
    def another(_number):
        rebuild.begin()

    rebuild.CHUNK, before = 1, rebuild.CHUNK
    try:
        with pytest.raises(Overtaken):
            index_rebuild(progress=another, processes=1)
    finally:
        rebuild.CHUNK = before


def test_changes_are_logged_only_while_one_goes_on(pages):
    page_about("Lakhatás négy")
    run_waiting()
    assert not IndexChange.objects.exists()


def test_the_check_tells_drift_and_the_command_mends_it(pages):
    command("--check")
    first, second, third = SearchDocument.objects.filter(page__in=pages).order_by("page_id")
    engine().drop([first.pk])
    SearchDocument.objects.filter(pk=second.pk).update(digest="x")
    SearchDocument.objects.filter(pk=third.pk).delete()
    drift = index_drift()
    assert drift.lacking == [first.pk]
    assert drift.foreign == [third.pk]
    assert {scope.pk for scope in drift.scopes} == {second.page_id, third.page_id}
    with pytest.raises(CommandError, match="indexed again: 2"):
        command("--check")
    command()
    assert not index_drift()
    assert command("--check") == "The index is up to date.\n"
    index_mend(index_drift())


@pytest.mark.parametrize("options", [["--processes", "0"], ["--rebuild", "--check"]])
def test_wrong_options_are_refused(options):
    with pytest.raises(CommandError):
        command(*options)
