"""What colleagues write in a page's margin is told to whoever follows it, in their language."""

from email import message_from_bytes, policy

import pytest
from django.urls import reverse
from wagtail.models import Comment, PageSubscription
from wagtail.users.models import UserProfile

from cms.operations.models import OutgoingMail
from tests.factories.pages import StandardPageFactory, home_in
from tests.roles.posts import form_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("outbox", "locales")]


@pytest.fixture
def page(users):
    made = StandardPageFactory(parent=home_in("hu"), title="<Oldal> & más", slug="megjegyzett")
    PageSubscription.objects.create(page=made, user=users["moderator"], comment_notifications=True)
    profile = UserProfile.get_for_user(users["moderator"])
    profile.preferred_language = "uk"
    profile.save()
    return made


def comment(client, users, page, **fields):
    """Save the page with these fields of its first comment; the mail that tells of it."""
    OutgoingMail.objects.all().delete()
    client.force_login(users["editor"])
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = form_in(client.get(url))
    known = Comment.objects.filter(page=page).count()
    form |= {"comments-TOTAL_FORMS": "1", "comments-INITIAL_FORMS": str(known)}
    form |= {f"comments-0-{name}": value for name, value in fields.items()}
    assert client.post(url, form).status_code == 302
    return OutgoingMail.objects.get(recipient="m@example.org")


def bodies(mail):
    message = message_from_bytes(bytes(mail.content), policy=policy.default)
    return message, *(message.get_body((kind,)).get_content() for kind in ("plain", "html"))


EMPTY = {"replies-TOTAL_FORMS": "0", "replies-INITIAL_FORMS": "0", "position": ""}


def test_a_comment_an_answer_and_its_end_are_told(client, users, page):
    new = {"text": "Ez <így> jó?", "contentpath": "title", **EMPTY}
    message, plain, html = bodies(comment(client, users, page, **new))
    assert "<Oldal> & más" in message["Subject"]
    assert "Нові коментарі" in plain
    assert "Ez <így> jó?" in plain
    assert 'lang="uk" dir="ltr"' in html
    assert "Ez &lt;így&gt; jó?" in html
    assert 'dir="auto"' in html

    made = Comment.objects.get()
    kept = {"id": str(made.pk), "text": made.text, "contentpath": "title", "position": ""}
    answer = {"replies-TOTAL_FORMS": "1", "replies-INITIAL_FORMS": "0", "replies-0-text": "Igen."}
    _message, plain, _html = bodies(comment(client, users, page, **kept, **answer))
    assert "Igen." in plain

    done = {"resolved": "on", "replies-TOTAL_FORMS": "0", "replies-INITIAL_FORMS": "0"}
    _message, plain, html = bodies(comment(client, users, page, **kept, **done))
    assert made.text in plain
    assert "Ez &lt;így&gt; jó?" in html
