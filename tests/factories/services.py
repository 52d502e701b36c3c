"""Published services, and one with everything that shows."""

from datetime import date, time
from typing import Any

import factory
import wagtail_factories

from network.models import (
    ServiceDocument,
    ServiceException,
    ServiceHours,
    ServiceIndexPage,
    ServiceLanguage,
    ServicePage,
    ServicePhone,
    ServicePlace,
    ServiceProvider,
)
from tests.factories.members import index_of, make_organisation
from tests.factories.pages import make_document, make_place, published

MORNING = {"opens": time(9), "closes": time(12)}


class ServicePageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda n: f"Tanácsadás {n}")

    class Meta:
        model = ServicePage


def make_service(*, hours: bool = True, **values: Any) -> Any:
    """A published service; `hours`: open on Mondays from 9 to 12."""
    page = ServicePageFactory(parent=index_of(ServiceIndexPage, "szolgaltatasok"), **values)
    if hours:
        page.hours = [ServiceHours(weekday=0, sort_order=0, **MORNING)]
    return published(page)


def make_full_service(**values: Any) -> Any:
    values = {
        "summary": "Rövid", "for_whom": ["migrants", "professionals"], "emergency": True,
        "eligibility": "<p>Bárki</p>", "how_to_apply": "<ol><li>Hívjon</li></ol>",
        "what_to_expect": "<p>Beszélgetés</p>", "complaints": "<p>Írjon</p>", "cost": "partly",
        "fees": "Ezer forint", "anonymous": True, "interpreter_notice_days": 2,
        "website": "https://example.org/", **values,
    }  # fmt: skip
    page = make_service(hours=False, **values)
    place = make_place(district="V.")
    page.providers = [ServiceProvider(organisation=make_organisation(), sort_order=0)]
    page.required = [
        ServiceDocument(text="Útlevél", sort_order=0),
        ServiceDocument(text="Kérelem", obligatory=False, form=make_document("Űrlap"),
                        sort_order=1),
    ]  # fmt: skip
    page.languages = [
        ServiceLanguage(code="uk", via="phone", note="kedden", sort_order=0),
        ServiceLanguage(code="hu", sort_order=1),
    ]
    page.places = [ServicePlace(place=place, note="II. emelet", sort_order=0)]
    page.phones = [ServicePhone(number="+36 1 234 5678", note="éjjel-nappal", sort_order=0)]
    page.hours = [
        ServiceHours(weekday=0, sort_order=0, **MORNING),
        ServiceHours(weekday=1, place=place, sort_order=1, opens=time(13), closes=time(0)),
        ServiceHours(weekday=2, valid_from=date(2031, 6, 1), sort_order=2, **MORNING),
    ]
    page.exceptions = [
        ServiceException(day=date(2031, 12, 24), note="szenteste", sort_order=0),
        ServiceException(day=date(2031, 12, 23), closed=False, sort_order=1, **MORNING),
    ]
    return published(page)
