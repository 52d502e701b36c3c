"""Lists of the admin are searched in every alphabet, capital or small, on both databases."""

import pytest
from django.contrib.auth import get_user_model

from cms.core.models import Contact, ContactText, Place, PlaceText, Topic, TopicLabel
from cms.operations.waiting import run_waiting
from resources.models import Addressee, AddresseeText
from tests.factories.pages import StandardPageFactory, home_in, published
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db

WORDS = [
    ("uk", "Житло для Їжака", "ДЛЯ їжака"),
    ("ru", "Ёлка и жильё", "ЖИЛЬЁ"),
    ("hu", "Őszi Űrlap", "őszi űRLAP"),
    ("vi", "Đường Ấm", "đường ấm"),
    ("tr", "Çocuk Işığı", "çOCUK"),
    ("zh-hans", "住房咨询", "房咨"),
    ("ar", "سكن للجميع", "للجميع"),
]


def topic(locale, text):
    made = Topic.objects.create(notation="lakhatas")
    for kind in ("preferred", "hidden"):  # twice the same word: listed once
        TopicLabel.objects.create(topic=made, locale=locale, text=text, kind=kind)
    return "/admin/snippets/core/topic/", made.notation


def contact(locale, text):
    made = Contact.objects.create(name="Titkárság 7")
    ContactText.objects.create(contact=made, locale=locale, name=text)
    return "/admin/snippets/core/contact/", made.name


def place(locale, text):
    made = Place.objects.create(name="Ház 7")
    PlaceText.objects.create(place=made, locale=locale, name=text)
    return "/admin/snippets/core/place/", made.name


def addressee(locale, text):
    made = Addressee.objects.create(name="Hivatal 7")
    AddresseeText.objects.create(addressee=made, locale=locale, name=text)
    return "/admin/snippets/resources/addressee/", made.name


def user(_locale, text):
    made = get_user_model().objects.create_user("valaki7", "valaki7@example.org", last_name=text)
    return "/admin/users/", made.username


@pytest.fixture
def admin(client, locales, users):
    client.login(username="administrator", password=PASSWORD)
    return client


@pytest.mark.parametrize("made", [topic, contact, place, addressee, user])
@pytest.mark.parametrize("words", WORDS, ids=[code for code, *_ in WORDS])
def test_a_list_finds_it_however_it_is_written(admin, locales, made, words):
    code, text, query = words
    url, name = made(locales[code], text)
    found = admin.get(url, {"q": query})
    assert len(found.context["page_obj"].object_list) == 1
    assert name in found.content.decode()
    for other in ("xqzw", "%", "_", "\\", "'"):
        assert list(admin.get(url, {"q": other}).context["page_obj"].object_list) == []


@pytest.mark.django_db(transaction=True)  # the worker closes the connection
@pytest.mark.parametrize("words", WORDS[:3], ids=[code for code, *_ in WORDS[:3]])
def test_so_does_the_list_of_pages(admin, words):
    _code, text, query = words
    published(StandardPageFactory(parent=home_in("hu"), title=text, slug="lap"))
    run_waiting()
    found = admin.get(f"/admin/pages/{home_in('hu').pk}/", {"q": query.split()[0]})
    assert text in found.content.decode()
