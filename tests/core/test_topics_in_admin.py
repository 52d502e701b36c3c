"""Topics leave and enter by the admin: looked at first, refused with a sentence, by role."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import gettext

from cms.core.models import Topic, TopicLabel
from cms.core.thesaurus import to_csv, to_skos
from tests.factories.pages import make_topic
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db
HEAD = "notation,status,broader,language,kind,text\n"
NEW = HEAD + "work,approved,,hu,preferred,Munka\nhousing,approved,,en,preferred,Homes\n"
URL = "/admin/topics/import/"


@pytest.fixture
def moderator(locales, users, client):
    make_topic()
    client.login(username="moderator", password=PASSWORD)
    return client


def send(client, text, name="a.csv"):
    content = text if isinstance(text, bytes) else text.encode()
    return client.post(URL, {"file": SimpleUploadedFile(name, content)})


def test_a_file_is_looked_at_before_it_is_taken(moderator):
    answer = send(moderator, NEW)
    preview = answer.context["preview"]
    assert (preview.topics, preview.labels) == (1, 1)
    assert [(c.text, c.before) for c in preview.changes] == [("Munka", ""), ("Homes", "Housing")]
    assert "Munka" in answer.content.decode()
    assert not Topic.objects.filter(notation="work").exists()
    form = answer.context["form"].cleaned_data
    taken = moderator.post(URL, {"text": form["text"], "kind": form["kind"]})
    assert taken.status_code == 302
    assert TopicLabel.objects.get(topic__notation="work").text == "Munka"
    assert TopicLabel.objects.get(topic__notation="housing", locale__language_code="en").text == (
        "Homes"
    )


@pytest.mark.parametrize(("kind", "write"), [("csv", to_csv), ("ttl", to_skos)])
def test_what_goes_out_comes_in_again(moderator, kind, write):
    answer = moderator.get(reverse("topics_export", args=[kind]))
    assert answer.headers["Content-Disposition"] == f'attachment; filename="topics.{kind}"'
    assert answer.content.decode("utf-8-sig") == write()
    preview = send(moderator, answer.content, f"topics.{kind}").context["preview"]
    assert (preview.topics, preview.labels, preview.changes) == (0, 0, [])


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        ("x" * (1024 * 1024 + 1), "a.csv", "The file is larger than 1 MB."),
        ("címke".encode("iso8859-2"), "a.csv", "The file is not in UTF-8: save it as CSV UTF-8."),
        (NEW, "a.xlsx", "Choose a file that ends in .csv or .ttl."),
        ("<<<", "a.ttl", "The file is no SKOS in Turtle."),
        (b"\x00\x00,\n", "a.csv", ""),
        (HEAD + "\x00,approved,,hu,preferred,X\n", "a.csv", ""),
    ],
)
def test_a_wrong_file_gets_one_sentence(moderator, content, name, says):
    before = Topic.objects.count()
    answer = send(moderator, content, name)
    assert answer.status_code == 200
    errors = answer.context["form"].non_field_errors()
    assert len(errors) == 1
    assert not says or errors[0] == gettext(says)
    assert Topic.objects.count() == before


def test_no_file_at_all_gets_a_sentence(moderator):
    answer = moderator.post(URL, {})
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert moderator.post(URL, {"text": "a\0", "kind": "xml"}).status_code == 200


def test_the_list_offers_both(moderator):
    html = moderator.get(reverse("wagtailsnippets_core_topic:list")).content.decode()
    for url in (
        URL,
        reverse("topics_export", args=["csv"]),
        reverse("topics_export", args=["ttl"]),
    ):
        assert f'href="{url}"' in html


def test_an_unknown_kind_is_not_there(moderator):
    url = reverse("topics_export", args=["xml"])
    assert moderator.get(url, follow=True).status_code == 404


@pytest.mark.parametrize(
    ("role", "opens"), [("editor", True), ("english", False), ("administrator", True)]
)
def test_by_role(locales, users, client, role, opens):
    client.login(username=role, password=PASSWORD)
    for url in (URL, reverse("topics_export", args=["csv"])):
        assert (client.get(url).status_code == 200) == opens
    if not opens:
        client.post(URL, {"text": NEW, "kind": "csv"})
        assert not Topic.objects.exists()
