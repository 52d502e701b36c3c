"""The outbox in the admin: what editors see of it, what moderators do about it, how it forgets."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import ModelLogEntry

from cms.operations.health import checks
from cms.operations.jobs.tasks import keep_house
from cms.operations.mail.selectors import mail_text, outbox_figures
from cms.operations.mail.services import mails_strip, mails_strip_due
from cms.operations.models import OutgoingMail
from tests.operations.mail.conftest import work, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("locales")]


@pytest.fixture
def as_moderator(client, users):
    client.force_login(users["moderator"])
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "hu"
    return client


def failed(server, **more):
    server.plan("a@example.org", "550")
    (mail,) = write("a@example.org", **more)
    work()
    mail.refresh_from_db()
    return mail


def page(client, mail):
    return client.get(reverse("mails:inspect", args=[mail.pk])).content.decode()


def test_the_list_says_state_and_reason_and_filters(server, as_moderator):
    failed(server, subject="Meghívó az ülésre")
    write("b@example.org", subject="Vár")
    text = as_moderator.get(reverse("mails:index")).content.decode()
    for shown in ("a@example.org", "Meghívó az ülésre", "sikertelen", "visszautasította", "Vár"):
        assert shown in text
    results = reverse("mails:index_results")
    text = as_moderator.get(results, {"state": "failed"}).content.decode()
    assert "a@example.org" in text
    assert "b@example.org" not in text
    text = as_moderator.get(results, {"is_open": "true", "q": "b@"}).content.decode()
    assert "b@example.org" not in text


def test_a_failed_mail_is_sent_again_with_the_same_bytes(server, as_moderator, users):
    mail = failed(server)
    before = bytes(mail.content)
    as_moderator.post(reverse("mails:again", args=[mail.pk]))
    work()
    mail.refresh_from_db()
    assert (mail.state, server.taken[0].content) == ("sent", before)
    entry = ModelLogEntry.objects.get(action="mail.again")
    assert entry.user == users["moderator"]
    assert "@" not in entry.label


def test_pressed_twice_it_is_sent_once(server, as_moderator):
    mail = failed(server)
    for _ in range(2):
        as_moderator.post(reverse("mails:again", args=[mail.pk]))
    work(2)
    assert len(server.taken) == 1


def test_what_rests_is_asked_about_no_more(server, as_moderator):
    mail = failed(server)
    assert outbox_figures().open == 1
    as_moderator.post(reverse("mails:rest", args=[mail.pk]))
    assert outbox_figures().open == 0
    assert reverse("mails:rest", args=[mail.pk]) not in page(as_moderator, mail)


def test_a_waiting_mail_that_rests_is_not_sent(server, as_moderator):
    (mail,) = write("a@example.org")
    as_moderator.post(reverse("mails:rest", args=[mail.pk]))
    work()
    mail.refresh_from_db()
    assert (mail.state, mail.fault, server.taken) == ("failed", "stopped", [])


def test_a_mail_that_was_sent_is_not_sent_again(server, as_moderator):
    (mail,) = write("a@example.org")
    work()
    answer = as_moderator.post(reverse("mails:again", args=[mail.pk]), follow=True)
    work()
    assert "nem lehet újra elküldeni" in answer.content.decode()
    assert len(server.taken) == 1


def test_editors_see_and_do_not_act(server, client, users):
    mail = failed(server)
    client.force_login(users["editor"])
    assert "Szöveg." in page(client, mail)
    assert reverse("mails:again", args=[mail.pk]) not in page(client, mail)
    client.post(reverse("mails:again", args=[mail.pk]))
    mail.refresh_from_db()
    assert mail.state == "failed"


def test_the_text_of_an_account_mail_is_never_shown(server, client, users):
    (mail,) = write("a@example.org", text="a kulcs: 1052\n", kind="account")
    client.force_login(users["administrator"])
    assert "1052" not in page(client, mail)
    assert mail_text(mail) == ""


def test_after_its_time_a_mail_keeps_no_personal_data(server, settings):
    mail, waits = failed(server, subject="Név"), write("b@example.org")[0]
    long_ago = timezone.now() - timedelta(days=91)
    OutgoingMail.objects.update(changed_at=long_ago)
    assert mails_strip(older_than=timedelta(days=92)) == 0
    settings.MAIL_KEEP_DAYS = 90
    assert mails_strip_due() == 1
    mail.refresh_from_db()
    waits.refresh_from_db()
    assert (mail.recipient, mail.sender, mail.subject, mail.reply) == ("", "", "", "")
    assert mail.content is None
    assert (mail.state, mail.fault, mail.attempts) == ("failed", "recipient", 1)
    assert waits.recipient == "b@example.org"


def test_a_stripped_mail_can_be_looked_at(server, as_moderator):
    mail = failed(server)
    OutgoingMail.objects.update(changed_at=timezone.now() - timedelta(days=365))
    mails_strip_due()
    assert reverse("mails:again", args=[mail.pk]) not in page(as_moderator, mail)


def test_the_operators_panel_tells_what_waits_and_what_is_open(server, client, users):
    failed(server)
    client.force_login(users["administrator"])
    panel = BeautifulSoup(client.get("/admin/operations/").content, "html.parser")
    cells = [cell.get_text(strip=True) for cell in panel.select("#outbox-section td")]
    assert cells == ["0", "–", "1"]
    with translation.override("en"):
        assert checks.mails() == (
            "1 mail has failed or is uncertain: decide about it under Reports."
        )


def test_housekeeping_strips_what_was_kept_long_enough(server, settings):
    mail = failed(server)
    keep_house.call()
    mail.refresh_from_db()
    assert mail.recipient
    settings.MAIL_KEEP_DAYS = 0
    keep_house.call()
    mail.refresh_from_db()
    assert (mail.recipient, mail.content) == ("", None)


def test_the_admins_home_names_open_mails_to_whoever_may_decide(server, client, users):
    def told(role):
        client.force_login(users[role])
        html = client.get(reverse("wagtailadmin_home")).content.decode()
        return BeautifulSoup(html, "html.parser").select(f"a[href^='{reverse('mails:index')}?']")

    assert told("moderator") == []
    mail = failed(server)
    (link,) = told("moderator")
    assert link.get_text().endswith(": 1")
    assert str(mail.recipient) in client.get(link["href"]).content.decode()
    assert told("editor") == []
