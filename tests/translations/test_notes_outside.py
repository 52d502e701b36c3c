"""Comments and history by a link: of the one page, without names of accounts; and in the digest."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from cms.operations.models import OutgoingMail
from cms.translations.assigning import translation_assign
from cms.translations.mails.digest import digests_send
from cms.translations.models import SegmentComment
from cms.translations.notes.comments import comment_add
from cms.translations.outside.guest import guest_of
from cms.translations.outside.limits import NOTES
from cms.translations.outside.links import link_give
from cms.translations.requests import translation_request
from cms.translations.saving import segment_save
from tests.factories.pages import make_event
from tests.operations.mail.test_texts import parts
from tests.translations.people import translator_of
from tests.translations.test_notes import said, segment_of

pytestmark = pytest.mark.django_db
NAME = "Minta Fordító"


@pytest.fixture
def guest(translation, reviewer):
    link, key = link_give(translation=translation, name=NAME, days=3, user=reviewer)
    found = guest_of(link)
    found.link.key = key
    return found


@pytest.fixture
def inside(guest, client):
    client.get(reverse("outside:enter", args=[guest.link.key]))
    return client


def notes(translation):
    return reverse("outside:notes", args=[segment_of(translation)])


def settle(translation, comment):
    return reverse("outside:comment_resolve", args=[segment_of(translation), comment.pk])


def save(translation, user, text):
    pk = segment_of(translation)
    segment_save(translation=translation, segment_id=pk, text=text, user=user)


def test_a_guest_reads_and_writes_and_learns_no_account(
    inside, translation, translator, reviewer, users
):
    said(translation, translator, "Як назвати?")
    said(translation, reviewer, "Збори.")
    save(translation, translator, "Збори")
    page = inside.get(reverse("outside:page"))
    assert notes(translation) in page.content.decode()
    assert inside.post(notes(translation), {"text": "Дякую."}).url == notes(translation)
    made = SegmentComment.objects.get(text="Дякую.")
    assert (made.by, made.by_name) == (None, NAME)
    html = inside.get(notes(translation)).content.decode()
    assert '<html lang="uk" dir="ltr"' in html
    for text in ("Як назвати?", "Збори.", "Дякую.", NAME):
        assert text in html
    for user in (translator, reviewer):
        assert user.get_username() not in html
        assert user.email not in html


def test_other_guests_are_not_named_and_staff_see_who_it_was(inside, translation, reviewer, client):
    other, _key = link_give(translation=translation, name="Olha", days=3, user=reviewer)
    said(translation, guest_of(other), "Вітаю.")
    html = inside.get(notes(translation)).content.decode()
    assert "Вітаю." in html and "Olha" not in html
    client.force_login(reviewer)
    url = reverse("desk:notes", args=[translation.uuid, segment_of(translation)])
    assert "Olha" in client.get(url).content.decode()


def test_a_guest_settles_what_is_theirs_alone(inside, translation, translator, guest):
    mine, theirs = said(translation, guest), said(translation, translator)
    html = inside.get(notes(translation)).content.decode()
    assert settle(translation, mine) in html and settle(translation, theirs) not in html
    assert inside.post(settle(translation, mine)).url == notes(translation)
    assert inside.post(settle(translation, theirs)).status_code == 403
    mine.refresh_from_db()
    assert (mine.is_open, mine.resolved_by_name) == (False, NAME)
    theirs.refresh_from_db()
    assert theirs.is_open


def test_another_page_is_closed_to_a_guest(inside, guest, locales, translator):
    other = translation_request(page=make_event(title="Más", slug="mas"), locale=locales["uk"])
    pk = segment_of(other, "Más")
    comment = comment_add(translation=other, segment_id=pk, text="Тут.", user=translator)
    assert inside.get(reverse("outside:notes", args=[pk])).status_code == 410
    for name in ("comment_resolve", "comment_reopen"):
        url = reverse(f"outside:{name}", args=[pk, comment.pk])
        assert inside.post(url).status_code == 410
    with pytest.raises(PermissionDenied):
        comment_add(translation=other, segment_id=pk, text="x", user=guest)
    inside.cookies.clear()
    assert inside.get(reverse("outside:notes", args=[pk])).status_code == 410


def test_comments_by_a_link_have_a_limit_and_nothing_typed_is_lost(inside, translation):
    answers = [
        inside.post(f"{notes(translation)}?part", {"text": f"Слово {number}"})
        for number in range(NOTES + 1)
    ]
    assert {one.status_code for one in answers[:-1]} == {200}
    assert answers[-1].status_code == 429
    page = BeautifulSoup(answers[-1].content, "html.parser")
    assert page.textarea.get_text().strip() == f"Слово {NOTES}"
    assert page.select_one("[role=alert]").get_text().endswith(".")
    assert SegmentComment.objects.count() == NOTES


@pytest.mark.usefixtures("outbox")
def test_the_digest_tells_whoever_was_asked_of_comments_by_others(
    translation, translator, reviewer, locales
):
    translator_of(locales["uk"], "second")
    translation_assign(translation=translation, assignee=translator, due=None, user=reviewer)
    OutgoingMail.objects.all().delete()
    said(translation, translator, "Моє.")
    now = timezone.now() + timedelta(minutes=1)
    assert digests_send(now) == 0
    said(translation, reviewer, "Чуже.")
    said(translation, reviewer, "Ще одне.")
    assert digests_send(now + timedelta(days=2)) == 0
    assert digests_send(now) == 1
    _message, plain, html = parts(OutgoingMail.objects.get(recipient=translator.email))
    desk = reverse("desk:edit", args=[translation.uuid])
    for text in (plain, html):
        assert "2" in text and desk in text
    assert "Чуже" not in plain
    translator.groups.clear()
    assert digests_send(now) == 0
