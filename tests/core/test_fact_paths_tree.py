"""The source moves in the tree, its rows change order, topics come and go: translations follow."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.actions.move_page import MovePageAction

from network.models import AgendaItem
from tests.core.fact_steps import make_pair
from tests.factories.pages import (
    EventIndexPageFactory,
    fresh,
    home_in,
    make_topic,
    published,
    translated,
)
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(locales):
    return make_pair()


def other_list():
    return published(EventIndexPageFactory(parent=home_in("hu"), slug="masik"))


def test_path_source_moved(event):
    other = other_list()
    other_english = translated(other)
    MovePageAction(fresh(event.source), other, pos="last-child").execute(
        skip_permission_checks=True
    )
    assert fresh(event.english).get_parent().pk == other_english.pk


def test_path_source_moved_in_the_admin(event, users, client):
    other = other_list()
    other_english = translated(other)
    client.login(username="administrator", password=PASSWORD)
    url = reverse("wagtailadmin_pages:move_confirm", args=[event.source.pk, other.pk])
    assert client.post(url).status_code == 302
    assert fresh(event.source).get_parent().pk == other.pk
    assert fresh(event.english).get_parent().pk == other_english.pk


def test_path_source_moved_where_no_translation_is(event):
    other = other_list()
    with pytest.raises(ValidationError, match="English"):
        MovePageAction(fresh(event.source), other, pos="last-child").execute(
            skip_permission_checks=True
        )
    assert fresh(event.source).get_parent().pk == event.source.get_parent().pk


def test_path_topics_and_rows_follow(event):
    topic = make_topic()
    source = fresh(event.source)
    source.topics = [topic]
    first, second = source.agenda.all()
    second.sort_order, first.sort_order = 0, 1
    source.agenda = [second, AgendaItem(title="Új pont", sort_order=2)]
    source.save_revision().publish()
    english = fresh(event.english)
    assert list(english.topics.all()) == [topic]
    rows = list(english.agenda.all())
    assert [row.title for row in rows] == ["Vita (en)", "Új pont"]
    assert rows[1].lang_of("title") == "hu"
    assert rows[0].lang_of("title") == "en"
