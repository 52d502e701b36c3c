"""The desk's screens: what a translator sees, saves and may not reach."""

import pytest
from django.urls import reverse

from cms.operations.waiting import run_waiting
from cms.translations.drafts import publish_made, revision_make
from cms.translations.managed import page_of
from cms.translations.requests import translation_request
from cms.translations.segments.read import digest, lines_of
from tests.factories.pages import fresh, make_event, texts_write
from tests.translations.people import reviewer_of, translator_of
from tests.translations.test_segments import page_of_paragraphs

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(locales):
    return make_event(title="Ülés")


@pytest.fixture
def translation(event, locales):
    return translation_request(page=event, locale=locales["uk"])


@pytest.fixture
def translator(locales, client):
    user = translator_of(locales["uk"])
    client.force_login(user)
    return user


def at(name, translation, *args):
    return reverse(f"desk:{name}", args=[translation.uuid, *args])


def is_refused(answer):
    """Wagtail sends who may not do something to the admin's home, with a sentence."""
    return answer.status_code == 302 and answer.url == reverse("wagtailadmin_home")


def line(translation, text):
    found = lines_of(translation.source_id, translation.target_locale_id)
    return next(one for one in found if one.source == text)


def test_the_list_names_the_pages_of_ones_language(translation, translator, client, event):
    html = client.get(reverse("desk:index")).content.decode()
    assert "Ülés" in html
    assert at("edit", translation) in html
    assert reverse("desk:request", args=[event.pk, "uk"]) not in html


def test_the_list_of_another_language_is_not_to_be_had(translation, translator, client):
    html = client.get(reverse("desk:index"), {"language": "ar"}).content.decode()
    assert 'lang="ar"' not in html


def test_a_translation_is_begun_from_the_list(event, translator, client):
    answer = client.post(reverse("desk:request", args=[event.pk, "uk"]))
    assert answer.status_code == 302
    assert "Megnyitó" in client.get(answer.url).content.decode()


@pytest.mark.parametrize("code", ["ar", "hu", "xx"])
def test_no_translation_is_begun_in_another_language(event, translator, client, code):
    assert is_refused(client.post(reverse("desk:request", args=[event.pk, code])))


def test_a_text_is_saved_as_the_writer_goes(translation, translator, client):
    title = line(translation, "Ülés")
    url = at("segment", translation, title.segment_id)
    answer = client.post(url, {"text": "Засідання", "base": ""})
    assert answer.json()["base"] == digest("Засідання")
    assert line(translation, "Ülés").text == "Засідання"


def test_what_somebody_else_wrote_is_shown_and_not_overwritten(translation, translator, client):
    url = at("segment", translation, line(translation, "Ülés").segment_id)
    client.post(url, {"text": "Засідання", "base": ""})
    answer = client.post(url, {"text": "Збори", "base": ""})
    assert answer.status_code == 409
    assert answer.json()["conflict"] == "Засідання"
    assert line(translation, "Ülés").text == "Засідання"
    again = client.post(url, {"text": "Збори", "base": answer.json()["base"]})
    assert again.status_code == 200
    assert line(translation, "Ülés").text == "Збори"


PARAGRAPH = "0. bekezdés <b>félkövér</b> szöveggel."


@pytest.fixture
def paragraph(locales):
    """A translation of a page with a text in bold."""
    return translation_request(page=page_of_paragraphs(1), locale=locales["uk"])


@pytest.mark.parametrize("text", ["<b>Абзац", "<script>x</script>", "a\x00b", "x" * 60_000])
def test_a_text_that_cannot_be_put_in_is_refused_with_a_sentence(
    paragraph, translator, client, text
):
    url = at("segment", paragraph, line(paragraph, PARAGRAPH).segment_id)
    answer = client.post(url, {"text": text, "base": ""})
    assert answer.status_code == 422
    assert answer.json()["refusal"].endswith(".")
    assert line(paragraph, PARAGRAPH).text == ""


def test_a_title_is_typed_as_plain_text(translation, translator, client):
    url = at("segment", translation, line(translation, "Ülés").segment_id)
    assert client.post(url, {"text": "Q & A <2>", "base": ""}).status_code == 200
    assert line(translation, "Ülés").text == "Q &amp; A &lt;2&gt;"
    html = client.get(at("edit", translation)).content.decode()
    assert ">Q &amp; A &lt;2&gt;</textarea>" in html


