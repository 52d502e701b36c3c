"""Files at the desk: out, translated elsewhere, and back; who may, and what is refused."""

import zipfile
from io import BytesIO

import polib
import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cms.translations.models import Suggestion, TranslationState
from cms.translations.requests import translation_request
from cms.translations.reviewing import review_send
from cms.translations.segments.read import lines_of
from tests.factories.pages import make_event, texts_write
from tests.translations.people import translator_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def translation(locales):
    return translation_request(page=make_event(title="Ülés"), locale=locales["uk"])


@pytest.fixture
def translator(locales, client):
    user = translator_of(locales["uk"])
    client.force_login(user)
    return user


def out(client, translation):
    answer = client.get(reverse("desk:file_out", args=[translation.uuid, "po"]))
    assert answer.headers["Content-Type"].startswith("text/x-gettext")
    return polib.pofile(answer.content.decode())


def back(client, translation, content, name="a.po"):
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("desk:file_in", args=[translation.uuid]), {"file": file})


def texts(translation):
    lines = lines_of(translation.source_id, translation.target_locale_id)
    return {line.source: line.text for line in lines}


def said(answer):
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def test_a_page_goes_out_and_comes_back_translated(translation, translator, client):
    po = out(client, translation)
    for entry in po:
        entry.msgstr = f"{entry.msgid} (uk)"
    answer = back(client, translation, str(po).encode())
    assert answer.status_code == 200
    assert texts(translation)["Ülés"] == "Ülés (uk)"
    assert TranslationState.objects.get(translation=translation).missing == 0


def test_what_is_fuzzy_stands_at_the_desk_as_a_suggestion(translation, translator, client):
    po = out(client, translation)
    entry = next(one for one in po if one.msgid == "Ülés")
    entry.msgstr, entry.flags = "Може", ["fuzzy"]
    back(client, translation, str(po).encode())
    assert texts(translation)["Ülés"] == ""
    assert Suggestion.objects.get().text == "Може"
    html = client.get(reverse("desk:edit", args=[translation.uuid])).content.decode()
    assert 'data-insert="Може"' in html


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"", "a.po"), (b"x", "a.exe"), (b"<a/>", "a.xlf"), (b'msgid ""\nmsgstr ""\n', "a.po")],
)
def test_a_wrong_file_is_refused_with_a_sentence(translation, translator, client, content, name):
    answer = back(client, translation, content, name)
    html = answer.content.decode() if answer.status_code == 200 else said(answer)
    assert html
    assert set(texts(translation).values()) == {""}


def test_no_file_at_all_is_told(translation, translator, client):
    answer = client.post(reverse("desk:file_in", args=[translation.uuid]))
    assert said(answer)


def test_nothing_comes_in_while_a_page_is_in_review(translation, translator, client):
    po = out(client, translation)
    for entry in po:
        entry.msgstr = "Інше"
    texts_write(translation, lambda text: f"{text} (uk)")
    review_send(translation=translation, user=translator)
    back(client, translation, str(po).encode())
    assert texts(translation)["Ülés"] == "Ülés (uk)"
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        file.writestr("a.po", str(po))
    archive = SimpleUploadedFile("a.zip", content.getvalue())
    answer = client.post(reverse("desk:archive_in", args=["uk"]), {"file": archive})
    assert answer.status_code == 200
    assert texts(translation)["Ülés"] == "Ülés (uk)"


def test_a_language_goes_out_as_a_zip_and_comes_back(translation, translator, client):
    answer = client.get(reverse("desk:archive_out", args=["uk", "xlf"]))
    with zipfile.ZipFile(BytesIO(answer.content)) as file:
        assert any("ules" in name for name in file.namelist())
    archive = SimpleUploadedFile("a.zip", answer.content)
    back_in = client.post(reverse("desk:archive_in", args=["uk"]), {"file": archive})
    assert back_in.status_code == 200


@pytest.mark.parametrize("code", ["ar", "hu", "xx"])
def test_no_other_language_goes_out_or_comes_in(translation, translator, client, code):
    home = reverse("wagtailadmin_home")
    assert client.get(reverse("desk:archive_out", args=[code, "po"])).url == home
    assert client.post(reverse("desk:archive_in", args=[code])).url == home
