"""Whatever changes content raises its generation in the same transaction; nothing else does."""

from threading import Thread

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from cms.core.databases.watch import changes_content
from cms.core.generation import Kept, content_generation
from cms.core.models import MenuItem, SiteIdentity, TopicLabel
from cms.operations.models import Worker
from tests.factories.pages import (
    EventIndexPageFactory,
    EventPageFactory,
    StandardPageFactory,
    fresh,
    home_in,
    make_topic,
    published,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def page(locales):
    return published(StandardPageFactory(parent=home_in("hu"), slug="lap"))


def restrict(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def menu(page):
    identity = SiteIdentity.objects.get_or_create(site=page.get_site())[0]
    MenuItem.objects.create(identity=identity, page=page, menu="main")


def topic(page):
    TopicLabel.objects.filter(topic=make_topic()).update(text="Más")


def by_hand(page):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE wagtailcore_page SET title = 'x' WHERE id = %s", [page.pk])


CHANGES = [
    lambda page: page.save_revision().publish(),
    lambda page: page.unpublish(),
    lambda page: page.move(home_in("hu"), pos="first-child"),
    lambda page: page.delete(),
    lambda page: type(page).objects.filter(pk=page.pk).update(summary="x"),
    lambda page: Page.objects.filter(pk=page.pk).update(title=F("title")),
    restrict,
    menu,
    topic,
    by_hand,
]


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_raises_it(page, change):
    before = content_generation()
    change(fresh(page))
    assert content_generation() > before


def test_what_is_rolled_back_leaves_it(page):
    before = content_generation()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        fresh(page).unpublish()
        1 / 0  # noqa: B018
    assert content_generation() == before


def test_sessions_and_signs_of_life_leave_it(locales):
    before = content_generation()
    SessionStore().save()
    now = timezone.now()
    worker = Worker.objects.create(host="h", pid=1, pid_started=1, label="1/1", beat_at=now)
    Worker.objects.filter(pk=worker.pk).update(beat=F("beat") + 1)
    assert content_generation() == before


def test_one_transaction_raises_it_once_and_only_when_it_is_over(page):
    before = content_generation()
    with transaction.atomic():
        by_hand(page)
        topic(page)
        assert content_generation() is None
        assert seen_by_another() == before
    assert content_generation() == before + 1


def seen_by_another():
    """The generation as another connection sees it; on SQLite in memory there is one alone."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT number FROM core_generation")
            return cursor.fetchone()[0]
    found = []

    def look():
        found.append(content_generation())
        connection.close()

    (thread := Thread(target=look)).start()
    thread.join()
    return found[0]


@pytest.mark.parametrize(
    ("sql", "changes"),
    [
        ('SELECT "a" FROM "b"', False),
        ('INSERT OR IGNORE INTO "core_topic" ("id") VALUES (1)', True),
        ('WITH "x" AS (SELECT 1) UPDATE "core_topic" SET "id" = 1', True),
        ('UPDATE "auth_user" SET "last_login" = 1', False),
        ("delete from core_topic", True),
        ("SAVEPOINT s1", False),
        ("DROP TABLE core_topic", True),
    ],
)
def test_statements(sql, changes):
    assert changes_content(sql) is changes


class TestKept:
    def test_a_value_is_made_once_in_a_generation(self, page):
        kept, made = Kept(most=2), []
        for _time in range(2):
            kept.get("a", lambda: made.append(1), content_generation())
        assert len(made) == 1
        by_hand(page)
        kept.get("a", lambda: made.append(1), content_generation())
        assert len(made) == 2

    def test_inside_a_transaction_nothing_is_kept(self, page):
        kept = Kept(most=2)
        assert kept.get("a", lambda: "old", content_generation()) == "old"
        with transaction.atomic():
            by_hand(page)
            assert kept.get("a", lambda: "new", content_generation()) == "new"
        assert kept.get("a", lambda: "newer", content_generation()) == "newer"

    def test_what_was_not_asked_for_longest_goes(self, locales):
        kept = Kept(most=2)
        for key in ("a", "b", "a", "c"):
            kept.get(key, lambda key=key: key, 1)
        assert [kept.get(key, lambda: "anew", 1) for key in ("a", "c", "b")] == ["a", "c", "anew"]


class TestLists:
    @pytest.fixture
    def index(self, locales):
        return published(EventIndexPageFactory(parent=home_in("hu"), slug="esemenyek"))

    def test_a_kept_list_is_not_asked_for_again(self, index, client, django_assert_max_num_queries):
        for number in range(3):
            published(EventPageFactory(parent=index, slug=f"e{number}"))
        first = client.get(index.url_path).content
        with django_assert_max_num_queries(6):
            second = client.get(index.url_path).content
        assert first == second

    def test_nothing_stale_is_shown(self, index, client):
        event = published(EventPageFactory(parent=index, slug="e", title="Első név"))
        assert "Első név" in client.get(index.url_path).content.decode()
        page = fresh(event)
        page.title = "Második név"
        page.save_revision().publish()
        html = client.get(index.url_path).content.decode()
        assert "Második név" in html
        assert "Első név" not in html
        page.unpublish()
        assert "Második név" not in client.get(index.url_path).content.decode()

    def test_filters_and_pages_are_kept_apart(self, index, client):
        for number in range(21):
            published(EventPageFactory(parent=index, slug=f"e{number}", title=f"Ülés {number}"))
        addresses = ["", "?page=2", "?when=past", "?when=coming"]
        shown = [client.get(index.url_path + address).content for address in addresses]
        assert len(set(shown)) == len(addresses)
        assert shown == [client.get(index.url_path + address).content for address in addresses]
