"""Input that no form sends gets one sentence, and a record in use is kept with a reason."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import PageViewRestriction

from cms.core.models import Place
from tests.factories.pages import StandardPageFactory, home_in, make_event, make_place, published
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(locales, users, client):
    client.login(username="administrator", password=PASSWORD)
    return client


def test_a_post_without_its_fields_is_a_bad_request(administrator):
    event = make_event()
    answer = administrator.post(reverse("wagtailadmin_pages:edit", args=[event.pk]), {})
    assert answer.status_code == 400
    assert "body-count" in answer.content.decode()


@pytest.mark.parametrize("name", ["delete", "bulk"])
def test_a_place_in_use_is_kept_and_it_says_by_what(administrator, name):
    place = make_place()
    event = make_event(place=place)
    url = {
        "delete": reverse("wagtailsnippets_core_place:delete", args=[place.pk]),
        "bulk": reverse("wagtail_bulk_action", args=["core", "place", "delete"])
        + f"?id={place.pk}",
    }[name]
    answer = administrator.post(url)
    assert answer.status_code == 302
    assert Place.objects.filter(pk=place.pk).exists()
    said = [str(message) for message in get_messages(answer.wsgi_request)]
    assert any(event.title in sentence for sentence in said)


def test_a_reader_of_a_private_page_is_led_to_a_log_in_that_exists(locales, client):
    page = published(StandardPageFactory(parent=home_in("hu"), slug="zart"))
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    led = client.get("/hu/zart/")
    assert led.status_code == 302
    assert client.get(led.url).status_code == 200
    restriction.restriction_type, restriction.password = "password", "titok-1052"
    restriction.save()
    asked = client.get("/hu/zart/")
    assert asked.status_code == 200
    url = reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, page.pk])
    client.post(url, {"password": "titok-1052", "return_url": "/hu/zart/"})
    assert page.title in client.get("/hu/zart/").content.decode()
