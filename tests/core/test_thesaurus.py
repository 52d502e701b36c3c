"""The thesaurus goes out as CSV and SKOS and comes in again; a wrong file changes nothing."""

import socket

import pytest
from django.utils.translation import override

from cms.core.models import Topic, TopicLabel
from cms.core.thesaurus import (
    ThesaurusError,
    from_csv,
    from_skos,
    rows_out,
    to_csv,
    to_skos,
    topics_import,
)
from tests.factories.pages import make_topic

pytestmark = pytest.mark.django_db
HEAD = "notation,status,broader,language,kind,text\n"


@pytest.fixture
def topics(locales):
    housing = make_topic()
    rent = make_topic("housing.rent", "Bérlet", "Rent")
    rent.broader = housing
    rent.save()
    TopicLabel.objects.create(topic=rent, locale=locales["hu"], kind="alternative", text="Albérlet")


@pytest.mark.parametrize(("write", "read"), [(to_csv, from_csv), (to_skos, from_skos)])
def test_round_trip(topics, write, read):
    before, text = rows_out(), write()
    TopicLabel.objects.all().delete()
    Topic.objects.filter(broader__isnull=False).delete()
    Topic.objects.all().delete()
    assert topics_import(rows=read(text), dry_run=True) == (2, 5)
    assert not Topic.objects.exists()
    assert topics_import(rows=read(text)) == (2, 5)
    assert rows_out() == before
    assert topics_import(rows=read(text)) == (0, 0)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a,b\n1,2\n", "lacks the columns"),
        (HEAD + "x,approved,,xx,preferred,X\n", "no language “xx”"),
        (HEAD + "x,approved,nowhere,hu,preferred,X\n", "no broader topic"),
        (HEAD + "x,approved,,hu,preferred,\n", "notation and text"),
        (HEAD + f"x,approved,,hu,preferred,{'X' * 121}\n", "Row 2.*120"),
        (HEAD + f"{'x' * 61},approved,,hu,preferred,X\n", "60"),
        (HEAD + "x,approved,y,hu,preferred,X\ny,approved,x,hu,preferred,Y\n", "above itself"),
        (HEAD + f"x,approved,,hu,preferred,{'X' * 140_000}\n", "not a readable CSV"),
    ],
)
def test_a_wrong_file_changes_nothing_and_says_why(locales, text, says):
    with override("en"), pytest.raises(ThesaurusError, match=says):
        topics_import(rows=from_csv(text))
    assert not Topic.objects.exists()


def test_what_is_no_turtle_is_refused(db):
    with override("en"), pytest.raises(ThesaurusError, match="no SKOS"):
        from_skos("<<<")


def test_skos_reads_its_text_alone(db, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    rows = from_skos(
        """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> .
        <http://example.org/scheme> owl:imports <http://example.org/other.ttl> .
        <http://example.org/x> a skos:Concept ; skos:prefLabel "X"@hu ;
            skos:exactMatch <http://example.org/y> ; skos:inScheme <http://example.org/scheme> ."""
    )
    assert [(row["notation"], row["text"]) for row in rows] == [("x", "X")]


@pytest.mark.parametrize("status", ["approved", "candidate", "deprecated"])
def test_skos_keeps_the_status_of_a_known_topic(locales, status):
    topic = make_topic()
    topic.status = status
    topic.save()
    text = to_skos()
    topics_import(rows=from_skos(text))
    topic.refresh_from_db()
    assert topic.status == status
