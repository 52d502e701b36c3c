"""Faults of wagtail-localize 1.14.5 that cannot be had here: each says how it shows there."""

import json
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import LocaleSynchronization, StringTranslation

from cms.operations.waiting import run_waiting
from cms.translations.drafts import publish_made, revision_make
from cms.translations.models import Suggestion
from cms.translations.requests import translation_request
from cms.translations.reviewing import review_approve, review_send
from cms.translations.segments.read import lines_of
from cms.translations.standing import states_refresh
from tests.factories.pages import (
    StandardPageFactory,
    fresh,
    home_in,
    make_image,
    make_topic,
    published,
    texts_write,
    translated,
)  # fmt: skip
from tests.translations import fault_steps as steps
from tests.translations.fault_files import given_back, po_of
from tests.translations.fault_models import (
    assert_none_refers_to_many_records,
    assert_records_have_drafts,
)  # fmt: skip

pytestmark = pytest.mark.django_db


def test_fault_01_submit_translation_publishes_nothing(event, twin, translation, client, users):
    """Who holds submit_translation and no page permission posts `publish_translations=on` to its
    update view: the live page is republished; its submit view makes live pages in new languages."""
    user, before = steps.submitter(), steps.public(twin)
    client.force_login(user)
    steps.assert_closed(client, "update_translations", translation.source_id)
    steps.assert_closed(client, "submit_page_translation", event.pk)
    assert steps.is_refused(client.post(reverse("desk:request", args=[event.pk, "ar"])))
    for name in ("edit", "send", "approve", "reject"):
        assert steps.is_refused(client.post(reverse(f"desk:{name}", args=[translation.uuid])))
    with pytest.raises(PermissionDenied):
        review_send(translation=translation, user=user)
    assert steps.public(twin) == before
    assert steps.page_in(event, "ar") is None
    holders = [one for one in users.values() if one.has_perm("wagtail_localize.submit_translation")]
    assert holders == [users["administrator"]]


@pytest.mark.parametrize("is_stopped", [False, True])
def test_fault_02_no_live_translation_becomes_an_alias(event, twin, translation, admin, is_stopped):
    """Its *convert to alias* asks for change alone: the live text is Hungarian from then on."""
    before = steps.public(twin)
    steps.assert_closed(admin, "convert_to_alias", twin.pk)
    translation.enabled = not is_stopped
    translation.save()
    for names in (None, ["alias_of"], ["alias_of_id"]):
        page = fresh(twin)
        page.alias_of = event
        with pytest.raises(PermissionDenied):
            page.save(update_fields=names)
    assert steps.public(twin) == before


def test_fault_03_locks_are_kept(twin, translation, client, translator, reviewer):
    """A page that somebody else has locked is translated (201) and published (302) all the same."""
    task = steps.in_review(translation, twin, translator)
    Page.objects.filter(pk=twin.pk).update(locked=True, locked_by=translator)
    before = steps.public(twin)
    client.force_login(reviewer)
    url = steps.segment_url(translation, "Ülés")
    assert client.post(url, {"text": "Засідання"}).status_code == 409
    with pytest.raises(ValidationError):
        review_send(translation=translation, user=reviewer)
    with pytest.raises(ValidationError):
        review_approve(translation=translation, user=reviewer, revision_id=task.revision_id)
    assert steps.public(twin) == before
    assert steps.line_of(translation, "Ülés").text == "Ülés (2)"


def test_fault_04_a_draft_is_no_part_of_the_live_page(twin, translation, client):
    """`save_target(publish=False)` writes the live row of a page, so that visitors read the draft;
    of a snippet it unpublishes the live translation."""
    StringTranslation.objects.filter(data="Ülés (uk)").update(data="Ще ні")
    before = steps.public(twin)
    for publish in (False, True):
        with pytest.raises(PermissionDenied):
            translation.save_target(publish=publish)
    assert steps.public(twin) == before
    html = client.get(twin.url_path).content.decode()
    assert "Ülés (uk)" in html
    assert "Ще ні" not in html
    assert_records_have_drafts()


def test_fault_05_titles_of_snippets_need_a_permission(locales, client, translator):
    """Its API of snippets lists the titles of all, drafts too, for whoever enters the admin."""
    topic = make_topic(hu="Titkos téma")
    client.force_login(translator)
    assert client.get(reverse("desk:index")).status_code == 200
    for model in get_snippet_models():
        viewset = model.snippet_viewset
        for name in (viewset.get_url_name("list"), viewset.chooser_viewset.get_url_name("choose")):
            assert client.get(reverse(name)).status_code == 403
    client.force_login(steps.submitter())
    steps.assert_closed(client, "snippets_api_listing", "core", "topic")
    steps.assert_closed(client, "snippets_api_detail", "core", "topic", topic.pk)


