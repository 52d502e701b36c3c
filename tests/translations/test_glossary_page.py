"""The glossary for readers: in their language and its order, with the Hungarian beside."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.translations.glossary.public import public_terms
from cms.translations.models import Term, TermTranslation

pytestmark = pytest.mark.django_db


@pytest.fixture
def make(locales):
    def render(term, text, status, definition=""):
        TermTranslation.objects.create(
            term=term, locale=locales["en"], text=text, status=status, definition=definition
        )

    def make_term(text, english="", *others, definition="", **values):
        term = Term.objects.create(text=text, **values)
        if english:
            render(term, english, "preferred", definition)
        for other, status in others:
            render(term, other, status)
        return term

    return make_term


def entries(client, code):
    answer = client.get(f"/{code}/glossary/")
    assert answer.status_code == 200
    html = BeautifulSoup(answer.content, "html.parser")
    return html.select("main dl > div")


def test_each_language_in_its_own_order(make, client, locales):
    make("csatorna", "Sewer")
    make("cukor", "Sugar")
    make("ábra", "Zebra")
    assert [one.text for one in public_terms(locales["hu"])] == ["ábra", "cukor", "csatorna"]
    assert [one.text for one in public_terms(locales["en"])] == ["Sewer", "Sugar", "Zebra"]
    assert [entry.dfn.text for entry in entries(client, "hu")] == ["ábra", "cukor", "csatorna"]


def test_the_hungarian_stands_beside_with_its_own_language(make, client):
    make("ajánlás", "recommendation", ("advice", "admitted"), ("counsel", "deprecated"),
         definition="What the body asks for.")  # fmt: skip
    [entry] = entries(client, "en")
    assert entry.dfn.text == "recommendation"
    assert entry.select_one('dd [lang="hu"][dir="ltr"]').text == "ajánlás"
    assert "advice" in entry.text
    assert "counsel" not in entry.text
    assert "What the body asks for." in entry.text
    assert not entry.select('dd[lang="hu"]')


def test_a_definition_in_hungarian_alone_says_so(make, client):
    make("ajánlás", "recommendation", definition="").save()
    Term.objects.update(definition="Javaslat <b>")
    [entry] = entries(client, "en")
    assert entry.select_one('dd[lang="hu"][dir="ltr"]').text == "Javaslat <b>"
    [entry] = entries(client, "hu")
    assert not entry.select_one("bdi")


def test_only_public_terms_with_a_preferred_translation(make, client):
    make("titkos", "secret", is_public=False)
    make("tilos", "forbidden", is_forbidden=True)
    make("fordítatlan")
    make("csak", "", ("only", "admitted"))
    assert entries(client, "en") == []
    assert [entry.dfn.text for entry in entries(client, "hu")] == ["csak", "fordítatlan"]


def test_a_change_is_seen_at_once(make, client):
    assert entries(client, "en") == []
    term = make("ajánlás", "recommendation")
    assert len(entries(client, "en")) == 1
    term.delete()
    assert entries(client, "en") == []


@pytest.mark.parametrize("number", [1, 30])
def test_the_same_queries_for_any_number(make, locales, number):
    for n in range(number):
        make(f"szó {n}", f"word {n}", (f"other {n}", "admitted"))
    with CaptureQueriesContext(connection) as asked:
        assert len(public_terms(locales["en"])) == number
    assert len(asked) == 2


def test_the_footer_leads_there_and_only_reading_is_answered(client, locales):
    assert 'href="/ar/glossary/"' in client.get("/ar/").content.decode()
    assert client.post("/en/glossary/").status_code == 405
    assert client.head("/en/glossary/").status_code == 200
