"""A translator outside: one page in one language by a secret link, and nothing else."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail_localize.models import StringTranslation

from cms.translations.managed import page_of
from cms.translations.models import OutsideLink, TranslationRevision
from cms.translations.outside.guest import guest_of
from cms.translations.outside.limits import WRONG_KEYS
from cms.translations.outside.links import digest_of, link_give, link_revoke
from cms.translations.requests import translation_request
from cms.translations.reviewing import review_approve, review_task
from cms.translations.saving import segment_save
from cms.translations.segments.read import lines_of
from tests.factories.pages import make_event, texts_write
from tests.translations.people import reviewer_of, translator_of

pytestmark = pytest.mark.django_db
NAME = "Minta Fordító"


@pytest.fixture
def translation(locales):
    return translation_request(page=make_event(title="Ülés"), locale=locales["uk"])


@pytest.fixture
def reviewer(locales):
    return reviewer_of(locales["uk"])


@pytest.fixture
def given(translation, reviewer):
    """The link and its key."""
    return link_give(translation=translation, name=NAME, days=14, user=reviewer)


@pytest.fixture
def inside(given, client):
    """A browser that has opened the link."""
    answer = client.get(reverse("outside:enter", args=[given[1]]))
    assert answer.url == reverse("outside:page")
    return client


def line(translation, text="Ülés"):
    found = lines_of(translation.source_id, translation.target_locale_id)
    return next(one for one in found if one.source == text)


def test_the_key_is_kept_nowhere(given):
    link, key = given
    assert key not in str(OutsideLink.objects.values().get())
    assert link.digest == digest_of(key)


def test_the_key_leaves_the_address_and_nothing_is_kept_by_caches(given, client):
    answer = client.get(reverse("outside:enter", args=[given[1]]))
    cookie = answer.cookies["translate_link"]
    assert given[1] not in cookie.value
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")
    assert cookie["path"] == reverse("outside:page")
    page = client.get(answer.url)
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert page.headers["X-Robots-Tag"] == "noindex"


def test_a_guest_translates_and_sends_and_a_reviewer_sees_who(inside, translation, reviewer):
    html = inside.get(reverse("outside:page")).content.decode()
    assert '<html lang="uk"' in html
    assert NAME in html
    url = reverse("outside:segment", args=[line(translation).segment_id])
    assert inside.post(url, {"text": "Засідання", "base": ""}).status_code == 200
    assert StringTranslation.objects.get(data="Засідання").last_translated_by is None
    texts_write(translation, lambda text: f"{text} (uk)")
    assert inside.post(reverse("outside:send")).url.endswith("?sent=1")
    made = TranslationRevision.objects.get(revision_id=page_of(translation).latest_revision_id)
    assert (made.by_name, made.revision.user) == (NAME, None)
    task = review_task(page_of(translation))
    review_approve(translation=translation, user=reviewer, revision_id=task.revision_id)
    assert page_of(translation).live


def test_what_is_missing_is_not_sent_and_said(inside):
    answer = inside.post(reverse("outside:send"))
    assert answer.status_code == 409


def test_the_preview_is_the_page_alone(inside, translation):
    assert inside.get(reverse("outside:preview")).status_code == 200


@pytest.mark.parametrize("how", ["expired", "revoked", "giver", "other"])
def test_a_link_that_is_dead_is_410(inside, given, reviewer, how):
    link, key = given
    if how == "expired":
        link.expires_at = timezone.now() - timedelta(seconds=1)
        link.save()
    elif how == "revoked":
        link_revoke(link=link, user=reviewer)
    elif how == "giver":
        reviewer.groups.clear()
    else:
        key, _gone = "wrong", inside.cookies.clear()
    for url in (reverse("outside:page"), reverse("outside:enter", args=[key])):
        answer = inside.get(url)
        assert answer.status_code == 410
        assert key not in answer.content.decode()
    assert inside.post(reverse("outside:send")).status_code == 410


def test_keys_are_not_guessed(client):
    codes = {
        client.get(reverse("outside:enter", args=[f"k{n}"])).status_code
        for n in range(WRONG_KEYS + 2)
    }
    assert codes == {410, 429}


def test_a_guest_has_this_one_page_alone(inside, given, locales, client):
    other = translation_request(page=make_event(title="Más"), locale=locales["uk"])
    foreign = line(other, "Más").segment_id
    answer = inside.post(reverse("outside:segment", args=[foreign]), {"text": "x"})
    assert answer.status_code == 409
    guest = guest_of(given[0])
    with pytest.raises(PermissionDenied):
        segment_save(translation=other, segment_id=foreign, text="x", user=guest)
    assert inside.get(reverse("wagtailadmin_home")).status_code == 302
    assert inside.get(reverse("desk:index")).status_code == 302


def test_a_translator_gives_no_link(translation, locales):
    with pytest.raises(PermissionDenied):
        link_give(translation=translation, name=NAME, days=1, user=translator_of(locales["uk"]))


@pytest.mark.parametrize(("name", "days"), [("", 5), ("x" * 81, 5), (NAME, 0), (NAME, 31)])
def test_a_link_needs_a_name_and_a_time(translation, reviewer, name, days):
    with pytest.raises(ValidationError):
        link_give(translation=translation, name=name, days=days, user=reviewer)


def test_reviewers_give_and_revoke_at_the_desk(translation, reviewer, client):
    client.force_login(reviewer)
    answer = client.post(
        reverse("desk:link_give", args=[translation.uuid]), {"name": NAME, "days": "3"}
    )
    assert "/translate/" in answer.content.decode()
    link = OutsideLink.objects.get()
    html = client.get(reverse("desk:edit", args=[translation.uuid])).content.decode()
    revoke = reverse("desk:link_revoke", args=[translation.uuid, link.pk])
    assert revoke in html
    client.post(revoke)
    assert not OutsideLink.objects.get().is_open
