"""The thesaurus goes out as CSV and SKOS and comes in again; a wrong file changes nothing."""

import pytest

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
        (HEAD + "x,approved,,xx,preferred,X\n", "no language 'xx'"),
        (HEAD + "x,approved,nowhere,hu,preferred,X\n", "no broader topic"),
        (HEAD + "x,approved,,hu,preferred,\n", "notation and text"),
    ],
)
def test_a_wrong_file_changes_nothing_and_says_why(locales, text, says):
    with pytest.raises(ThesaurusError, match=says):
        topics_import(rows=from_csv(text))
    assert not Topic.objects.exists()


def test_what_is_no_turtle_is_refused(db):
    with pytest.raises(ThesaurusError, match="no SKOS"):
        from_skos("<<<")