def test_the_form_saves_all_and_keeps_what_it_could_not(paragraph, translator, client):
    title, text = line(paragraph, "Oldal"), line(paragraph, PARAGRAPH)
    posted = {
        f"text-{title.segment_id}": "Сторінка", f"base-{title.segment_id}": "",
        f"text-{text.segment_id}": "<b>Абзац", f"base-{text.segment_id}": "",
    }  # fmt: skip
    answer = client.post(at("edit", paragraph), posted)
    assert line(paragraph, "Oldal").text == "Сторінка"
    assert line(paragraph, PARAGRAPH).text == ""
    assert "&lt;b&gt;Абзац" in answer.content.decode()


def test_an_earlier_translation_is_confirmed_by_its_own_button_alone(
    translation, event, translator, client
):
    texts_write(translation, lambda text: f"{text} (uk)")
    publish_made(revision_make(translation=translation))
    source = fresh(event)
    source.title = "Ülés."
    source.save_revision().publish()
    run_waiting()
    pk = line(translation, "Ülés.").segment_id
    posted = {f"text-{pk}": "Ülés (uk)", f"base-{pk}": ""}
    client.post(at("edit", translation), posted)
    assert line(translation, "Ülés.").text == ""
    client.post(at("edit", translation), {**posted, "only": str(pk)})
    assert line(translation, "Ülés.").text == "Ülés (uk)"


def test_the_change_of_the_source_is_marked_word_by_word(translation, event, translator, client):
    texts_write(translation, lambda text: f"{text} (uk)")
    publish_made(revision_make(translation=translation))
    source = fresh(event)
    source.title = "Rendkívüli ülés"
    source.save_revision().publish()
    run_waiting()
    html = client.get(at("edit", translation)).content.decode()
    assert "<del>Ülés</del>" in html
    assert "<ins>Rendkívüli ülés</ins>" in html
    assert "Ülés (uk)</textarea>" in html


def test_the_whole_way_by_its_buttons(translation, translator, client, locales):
    texts_write(translation, lambda text: f"{text} (uk)")
    client.post(at("send", translation))
    page = page_of(translation)
    revision = page.latest_revision_id
    assert is_refused(client.post(at("approve", translation), {"revision": revision}))
    client.force_login(reviewer_of(locales["uk"]))
    html = client.get(at("edit", translation)).content.decode()
    assert f'value="{revision}"' in html
    client.post(at("approve", translation), {"revision": "x"})
    assert not page_of(translation).live
    client.post(at("approve", translation), {"revision": revision})
    assert page_of(translation).live


def test_the_preview_shows_what_is_translated_now(translation, translator, client):
    title = line(translation, "Ülés")
    client.post(at("segment", translation, title.segment_id), {"text": "Засідання", "base": ""})
    answer = client.get(at("preview", translation))
    assert "Засідання" in answer.content.decode()
    assert not page_of(translation).live


@pytest.mark.parametrize("name", ["edit", "preview", "send", "approve", "reject"])
def test_nobody_of_another_language_gets_in(translation, locales, client, name):
    client.force_login(reviewer_of(locales["ar"]))
    method = client.get if name in {"edit", "preview"} else client.post
    assert is_refused(method(at(name, translation)))


@pytest.mark.parametrize(
    "name", ["wagtailadmin_explore_root", "wagtailadmin_pages:search", "wagtailimages:index"]
)
def test_the_rest_of_the_admin_is_closed_to_translators(translator, client, name):
    assert client.get(reverse(name)).status_code == 403


def test_the_address_of_wagtails_form_leads_a_translator_to_the_desk(
    translation, translator, client, event
):
    def answer(page):
        return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert answer(page_of(translation)).url == at("edit", translation)
    assert answer(event).status_code == 403


def test_the_admins_home_shows_a_translators_own_tasks_alone(translation, translator, client):
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert at("edit", translation) in html
    assert f'href="{reverse("wagtailadmin_explore_root")}"' not in html


def test_wagtails_form_of_a_translation_is_closed_to_everybody(translation, users, client):
    client.force_login(users["administrator"])
    url = reverse("wagtailadmin_pages:edit", args=[page_of(translation).pk])
    assert client.get(url).url == at("edit", translation)
    assert client.post(url, {"title": "x"}).url == at("edit", translation)


def test_a_title_that_is_too_long_is_kept_and_refused_when_it_is_sent(
    translation, translator, client
):
    texts_write(translation, lambda text: f"{text} (uk)")
    pk = line(translation, "Ülés").segment_id
    long = "Дуже довга назва " * 40
    answer = client.post(at("segment", translation, pk), {"text": long})
    assert answer.status_code == 200
    assert line(translation, "Ülés").text == long.strip()
    assert page_of(translation).draft_title == long[:255]
    sent = client.post(at("send", translation), follow=True).content.decode()
    assert "255" in sent
    assert page_of(translation).current_workflow_state is None
