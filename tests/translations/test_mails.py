"""Mails of the review: who is told, in which language, and that Wagtail's own are not sent."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import Locale
from wagtail.users.models import UserProfile
from wagtail_localize.models import StringSegment

from cms.operations.models import OutgoingMail
from cms.translations.outside.guest import guest_of
from cms.translations.outside.links import link_by, link_give
from cms.translations.reviewing import review_approve, review_reject, review_send, review_task
from cms.translations.saving import segment_save
from tests.operations.mail.test_texts import parts, reads
from tests.translations.people import reviewer_of, translator_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("outbox")]


@pytest.fixture
def changed(translation, translator):
    """A text of the translation said anew."""
    segment = StringSegment.objects.get(
        source=translation.source, string__data="Magyar összefoglaló"
    )
    segment_save(
        translation=translation, segment_id=segment.pk, text="Новий підсумок", user=translator,
    )  # fmt: skip
    return translation


def told():
    return {one.recipient: one for one in OutgoingMail.objects.order_by("pk")}


def desk_of(translation):
    return reverse("desk:edit", args=[translation.uuid])


def in_review(twin):
    return review_task(type(twin).objects.get(pk=twin.pk)).revision_id


def test_all_reviewers_of_the_language_are_told_and_nobody_else(
    changed, translator, reviewer, users
):
    second = reviewer_of(Locale.objects.get(language_code="uk"), "second")
    reviewer_of(Locale.objects.get(language_code="ar"))
    translator_of(Locale.objects.get(language_code="uk"), "another")
    reads(second, "ar")
    review_send(translation=changed, user=translator)
    sent = told()
    assert set(sent) == {reviewer.email, second.email}
    message, plain, html = parts(sent[second.email])
    assert desk_of(changed) in plain and desk_of(changed) in html
    assert 'lang="ar" dir="rtl"' in html
    assert "Українська" in message["Subject"]
    assert "translator-uk" in plain


def test_who_wants_no_such_mail_gets_none(changed, translator, reviewer):
    profile = UserProfile.get_for_user(reviewer)
    profile.submitted_notifications = False
    profile.save()
    review_send(translation=changed, user=translator)
    assert not told()


def test_the_translator_hears_the_reason_and_the_reviewers_of_the_second_try(
    changed, twin, translator, reviewer
):
    review_send(translation=changed, user=translator)
    OutgoingMail.objects.all().delete()
    review_reject(
        translation=changed, user=reviewer, revision_id=in_review(twin), reason="A dátum más."
    )
    _message, plain, html = parts(told()[translator.email])
    assert "A dátum más." in plain and "A dátum más." in html
    assert desk_of(changed) in plain
    assert set(told()) == {translator.email}
    OutgoingMail.objects.all().delete()
    review_send(translation=changed, user=translator)
    assert set(told()) == {reviewer.email}


def test_the_translator_hears_that_it_is_on_the_site(changed, twin, translator, reviewer):
    review_send(translation=changed, user=translator)
    OutgoingMail.objects.all().delete()
    review_approve(translation=changed, user=reviewer, revision_id=in_review(twin))
    assert set(told()) == {translator.email}
    _message, plain, _html = parts(told()[translator.email])
    assert twin.full_url in plain


def test_a_guests_name_stands_in_the_mail(changed, reviewer, locales):
    _link, key = link_give(translation=changed, user=reviewer, name="Olha", days=3)
    review_send(translation=changed, user=guest_of(link_by(key)))
    _message, plain, _html = parts(told()[reviewer.email])
    assert "Olha" in plain


def test_nothing_leaves_past_the_outbox(changed, translator, reviewer):
    review_send(translation=changed, user=translator)
    assert not mail.outbox
