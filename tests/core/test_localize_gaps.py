"""What wagtail-localize lets through today: each is expected to fail until it is closed."""

import polib
import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from network.models import EventIndexPage
from tests.core.fact_steps import make_pair
from tests.factories.pages import fresh, make_event, make_topic
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db


def gap(reason):
    return pytest.mark.xfail(strict=True, reason=reason)


@pytest.fixture
def pair(locales, users, client):
    client.login(username="english", password=PASSWORD)
    return make_pair()


def source_of(pair):
    return TranslationSource.objects.get(object_id=pair.source.translation_key)


def translation_of(pair):
    return Translation.objects.get(source=source_of(pair))


def put_string(client, pair, text="Új szöveg"):
    segment = StringSegment.objects.filter(source=source_of(pair), context__path="title").get()
    url = reverse(
        "wagtail_localize:edit_string_translation", args=[translation_of(pair).pk, segment.pk]
    )
    return client.put(url, f"value={text}", content_type="application/x-www-form-urlencoded")


@gap("its update view asks for submit_translation alone")
def test_publishing_needs_a_page_permission(
    pair, users, client, django_capture_on_commit_callbacks
):
    users["english"].user_permissions.add(
        *Permission.objects.filter(codename__in=["submit_translation", "access_admin"])
    )
    users["english"].groups.clear()
    before = fresh(pair.english).live_revision_id
    client.login(username="english", password=PASSWORD)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            reverse("wagtail_localize:update_translations", args=[source_of(pair).pk]),
            {"publish_translations": "on"},
        )
    assert fresh(pair.english).live_revision_id == before


@gap("convert to alias asks for change alone, and puts Hungarian text in place of the live page")
def test_converting_a_live_page_to_an_alias_needs_the_right_to_publish(pair, client):
    client.post(reverse("wagtail_localize:convert_to_alias", args=[pair.english.pk]))
    assert fresh(pair.english).alias_of_id is None


@gap("stopping a translation asks for change alone")
def test_stopping_a_translation_needs_more_than_change(pair, client):
    client.post(reverse("wagtail_localize:stop_translation", args=[translation_of(pair).pk]))
    assert translation_of(pair).enabled


@gap("its editor does not ask for locks")
def test_a_locked_page_cannot_be_translated(pair, users, client):
    english = fresh(pair.english)
    english.locked, english.locked_by = True, users["administrator"]
    english.save(update_fields=["locked", "locked_by"])
    assert put_string(client, pair).status_code == 403


@gap("its editor does not ask for the lock of a workflow")
def test_a_page_in_review_cannot_be_translated(pair, users, client):
    english = fresh(pair.english)
    english.save_revision(user=users["editor"])
    pair.source.get_workflow().start(english, users["editor"])
    assert put_string(client, pair).status_code == 403


@gap("save_target(publish=False) writes the text into the live row")
def test_a_draft_of_a_translation_stays_a_draft(pair):
    StringTranslation.objects.filter(context__path="title").update(data="Not yet")
    translation_of(pair).save_target(publish=False)
    assert fresh(pair.english).title != "Not yet"


@gap("its API of snippets asks for no permission")
def test_its_snippets_api_needs_a_permission(pair, client):
    topic = make_topic()
    url = reverse("wagtail_localize:snippets_api_detail", args=["core", "topic", topic.pk])
    assert client.get(url).status_code in {302, 403, 404}


@gap("its report asks for no permission")
def test_its_report_shows_no_page_that_one_may_not_edit(pair, client):
    client.login(username="editor", password=PASSWORD)
    html = client.get(reverse("wagtail_localize:translations_report")).content.decode()
    assert pair.english.title not in html


@gap("the rows of its report are blank in the export")
def test_its_report_can_be_exported(pair, client):
    client.login(username="administrator", password=PASSWORD)
    answer = client.get(reverse("wagtail_localize:translations_report"), {"export": "csv"})
    assert pair.english.title in b"".join(answer).decode()


@gap("it makes live aliases with Hungarian text of the pages above")
def test_pages_above_a_new_translation_are_drafts(locales, users, client):
    event = make_event()
    client.login(username="administrator", password=PASSWORD)
    client.post(
        reverse("wagtail_localize:submit_page_translation", args=[event.pk]),
        {"locales": [locales["en"].pk]},
    )
    above = EventIndexPage.objects.get(locale=locales["en"])
    assert not above.live


def upload(client, pair, po):
    url = reverse("wagtail_localize:upload_pofile", args=[translation_of(pair).pk])
    file = SimpleUploadedFile("a.po", str(po).encode())
    return client.post(url, {"file": file, "next": "/admin/"})


@gap("a PO file without its identifier is an error of the server")
def test_a_po_file_without_its_identifier_is_refused(pair, client):
    client.raise_request_exception = False
    assert upload(client, pair, polib.POFile()).status_code < 500


@gap("a fuzzy entry of a PO file is taken for a finished translation")
def test_a_fuzzy_entry_is_no_translation(pair, client):
    po = translation_of(pair).export_po()
    entry = next(one for one in po if one.msgctxt == "title")
    entry.msgstr, entry.flags = "Maybe", ["fuzzy"]
    upload(client, pair, po)
    assert not StringTranslation.objects.filter(data="Maybe").exists()


def test_nobody_but_administrators_holds_submit_translation(locales, users):
    holders = [
        name for name, user in users.items() if user.has_perm("wagtail_localize.submit_translation")
    ]
    assert holders == ["administrator"]