def test_fault_06_a_po_file_without_its_header_is_refused(translation, translator):
    """A PO file without `X-WagtailLocalize-TranslationID` is an error 500 (KeyError)."""
    for content in (po_of(translation, header=""), po_of(translation, header=str(uuid4())), b""):
        report = given_back(translation, content, translator)
        assert report.refused
        assert not report.saved
    assert steps.line_of(translation, "Ülés").text == "Ülés (uk)"
    assert given_back(translation, po_of(translation, "Засідання"), translator).saved
    assert steps.line_of(translation, "Ülés").text == "Засідання"


def test_fault_07_a_picture_that_was_deleted_stops_no_publishing(locales, reviewer):
    """An override to a deleted picture is an error 500 at every publishing of the page, and so is
    the alternative text of a picture that the source shows no more."""
    page, image = steps.page_with_picture()
    translation = translation_request(page=page, locale=locales["uk"])
    texts_write(translation, lambda text: f"{text} (uk)")
    gone = make_image("Másik")
    steps.overridden(translation, f"body.{page.body[0].id}.image.image", gone.pk)
    gone.delete()
    publish_made(revision_make(translation=translation), user=reviewer)
    assert steps.page_in(page, "uk").body[0].value["image"].pk == image.pk
    type(image).objects.filter(pk=image.pk).delete()
    publish_made(revision_make(translation=translation), user=reviewer)
    assert steps.page_in(page, "uk").body[0].value["caption"] == "Aláírás (uk)"


def test_fault_08_a_body_that_is_no_form_is_refused(translation, client, translator):
    """JSON sent to its endpoint of overrides is an error 500."""
    client.raise_request_exception = False
    client.force_login(steps.submitter())
    steps.assert_closed(client, "edit_override", translation.pk, 1)
    client.force_login(translator)
    url = steps.segment_url(translation, "Ülés")
    for body in ("{}", json.dumps({"text": "Засідання"}), "[", ""):
        answer = client.post(url, body, content_type="application/json")
        assert answer.status_code == 400
        assert answer.json()["refusal"]
        assert client.put(url, body, content_type="application/json").status_code == 405
    assert steps.line_of(translation, "Ülés").text == "Ülés (uk)"


def test_fault_10_a_row_that_is_too_long_is_named(twin, translation, client, translator):
    """A text of a child row beyond its column is stored by SQLite without a word; PostgreSQL
    answers it with an error 500."""
    StringTranslation.objects.filter(data="Vita (uk)").update(data="д" * 300)
    before, latest = steps.public(twin), fresh(twin).latest_revision_id
    client.force_login(translator)
    answer = client.post(reverse("desk:send", args=[translation.uuid]), follow=True)
    assert answer.status_code == 200
    assert [one for one in map(str, answer.context["messages"]) if "300" in one]
    assert (steps.public(twin), fresh(twin).latest_revision_id) == (before, latest)
    assert fresh(twin).current_workflow_state is None


def test_fault_11_a_slug_is_no_text(event, twin, translation, reviewer):
    """A slug in other letters than Latin ones is taken at the desk and thrown away: the address
    comes from the title and changes with it."""
    assert [
        one for one in lines_of(translation.source_id, twin.locale_id) if one.path == "slug"
    ] == []
    texts_write(translation, lambda text: f"Засідання {text[:30]}")
    publish_made(revision_make(translation=translation), user=reviewer)
    assert (fresh(twin).slug, fresh(twin).url_path) == (event.slug, twin.url_path)
    source = fresh(event)
    source.slug = "засідання"
    with pytest.raises(ValidationError) as refused:
        source.save()
    assert "slug" in refused.value.message_dict


def test_fault_12_topics_are_named_in_the_readers_language(event, client):
    """Many-to-many relations to translatable records keep the Hungarian ones everywhere."""
    source = fresh(event)
    source.topics = [make_topic()]
    english = translated(published(source))
    html = client.get(english.url_path).content.decode()
    assert "Housing" in html
    assert "Lakhatás" not in html
    assert_none_refers_to_many_records()


def test_fault_13_a_fuzzy_text_waits_for_a_person(translation, translator):
    """An entry marked as fuzzy is taken for a finished translation."""
    report = given_back(translation, po_of(translation, "Можливо", fuzzy=True), translator)
    assert "Можливо" in [one.target for one in report.needs_review]
    assert not report.saved
    assert steps.line_of(translation, "Ülés").text == "Ülés (uk)"
    assert Suggestion.objects.filter(string__data="Ülés", text="Можливо").exists()


