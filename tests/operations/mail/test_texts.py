"""Mails about accounts and work on pages through the real views: language, direction, what they
hold and what they must not."""

import re
from email import message_from_bytes, policy

import pytest
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from wagtail.users.models import UserProfile

from cms.core.models.site import SiteText
from cms.languages import BY_CODE, LANGUAGES
from cms.operations.mail.render import mail_rendered
from cms.operations.models import OutgoingMail
from tests.factories.pages import StandardPageFactory, fresh, home_in
from tests.factories.users import PASSWORD
from tests.operations.mail.conftest import work

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("outbox", "locales")]


def reads(user, code):
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = code
    profile.save()


def parts(mail):
    message = message_from_bytes(bytes(mail.content), policy=policy.default)
    plain, html = (message.get_body((kind,)).get_content() for kind in ("plain", "html"))
    return message, plain, html


def asked(client, address):
    return client.post(reverse("wagtailadmin_password_reset"), {"email": address})


def test_a_new_password_goes_through_the_outbox_and_works(client, users, server):
    asked(client, "e@example.org")
    (mail,) = OutgoingMail.objects.all()
    assert (mail.kind, mail.secret, mail.state) == ("account", True, "queued")
    work()
    mail.refresh_from_db()
    assert (mail.state, mail.content) == ("sent", None)
    text = server.taken[0].message.get_body(("plain",)).get_content()
    link = re.search(r"https?://[^/]+(/admin/password_reset/\S+)", text)[1]
    form = client.get(link, follow=True)
    new = {"new_password1": "egy-hosszu-jelszo-1052", "new_password2": "egy-hosszu-jelszo-1052"}
    client.post(form.request["PATH_INFO"], new)
    assert client.login(username="editor", password="egy-hosszu-jelszo-1052")
    assert not client.login(username="editor", password=PASSWORD)


def test_an_unknown_address_gets_no_mail_and_the_same_answer(client, users):
    known, unknown = (asked(client, one) for one in ("e@example.org", "nincs@example.org"))
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert OutgoingMail.objects.count() == 1


@pytest.mark.parametrize("code", [language.code for language in LANGUAGES])
def test_a_person_reads_their_own_language_and_direction(client, users, code):
    reads(users["editor"], code)
    asked(client, "e@example.org")
    message, plain, html = parts(OutgoingMail.objects.get())
    with translation.override(code):
        title = translation.gettext("A new password")
    assert message["Subject"] == title
    assert title in html
    assert f'<html lang="{code}" dir="{BY_CODE[code].direction}"' in html
    assert "editor" in plain
    direction = re.findall(r"direction:(\w+)", html)
    assert set(direction) == {BY_CODE[code].direction}


def test_nothing_in_a_mail_is_fetched_from_anywhere(client, users):
    asked(client, "e@example.org")
    _message, _plain, html = parts(OutgoingMail.objects.get())
    for wrong in ("<img", "<link", "@import", "@font-face", "url(", "<script", "src="):
        assert wrong not in html
    assert "prefers-color-scheme: dark" in html


def submitted(client, users, title="Új oldal"):
    page = StandardPageFactory(parent=home_in("hu"), title=title, slug="uj")
    page.save_revision(user=users["editor"])
    client.force_login(users["editor"])
    home_in("hu").get_workflow().start(page, users["editor"])
    return fresh(page)


def test_a_submission_is_told_to_each_moderator_in_their_language(client, users):
    reads(users["moderator"], "ar")
    reads(users["administrator"], "en")
    page = submitted(client, users, title="<Árvíz> & ár")
    told = {mail.recipient: mail for mail in OutgoingMail.objects.filter(kind="notice")}
    assert "m@example.org" in told
    message, plain, html = parts(told["m@example.org"])
    assert 'lang="ar" dir="rtl"' in html
    assert "<bdi>&lt;Árvíz&gt; &amp; ár</bdi>" in html
    assert "<Árvíz> & ár" in plain
    assert "<Árvíz> & ár" in message["Subject"]
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in plain
    assert message["List-Id"] == "<notices.kerekasztal.example>"
    _message, plain, html = parts(told["a@example.org"])
    assert 'lang="en" dir="ltr"' in html
    assert "You get this mail because" in plain


def decided(client, users, page, decision, comment=""):
    client.force_login(users["moderator"])
    state = page.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, decision, state.pk])
    OutgoingMail.objects.all().delete()
    assert client.post(url, {"comment": comment}).status_code in {200, 302}
    return OutgoingMail.objects.get(recipient="e@example.org")


@pytest.mark.parametrize(
    ("decision", "word"), [("approve", "Утверждено"), ("reject", "Возвращено")]
)
def test_a_decision_is_told_to_whoever_submitted(client, users, decision, word):
    reads(users["editor"], "ru")
    page = submitted(client, users)
    mail = decided(client, users, page, decision, comment="Hibás <dátum>")
    message, plain, html = parts(mail)
    assert message["Subject"].startswith(word)
    assert ("Hibás <dátum>" in plain) == ("Hibás &lt;dátum&gt;" in html) == (decision == "reject")


def test_a_line_break_in_a_title_stays_in_its_line(client, users):
    submitted(client, users, title="Cím\r\nBcc: x@example.org")
    for mail in OutgoingMail.objects.all():
        message, _plain, _html = parts(mail)
        assert message["Bcc"] is None
        assert "Cím Bcc: x@example.org" in message["Subject"]


def test_the_site_signs_with_its_name_of_the_language(users):
    with translation.override("en"):
        name = SiteText.objects.filter(locale__language_code="en").values_list("name", flat=True)
        context = {"user": users["editor"], "link": "/x/", "hours": 1}
        reads(users["editor"], "en")
        rendered = mail_rendered("operations/email/password_reset", context, "en")
    assert (name[0] if name else "Fővárosi Migrációs Kerekasztal") in rendered.html
    assert "within 1 hour." in rendered.text


def test_a_refused_mail_in_a_form_is_one_sentence(rf):
    from cms.core.bad_input import BadInputMiddleware
    from cms.operations.mail.outbox import MailRefused

    with pytest.raises(MailRefused) as caught:
        EmailMessage("a\nb", "c", to=["a@example.org"]).send()
    request = rf.post("/", headers={"accept": "application/json"})
    answer = BadInputMiddleware(lambda _request: None).process_exception(request, caught.value)
    assert (answer.status_code, len(answer.content.splitlines())) == (400, 1)
