"""The glossary leaves and enters as CSV: every fault a sentence, and all of it or nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from cms.translations.glossary.exchange import glossary_import
from cms.translations.glossary.rows import COLUMNS, GlossaryError, from_csv, to_csv
from cms.translations.models import Term, TermTranslation
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db
HEAD = ",".join(COLUMNS) + "\n"
NEW = HEAD + (
    'ajánlás,jog,"Javaslat, szöveg.",no,yes,uk,рекомендація,preferred,Порада.\n'
    "ajánlás,jog,,,,uk,порада,admitted,\n"
    "ajánlás,jog,,,,ar,توصية,,\n"
    "piros,,,yes,no,,,,\n"
)
URL = "/admin/glossary/import/"


def take(text):
    return glossary_import(rows=from_csv(text))


def test_a_file_makes_terms_and_translations(locales):
    assert take(NEW) == (2, 3)
    term = Term.objects.get(text="ajánlás")
    assert (term.domain, term.definition, term.is_forbidden, term.is_public) == (
        "jog", "Javaslat, szöveg.", False, True,
    )  # fmt: skip
    rows = term.translations.values_list("locale__language_code", "text", "status", "definition")
    assert set(rows) == {
        ("uk", "рекомендація", "preferred", "Порада."), ("uk", "порада", "admitted", ""),
        ("ar", "توصية", "preferred", ""),
    }  # fmt: skip
    assert Term.objects.get(text="piros").is_forbidden


def test_what_goes_out_comes_in_again_the_same(locales):
    take(NEW)
    out = to_csv()
    assert take(out) == (0, 0)
    assert to_csv() == out
    Term.objects.all().delete()
    assert take(out) == (2, 3)
    assert to_csv() == out


def test_a_known_term_is_changed_and_an_empty_cell_changes_nothing(locales):
    take(NEW)
    assert take(HEAD + "ajánlás,jog,Új.,,no,uk,порада,deprecated,\n") == (0, 0)
    term = Term.objects.get(text="ajánlás")
    assert (term.definition, term.is_public) == ("Új.", False)
    assert term.translations.get(text="порада").status == "deprecated"
    assert term.translations.get(text="рекомендація").definition == "Порада."


def test_a_new_preferred_term_makes_the_old_one_admitted(locales):
    take(NEW)
    assert take(HEAD + "ajánlás,jog,,,,uk,порада,preferred,\n") == (0, 0)
    assert take(HEAD + "ajánlás,jog,,,,uk,припис,preferred,\n") == (0, 1)
    uk = TermTranslation.objects.filter(locale=locales["uk"]).values_list("text", "status")
    assert dict(uk) == {"рекомендація": "admitted", "порада": "admitted", "припис": "preferred"}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (",,,,,uk,порада,,", "Row 3 (–): the term is needed."),
        ("ülés,,,,,uk,,,", "Row 3 (ülés): language and text are needed, or neither of them."),
        ("ülés,,,,,hu,ülés,,", "Row 3 (ülés): the site translates into no language “hu”."),
        ("ülés,,,,,xx,a,,", "Row 3 (ülés): the site translates into no language “xx”."),
        (
            "ülés,,,,,uk,a,best,",
            "Row 3 (ülés): the status is none of: preferred, admitted, deprecated.",
        ),
        ("ülés,,,maybe,,,,,", "Row 3 (ülés): forbidden is neither yes nor no."),
        (
            "ülés,,,,,uk," + "я" * 121 + ",admitted,",
            "Row 3 (ülés): text is longer than 120 characters.",
        ),
        ("ülés,,Más.,,,,,,", "Row 3 (ülés): row 2 says otherwise."),
        ("ülés,,,,,uk,збори,,", "Row 3 (ülés): row 2 says otherwise."),
        ("ülés,,,,,uk,засідання,admitted,", "Row 3 (ülés): row 2 says otherwise."),
        ("\0,,,,,,,,", "Row 3 (\0): it holds a character that no text has."),
    ],
)
def test_every_fault_is_a_sentence_and_nothing_is_written(locales, line, says):
    text = HEAD + "ülés,,Egy.,,,uk,засідання,preferred,\n" + line + "\n"
    with translation.override("en"), pytest.raises(GlossaryError) as refused:
        take(text)
    assert refused.value.problems == [says]
    assert not Term.objects.exists()


def test_all_faults_are_told_at_once(locales):
    with pytest.raises(GlossaryError) as refused:
        take(HEAD + ",,,,,,,,\nülés,,,x,y,,,,\n")
    assert len(refused.value.problems) == 3
    with pytest.raises(GlossaryError) as refused:
        take("term,domain\nülés,\n")
    assert "definition, forbidden" in str(refused.value)


@pytest.fixture
def editor(locales, users, client):
    client.login(username="editor", password=PASSWORD)
    return client


def send(client, text, name="a.csv"):
    content = text if isinstance(text, bytes) else text.encode()
    return client.post(URL, {"file": SimpleUploadedFile(name, content)})


def test_a_file_is_looked_at_before_it_is_taken(editor):
    answer = send(editor, NEW)
    assert answer.context["numbers"] == {"terms": 2, "translations": 3}
    assert not Term.objects.exists()
    text = answer.context["form"].cleaned_data["text"]
    assert editor.post(URL, {"text": text}).status_code == 302
    assert Term.objects.count() == 2
    answer = editor.get(reverse("glossary_export"))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="glossary.csv"'
    assert answer.content.decode("utf-8-sig") == to_csv()
    assert send(editor, answer.content).context["numbers"] == {"terms": 0, "translations": 0}


@pytest.mark.parametrize(
    ("content", "name", "number"),
    [
        ("x" * (1024 * 1024 + 1), "a.csv", 1),
        ("címke".encode("iso8859-2"), "a.csv", 1),
        (NEW, "a.xlsx", 1),
        (b"\x00\x00,\n", "a.csv", 1),
        ("term", "a.csv", 1),
        (HEAD + ",,,,,,,,\n" * 50, "a.csv", 21),
    ],
)
def test_a_wrong_file_gets_its_sentences(editor, content, name, number):
    answer = send(editor, content, name)
    assert answer.status_code == 200
    assert len(answer.context["form"].non_field_errors()) == number
    assert not Term.objects.exists()
    assert editor.post(URL, {}).context["form"].errors
    assert editor.post(URL, {"text": "a\0"}).status_code == 200


def test_the_glossary_stands_among_the_records_of_who_may_keep_it(editor):
    listed = editor.get(reverse("wagtailsnippets_translations_term:list")).content.decode()
    assert f'href="{URL}"' in listed
    assert f'href="{reverse("glossary_export")}"' in listed
    home = editor.get("/admin/").content.decode()
    assert reverse("wagtailsnippets_translations_term:list") in home


def test_a_term_is_made_and_found_by_its_translation(editor, locales):
    form = {
        "text": "ajánlás", "domain": "", "definition": "", "is_public": "on",
        "translations-TOTAL_FORMS": "1", "translations-INITIAL_FORMS": "0",
        "translations-MIN_NUM_FORMS": "0", "translations-MAX_NUM_FORMS": "1000",
        "translations-0-locale": locales["uk"].pk, "translations-0-text": "рекомендація",
        "translations-0-status": "preferred", "translations-0-definition": "",
        "translations-0-id": "", "translations-0-DELETE": "",
    }  # fmt: skip
    assert editor.post(reverse("wagtailsnippets_translations_term:add"), form).status_code == 302
    url = reverse("wagtailsnippets_translations_term:list")
    assert "ajánlás" in editor.get(url, {"q": "рекомендація"}).content.decode()


@pytest.mark.parametrize("role", ["english", None])
def test_nobody_else_may(locales, users, client, role):
    if role:
        client.login(username=role, password=PASSWORD)
    for url in (URL, reverse("glossary_export")):
        assert client.get(url).status_code == 302
    client.post(URL, {"text": NEW})
    assert not Term.objects.exists()
