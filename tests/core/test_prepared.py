"""A prepared query gives what the query set gives, whatever the values, and compiles once."""

import pytest
from django.db import connection
from django.db.models.sql.compiler import SQLCompiler
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from cms.core.models import PlaceText
from cms.core.prepared import Prepared, among
from tests.factories.pages import make_place, make_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def places(locales):
    return [make_place(f"Hely {number}") for number in range(5)]


def by_slug(slug):
    return Page.objects.filter(slug=slug)


def names(ids):
    return PlaceText.objects.filter(among("place_id", ids)).values_list("place_id", "name")


def test_it_gives_objects_as_the_query_set_does(locales):
    prepared = Prepared(by_slug)
    for slug in ("hu", "en", "nincs"):
        assert prepared(slug=slug) == list(by_slug(slug))


def test_a_list_may_have_any_length(places):
    prepared = Prepared(names)
    for number in range(len(places) + 1):
        ids = [place.pk for place in places[:number]]
        assert sorted(prepared(ids=ids)) == sorted(names(ids)), number


def test_a_list_of_nothing_asks_nothing(places):
    with CaptureQueriesContext(connection) as captured:
        assert Prepared(names)(ids=[]) == []
    assert not len(captured)


def test_it_compiles_once_for_each_length_to_a_power_of_two(places, monkeypatch):
    compiled = []
    as_sql = SQLCompiler.as_sql
    monkeypatch.setattr(
        SQLCompiler, "as_sql", lambda self, *a, **k: compiled.append(1) or as_sql(self, *a, **k)
    )
    prepared = Prepared(names)
    for number in (3, 4, 3, 4):
        prepared(ids=[place.pk for place in places[:number]])
    assert len(compiled) == 1


def test_values_of_a_page_are_read_from_the_page(places):
    topics = Prepared(lambda page: Page.objects.filter(translation_key=page.translation_key))
    make_topic()
    for page in Page.objects.filter(depth=2):
        assert [p.pk for p in topics(page=page)] == [page.pk for page in Page.objects.filter(
            translation_key=page.translation_key)]  # fmt: skip


def test_a_text_is_a_value_and_never_sql(locales):
    assert Prepared(by_slug)(slug="' OR 1=1 --") == []
    assert Prepared(by_slug)(slug="%s") == []


def test_what_is_fixed_has_a_form_of_its_own(locales):
    ordered = Prepared(lambda order, depth: Page.objects.filter(depth=depth).order_by(order))
    up, down = ordered("path", depth=2), ordered("-path", depth=2)
    assert [page.pk for page in up] == [page.pk for page in reversed(down)]
    assert len(up) > 1
