"""One function for each page type that makes a published page of it with everything that shows.

A type that is missing here fails tests/core/test_every_type.py.
"""

from collections.abc import Callable
from typing import Any

from home.models import Activity, Featured, FundingRecord
from tests.factories import members
from tests.factories.events import make_full_event, with_minutes
from tests.factories.library import (
    make_issue,
    make_publication,
    make_resource,
)
from tests.factories.pages import (
    EventIndexPageFactory,
    RoundtablePageFactory,
    StandardPageFactory,
    fresh,
    home_in,
    published,
)
from tests.factories.recommendations import make_full_recommendation
from tests.factories.services import make_full_service


def home() -> Any:
    link = standard()
    page = home_in("hu")
    page.hero_title = "Párbeszéd"
    page.activities = [Activity(title="Hálózatépítés", sort_order=0)]
    page.featured = [Featured(link=link, text="Olvassa el", sort_order=0)]
    return published(page)


def standard() -> Any:
    page = StandardPageFactory(parent=home_in("hu"), summary="Rövid", body=body())
    page.funding = [FundingRecord(programme="Alap", award_number="EIA/2012/3.7.4.")]
    return published(page)


def roundtable() -> Any:
    return published(RoundtablePageFactory(parent=home_in("hu"), mandate="<p>Feladat</p>"))


def events() -> Any:
    return published(EventIndexPageFactory(parent=home_in("hu")))


def event() -> Any:
    return with_minutes(make_full_event(body=body()))


def publications() -> Any:
    return make_publication(summary="Rövid").get_parent().specific


def library() -> Any:
    make_publication(summary="Rövid")
    return make_resource(summary="Rövid").get_parent().specific


def archive() -> Any:
    return make_issue().get_parent().specific


def publication() -> Any:
    return make_publication(body=body(), summary="Rövid", isbn="978-615-5000-01-0")


def resource() -> Any:
    return make_resource(body=body(), external_url="https://example.org/", languages=["en"])


def issue() -> Any:
    return make_issue(about=[standard()], body=body())


def recommendations() -> Any:
    return make_full_recommendation().get_parent().specific


def services() -> Any:
    return fresh(make_full_service().get_parent().specific)


def service() -> Any:
    return make_full_service(body=body())


def body() -> list[Any]:
    return [
        ("heading", {"text": "Cím", "level": "2"}),
        ("text", "<p>Szöveg</p>"),
        ("quote", {"text": "Idézet", "source": "Valaki"}),
        ("table", {"caption": "Táblázat", "head": ["A"], "rows": [{"cells": ["1"]}]}),
    ]


#: Label of the page type → function. List types are those that have a `listing`.
EVERY: dict[str, Callable[[], Any]] = {
    "home.HomePage": home,
    "home.StandardPage": standard,
    "network.RoundtablePage": roundtable,
    "network.EventIndexPage": events,
    "network.EventPage": event,
    "network.ServiceIndexPage": services,
    "network.ServicePage": service,
    "network.OrganisationIndexPage": members.organisations,
    "network.OrganisationPage": members.organisation,
    "network.PersonIndexPage": members.people,
    "network.PersonPage": members.person,
    "resources.NewsletterIndexPage": archive,
    "resources.NewsletterIssuePage": issue,
    "resources.PublicationIndexPage": publications,
    "resources.PublicationPage": publication,
    "resources.ResourceIndexPage": library,
    "resources.ResourcePage": resource,
    "resources.RecommendationIndexPage": recommendations,
    "resources.RecommendationPage": make_full_recommendation,
}
