"""Translations stand among their siblings in the order of their sources."""

import pytest
from django.urls import reverse
from wagtail.actions.create_alias import CreatePageAliasAction

from cms.core.facts.follow import longest_rising
from tests.factories.pages import (
    StandardPageFactory,
    fresh,
    home_in,
    published,
    translated,
)
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(locales):
    """Four pages below a parent; all but `c` are translated, `d` before the others."""
    parent = published(StandardPageFactory(parent=home_in("hu"), slug="felettes"))
    made = {
        slug: published(StandardPageFactory(parent=parent, slug=slug, title=slug))
        for slug in "abcd"
    }
    for slug in "dab":
        translated(made[slug])
    return made


def order(pages, code):
    parent = pages["a"].get_parent()
    twin = type(parent).objects.get(
        translation_key=parent.translation_key, locale__language_code=code
    )
    return "".join(child.slug for child in twin.get_children())


def test_a_move_before_a_sibling_orders_the_translations(pages):
    assert (order(pages, "hu"), order(pages, "en")) == ("abcd", "dab")
    fresh(pages["b"]).move(fresh(pages["a"]), pos="left")
    assert (order(pages, "hu"), order(pages, "en")) == ("bacd", "bad")


@pytest.mark.parametrize(
    ("move", "becomes"),
    [
        ("d left a", ("dabc", "dab")),
        ("a right d", ("bcda", "bda")),
        ("c left a", ("cabd", "abd")),
        ("a right b", ("bacd", "bad")),
    ],
)
def test_any_move(pages, move, becomes):
    slug, pos, target = move.split()
    fresh(pages[slug]).move(fresh(pages[target]), pos=pos)
    assert (order(pages, "hu"), order(pages, "en")) == becomes


def test_the_list_in_the_admin_orders_them(pages, users, client):
    client.login(username="administrator", password=PASSWORD)
    url = reverse("wagtailadmin_pages:set_page_position", args=[pages["a"].pk])
    assert client.post(f"{url}?position=3").status_code == 200
    assert (order(pages, "hu"), order(pages, "en")) == ("bcda", "bda")


def test_pages_of_one_language_alone_are_let_be(pages, locales):
    twin = pages["a"].get_translation(locales["en"])
    alone = StandardPageFactory(parent=twin.get_parent(), slug="x", locale=locales["en"])
    CreatePageAliasAction(fresh(twin), update_slug="y", parent=twin.get_parent()).execute(
        skip_permission_checks=True
    )
    fresh(pages["b"]).move(fresh(pages["a"]), pos="left")
    assert [slug for slug in order(pages, "en") if slug in "abd"] == list("bad")
    assert set(order(pages, "en")) == set("abdxy")
    assert fresh(alone).get_parent().pk == twin.get_parent().pk


def test_a_failure_leaves_both_trees_as_they_were(pages, monkeypatch):
    from cms.core.facts import follow

    def fail(_twins):
        raise RuntimeError("in between")

    monkeypatch.setattr(follow, "_sort", fail)
    with pytest.raises(RuntimeError):
        fresh(pages["b"]).move(fresh(pages["a"]), pos="left")
    assert (order(pages, "hu"), order(pages, "en")) == ("abcd", "dab")


def test_the_addresses_of_what_was_moved_are_right(pages, locales):
    fresh(pages["d"]).move(fresh(pages["a"]), pos="left")
    twin = fresh(pages["d"]).get_translation(locales["en"])
    assert twin.url_path == f"{twin.get_parent().url_path}d/"


@pytest.mark.parametrize(
    ("numbers", "length"), [([], 0), ([3, 1, 2], 2), ([1, 2, 3], 3), ([5, 1, 4, 2, 3], 3)]
)
def test_longest_rising(numbers, length):
    found = [numbers[index] for index in longest_rising(numbers)]
    assert found == sorted(found)
    assert len(found) == length
