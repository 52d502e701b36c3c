"""The site of a request is the one that Wagtail finds."""

import pytest
from django.test import RequestFactory
from wagtail.models import Site

from cms.core.sites import site_of

pytestmark = pytest.mark.django_db

#: Sites as (host, port, is default), beside none.
SITES = {
    "one": [("a.example", 80, True)],
    "other_port": [("a.example", 80, True), ("a.example", 8000, False)],
    "two_ports": [("b.example", 80, True), ("a.example", 81, False), ("a.example", 82, False)],
    "two_hosts": [("b.example", 80, True), ("a.example", 8000, False)],
    "no_default": [("b.example", 80, False), ("a.example", 8000, False)],
    "none": [],
}
HOSTS = ["a.example", "a.example:8000", "a.example:82", "b.example", "c.example"]


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("sites", SITES.values(), ids=list(SITES))
def test_it_is_the_one_that_wagtail_finds(locales, sites, host):
    root = Site.objects.get().root_page
    Site.objects.all().delete()
    for hostname, port, is_default in sites:
        Site.objects.create(
            hostname=hostname, port=port, is_default_site=is_default, root_page=root
        )
    request = RequestFactory().get("/", HTTP_HOST=host)
    wanted = Site._find_for_request(request)
    assert site_of(request) == wanted
    assert request._wagtail_site == wanted


def test_it_is_asked_once_a_request(locales, django_assert_num_queries):
    request = RequestFactory().get("/")
    with django_assert_num_queries(1):
        assert site_of(request).root_page.pk
        assert Site.find_for_request(request) == site_of(request)
