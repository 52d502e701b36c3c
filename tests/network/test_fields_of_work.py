"""Who works on what in a body: a table of its organisations by their topics."""

import re

import pytest

from cms.core.models import TopicLabel
from cms.core.models.topics import Topic
from tests.core.test_queries import queries
from tests.factories.members import make_body, make_membership, make_organisation
from tests.factories.pages import make_event, make_topic, published, translated

pytestmark = pytest.mark.django_db


def topic(locales, notation, name):
    made = Topic.objects.create(notation=notation)
    TopicLabel.objects.create(
        topic=made, locale=locales["hu"], kind=TopicLabel.Kind.PREFERRED, text=name
    )
    return made


def member(body, *topics, **values):
    page = make_organisation(**values)
    page.topics = list(topics)
    make_membership(body=body, organisation=published(page))
    return page


@pytest.fixture
def body(locales):
    return make_body(slug="kerekasztal")


@pytest.fixture
def busy(body, locales):
    law, school = topic(locales, "law", "Jog"), topic(locales, "school", "Iskola")
    member(body, law, school, title="Egyesület")
    member(body, law, title="Alapítvány")
    member(body, title="Kör")
    return body


def shown(client, page):
    return client.get(page.url_path)


def test_columns_are_topics_and_rows_their_organisations(busy, client):
    matrix = shown(client, busy).context["matrix"]
    assert [field.name for field in matrix.fields] == ["Iskola", "Jog"]
    assert [(link.title, works) for link, works in matrix.rows] == [
        ("Alapítvány", [False, True]),
        ("Egyesület", [True, True]),
    ]


def test_it_is_a_table_with_heads_whose_ticks_have_words(busy, client):
    html = shown(client, busy).content.decode()
    frame = re.search(r'<div class="who-frame".*?</table></div>', html, re.DOTALL)[0]
    assert 'role="region" aria-labelledby="who-works" tabindex="0"' in frame
    assert frame.count('<th scope="col"') == 3
    assert frame.count('<th scope="row"') == 2
    assert frame.count("ezen dolgozik") == 3


def test_another_language_falls_back_to_hungarian_names(busy, client):
    english = shown(client, translated(busy))
    assert [field.lang for field in english.context["matrix"].fields] == ["hu", "hu"]


def test_without_fields_there_is_no_table(body, client):
    member(body, title="Kör")
    assert "who-frame" not in shown(client, body).content.decode()


def test_those_who_left_and_deprecated_topics_are_not_in_it(body, client, locales):
    old = topic(locales, "old", "Régi")
    old.status = Topic.Status.DEPRECATED
    old.save()
    member(body, old, title="Kör")
    assert not shown(client, body).context["matrix"].fields


def test_a_made_logo_stands_beside_its_member_and_a_monogram_beside_others(body, client):
    make_membership(body=body, organisation=make_organisation(full=True))
    client.get("/hu/szervezetek/")
    html = shown(client, body).content.decode()
    assert 'class="logo-tile"><img' in html
    member(body, title="Minta Kör")
    assert ">MK</span>" in shown(client, body).content.decode()


def test_it_costs_the_same_for_more_members(busy, client, locales):
    few = queries(client, busy.url_path)
    for number in range(4):
        member(busy, make_topic(f"topic-{number}"), title=f"Tag {number}")
    assert queries(client, busy.url_path) == few <= 10


def test_past_meetings_stand_by_year_and_coming_ones_above(body, client):
    from datetime import UTC, datetime

    for year in (2012, 2013, 2099):
        at = datetime(year, 5, 6, 9, tzinfo=UTC)
        make_event(slug=f"ules-{year}", title=f"Ülés {year}", starts_at=at, roundtable=body)
    context = shown(client, body).context
    assert [event.title for event in context["coming"]] == ["Ülés 2099"]
    assert [year for year, _held in context["years"]] == [2013, 2012]