def test_fault_14_the_report_tells_what_was_not_taken(event, translation, translator):
    """What the page does not say, or says otherwise by now, is dropped: *successfully imported*."""
    old, strange = po_of(translation, "Засідання"), po_of(translation, "Чуже", source="Nincs ilyen")
    report = given_back(translation, strange, translator)
    assert "Ülés" in report.refused[0]
    source = fresh(event)
    source.title = "Rendkívüli ülés"
    source.save_revision().publish()
    run_waiting()
    report = given_back(translation, old, translator)
    assert [one.source for one in report.changed_meanwhile] == ["Ülés"]
    assert steps.line_of(translation, "Rendkívüli ülés").text == ""


def test_fault_15_every_row_of_the_list_is_filled(event, twin, translation, admin):
    """The rows of its report are blank in the export, and pages that nobody has asked for are in
    neither."""
    states_refresh(event.translation_key)
    steps.assert_closed(admin, "translations_report")
    for code, states in (("uk", {"current"}), ("ar", {"missing"})):
        answer = admin.get(reverse("desk:index"), {"language": code})
        rows = {row.page.pk: row for row in answer.context["page"]}
        assert {rows[event.pk].status} == states
        assert str(rows[event.pk].label) in answer.content.decode()
        assert "Ülés" in answer.content.decode()


def test_fault_16_asking_for_a_translation_shows_nobody_anything(event, admin, client):
    """Submitting makes a live page of Hungarian text; with the setting that makes drafts, those
    above it are still live aliases with Hungarian text."""
    assert admin.post(reverse("desk:request", args=[event.pk, "uk"])).status_code == 302
    asked = [steps.page_in(event, "uk"), steps.page_in(event.get_parent().specific, "uk")]
    for page in asked:
        steps.publish_anyhow(page, admin)
    for page in map(fresh, asked):
        assert (page.live, page.live_revision_id, page.alias_of_id) == (False, None, None)
    admin.logout()
    html = client.get(f"/uk/{event.get_parent().slug}/{event.slug}/").content.decode()
    assert "Magyar összefoglaló" not in html
    assert "Megnyitó" not in html


@pytest.mark.parametrize("is_saved", [False, True])
def test_fault_17_lists_in_the_old_form_are_translated(locales, reviewer, is_saved):
    """Items of a list block that were stored without ids are left out of the segments, without a
    word: they stay Hungarian."""
    page = published(StandardPageFactory(parent=home_in("hu"), title="Kérdések"))
    steps.stored_in_the_old_form(page, "Mikor?", "Kedden.")
    if is_saved:
        fresh(page).save()
        assert set(fresh(page).body.raw_data[0]["value"][0]) == {"type", "value", "id"}
    translation = translation_request(page=fresh(page), locale=locales["uk"])
    texts_write(translation, lambda text: f"{text} (uk)")
    before = lines_of(translation.source_id, locales["uk"].pk)
    assert {"Mikor?", "Kedden."} <= {line.source for line in before}
    publish_made(revision_make(translation=translation), user=reviewer)
    item = steps.page_in(page, "uk").body[0].value[0]
    assert (item["title"], str(item["text"])) == ("Mikor? (uk)", "<p>Kedden. (uk)</p>")
    fresh(page).save_revision().publish()
    run_waiting()
    assert lines_of(translation.source_id, locales["uk"].pk) == before


@pytest.mark.parametrize("home", ["none", "draft"])
def test_fault_18_a_language_without_a_home_page_shows_no_hungarian(event, client, home):
    """Its addresses serve the Hungarian tree with 200, under the name of the other language."""
    pages = Page.objects.filter(depth=2, locale__language_code="zh-hans")
    for page in pages:
        page.specific.unpublish() if home == "draft" else page.specific.delete()
    assert client.get(event.url_path).status_code == 200
    tail = f"{event.get_parent().slug}/{event.slug}/"
    for address in ("/zh-hans/", f"/zh-hans/{event.get_parent().slug}/", f"/zh-hans/{tail}"):
        html = client.get(address).content.decode()
        assert '<html lang="zh-hans"' in html
        for text in ("Magyar összefoglaló", "Megnyitó", "Vita"):
            assert text not in html


def test_fault_19_no_language_is_filled_with_aliases(event, locales):
    """`LocaleSynchronization` fills a language with live aliases of Hungarian text, which the
    search finds in that language."""
    count = Page.objects.count()
    with pytest.raises(PermissionDenied):
        LocaleSynchronization.objects.create(locale=locales["en"], sync_from=locales["hu"])
    with pytest.raises(PermissionDenied):
        event.copy_for_translation(locales["en"], copy_parents=True, alias=True)
    alias = CreatePageAliasAction(event, parent=home_in("en"), update_locale=locales["en"])
    with pytest.raises(PermissionDenied):
        alias.execute(skip_permission_checks=True)
    assert Page.objects.count() == count
