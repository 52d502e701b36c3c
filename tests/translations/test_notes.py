"""Comments beside a text: who reads, writes and settles them, at the desk and by a link."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.rich_text import RichText
from wagtail_localize.models import StringSegment

from cms.operations.waiting import run_waiting
from cms.translations.models import SegmentComment
from cms.translations.notes.clearing import KEPT_DAYS, notes_clear
from cms.translations.notes.comments import LONGEST, comment_add, comment_resolve
from cms.translations.operations import clear_records
from cms.translations.requests import translation_request
from cms.translations.reviewing import review_send
from tests.factories.pages import fresh, make_event, texts_write
from tests.operations.mail.test_texts import reads
from tests.translations.people import reviewer_of, translator_of
from tests.translations.test_segments import page_of_paragraphs

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)


def segment_of(translation, text="Ülés"):
    return StringSegment.objects.get(source=translation.source, string__data=text).pk


def notes(translation, text="Ülés"):
    return reverse("desk:notes", args=[translation.uuid, segment_of(translation, text)])


def said(translation, user, words="Так добре?", text="Ülés"):
    pk = segment_of(translation, text)
    return comment_add(translation=translation, segment_id=pk, text=words, user=user)


def settle(translation, comment, name="comment_resolve"):
    return reverse(f"desk:{name}", args=[translation.uuid, segment_of(translation), comment.pk])


def is_refused(answer):
    return answer.status_code == 302 and answer.url == reverse("wagtailadmin_home")


def cards(client, translation, **query):
    html = client.get(reverse("desk:edit", args=[translation.uuid]), query).content.decode()
    return BeautifulSoup(html, "html.parser").select("article.desk-segment")


def test_without_script_a_link_leads_to_a_page_with_a_form(translation, translator, client):
    client.force_login(translator)
    card = next(one for one in cards(client, translation) if "Megnyitó" not in one.get_text())
    assert card.select_one("details[data-notes] a[href*='/notes/']")
    page = BeautifulSoup(client.get(notes(translation)).content, "html.parser")
    form = page.select_one("form#notes")
    assert form.select_one("textarea[name=text]")
    assert form.select_one("button[formaction]")["formaction"] == notes(translation)
    answer = client.post(notes(translation), {"text": "  Так добре?  "})
    assert answer.url == notes(translation)
    made = SegmentComment.objects.get()
    assert (made.text, made.by, made.path) == ("Так добре?", translator, "title")
    html = client.get(answer.url).content.decode()
    assert "Так добре?" in html
    assert translator.get_username() in html


def test_the_desk_gets_the_piece_alone(translation, translator, client):
    client.force_login(translator)
    answer = client.post(f"{notes(translation)}?part", {"text": "Так добре?"})
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "Так добре?" in html
    assert "<html" not in html and "<form" not in html  # it stands within the form of the texts


@pytest.mark.parametrize("text", ["", "   ", "x" * (LONGEST + 1), "a\x00b"])
@pytest.mark.parametrize("part", ["", "?part"])
def test_what_is_no_comment_is_refused_with_a_sentence_and_kept(
    translation, translator, client, text, part
):
    client.force_login(translator)
    answer = client.post(notes(translation) + part, {"text": text})
    assert answer.status_code == 400
    page = BeautifulSoup(answer.content, "html.parser")
    assert page.select_one("[role=alert]").get_text().endswith(".")
    assert page.select_one("textarea").get_text().strip() == text.strip()
    assert not SegmentComment.objects.exists()


def test_a_text_that_is_gone_meanwhile_keeps_what_was_typed(translation, translator, client):
    client.force_login(translator)
    url = reverse("desk:notes", args=[translation.uuid, 999_999_999])
    assert client.get(url, follow=True).status_code == 404
    answer = client.post(url, {"text": "Так добре?"})
    assert answer.status_code == 400
    assert "Так добре?" in answer.content.decode()


@pytest.mark.parametrize("code", ["hu", "en", "ar"])
def test_a_comment_is_text_and_runs_its_own_way(locales, client, code):
    translation = translation_request(page=make_event(title="Ülés"), locale=locales["ar"])
    reader = reviewer_of(locales["ar"])
    reads(reader, code)
    said(translation, reader, "<script>x</script> مرحبا")
    client.force_login(reader)
    html = client.get(notes(translation)).content.decode()
    assert "<script>x" not in html
    assert "&lt;script&gt;x&lt;/script&gt; مرحبا" in html
    page = BeautifulSoup(html, "html.parser")
    assert page.select_one(".desk-comment div")["dir"] == "auto"
    assert page.html["dir"] == ("rtl" if code == "ar" else "ltr")


def test_open_comments_are_counted_and_found_by_a_tab(translation, translator, client):
    client.force_login(translator)
    assert len(cards(client, translation)) > 1
    assert not cards(client, translation, show="comments")
    comment = said(translation, translator)
    said(translation, translator, "Або ні?")
    [card] = cards(client, translation, show="comments")
    assert "2" in card.select_one("[data-notes] summary b").get_text()
    comment_resolve(comment=comment, user=translator)
    [card] = cards(client, translation, show="comments")
    assert "1" in card.select_one("[data-notes] summary b").get_text()


def test_whoever_wrote_it_and_reviewers_settle_it_and_open_it_again(
    translation, translator, reviewer, client, locales
):
    comment = said(translation, translator)
    client.force_login(translator_of(locales["uk"], "second"))
    assert settle(translation, comment) not in client.get(notes(translation)).content.decode()
    assert is_refused(client.post(settle(translation, comment)))
    for user in (translator, reviewer):
        client.force_login(user)
        assert settle(translation, comment) in client.get(notes(translation)).content.decode()
        assert client.post(settle(translation, comment)).url == notes(translation)
        comment.refresh_from_db()
        assert (comment.is_open, comment.resolved_by) == (False, user)
        client.post(settle(translation, comment, "comment_reopen"))
        comment.refresh_from_db()
        assert (comment.is_open, comment.resolved_by) == (True, None)
    assert client.get(settle(translation, comment)).status_code == 405


def test_settling_keeps_a_comment_that_is_half_typed(translation, translator, client):
    comment = said(translation, translator)
    client.force_login(translator)
    answer = client.post(settle(translation, comment), {"text": "Ще одне"})
    page = BeautifulSoup(answer.content, "html.parser")
    assert page.select_one("textarea[name=text]").get_text().strip() == "Ще одне"
    assert [one.is_open for one in SegmentComment.objects.all()] == [False]


@pytest.mark.parametrize("role", [translator_of, reviewer_of])
def test_another_languages_team_reads_and_writes_nothing(
    translation, translator, locales, client, role
):
    comment, stranger = said(translation, translator), role(locales["ar"])
    for user in (stranger, None):
        client.logout()
        if user:
            client.force_login(user)
        for answer in (
            client.get(notes(translation)),
            client.post(notes(translation), {"text": "x"}),
            client.post(settle(translation, comment)),
            client.post(settle(translation, comment, "comment_reopen")),
        ):
            assert answer.status_code == 302
            assert notes(translation) != answer.url
    assert SegmentComment.objects.get().is_open
    with pytest.raises(PermissionDenied):
        said(translation, stranger)
    with pytest.raises(PermissionDenied):
        comment_resolve(comment=comment, user=stranger)


def test_a_comment_of_another_translation_is_none_of_this_one(
    translation, translator, locales, client
):
    other = translation_request(page=make_event(title="Ülés", slug="mas"), locale=locales["uk"])
    comment = said(other, translator)
    client.force_login(translator)
    assert client.post(settle(translation, comment), follow=True).status_code == 404
    assert SegmentComment.objects.get().is_open


def test_a_page_in_review_is_talked_about(translation, translator, client):
    texts_write(translation, lambda text: f"{text} (uk)!")
    review_send(translation=translation, user=translator)
    client.force_login(translator)
    assert client.post(notes(translation), {"text": "Ще ні."}).url == notes(translation)
    assert "Ще ні." in client.get(notes(translation)).content.decode()


def test_a_comment_follows_its_text_through_a_change_of_the_hungarian(
    translation, event, translator, client
):
    said(translation, translator)
    source = fresh(event)
    source.title = "Rendkívüli ülés"
    source.save_revision().publish()
    run_waiting()
    client.force_login(translator)
    [card] = cards(client, translation, show="comments")
    assert "Rendkívüli" in card.get_text()
    page = BeautifulSoup(client.get(notes(translation, "Rendkívüli ülés")).content, "html.parser")
    assert "Ülés" in page.select_one(".desk-comment [lang=hu]").get_text()


def test_in_a_long_text_it_follows_its_own_paragraph(locales, client):
    user = translator_of(locales["uk"])
    page = page_of_paragraphs(1)
    page.body[0].value = RichText("<p>Kávé és tea reggel.</p><p>Szoba kiadó a házban.</p>")
    page.save_revision().publish()
    translation = translation_request(page=fresh(page), locale=locales["uk"])
    said(translation, user, text="Szoba kiadó a házban.")
    page = fresh(page)
    page.body[0].value = RichText("<p>Kávé és tea reggel.</p><p>Szép szoba kiadó a házban.</p>")
    page.save_revision().publish()
    run_waiting()
    client.force_login(user)
    [card] = cards(client, translation, show="comments")
    assert "Szép szoba" in card.get_text()


def test_settled_comments_and_those_of_lost_texts_go_after_a_year(
    translation, translator, reviewer
):
    with time_machine.travel(NOW, tick=False):
        kept, settled = said(translation, translator), said(translation, translator)
        comment_resolve(comment=settled, user=reviewer)
        lost = said(translation, translator)
        lost.path, lost.string = "lost", None
        lost.save()
    with time_machine.travel(NOW + timedelta(days=KEPT_DAYS - 1), tick=False):
        assert notes_clear() == 0
    with time_machine.travel(NOW + timedelta(days=KEPT_DAYS + 1), tick=False):
        assert clear_records.func() == 2
    assert list(SegmentComment.objects.all()) == [kept]


def test_a_deleted_account_leaves_its_comments_without_a_name(
    translation, translator, reviewer, client
):
    said(translation, translator)
    name = translator.get_username()
    translator.delete()
    client.force_login(reviewer)
    html = client.get(notes(translation)).content.decode()
    assert "Так добре?" in html
    assert name not in html
