"""Published recommendations in any state, with addressees, history and ties to meetings."""

from datetime import date, timedelta
from typing import Any

import factory
import wagtail_factories
from django.utils import timezone
from wagtail.models import Locale

from resources.models import (
    Addressee,
    AddresseeText,
    CoAddressee,
    ItemDiscussion,
    RecommendationIndexPage,
    RecommendationItem,
    RecommendationPage,
    Signatory,
)
from resources.recommendations.services import document_adopt, document_send
from tests.factories.members import make_organisation
from tests.factories.pages import fresh, home_in, make_document, make_event, published

ADOPTED, SENT = date(2013, 3, 12), date(2013, 3, 20)


class RecommendationIndexPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda n: f"Ajánlások {n}")

    class Meta:
        model = RecommendationIndexPage


class RecommendationPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda n: f"Ajánlás {n}")
    reference = factory.Sequence(lambda n: f"MK-2012/{n:03}")

    class Meta:
        model = RecommendationPage


def make_index() -> Any:
    index = RecommendationIndexPage.objects.filter(locale__language_code="hu").first()
    return index or published(RecommendationIndexPageFactory(parent=home_in("hu")))


def make_addressee(name: str = "Hivatal", english: str = "Office", **values: Any) -> Addressee:
    addressee = Addressee.objects.create(name=name, **values)
    for code, text in (("hu", name), ("en", english)):
        AddresseeText.objects.create(
            addressee=addressee, locale=Locale.objects.get(language_code=code), name=text
        )
    return addressee


def make_recommendation(items: int = 2, **values: Any) -> Any:
    """A published document that is being drafted, its first item with evidence."""
    addressee = values.pop("addressee", None) or make_addressee()
    page = RecommendationPageFactory(parent=make_index(), **values)
    page.items = [
        RecommendationItem(
            number=str(number + 1), title=f"Pont {number + 1}", text="<p>Szöveg</p>",
            rationale="<p>Indok</p>", addressee=addressee, sort_order=number,
        )
        for number in range(items)
    ]  # fmt: skip
    if items:
        page.items.first().evidence = [
            ("documents", [make_document("Válasz")]),
            ("address", {"title": "Közlöny", "url": "https://example.org/", "quote": "Idézet"}),
        ]
    return published(page)


def adopted(page: Any, on: date = ADOPTED, meeting: Any = None) -> Any:
    document_adopt(page=page, on=on, meeting=meeting)
    return fresh(page)


def sent(page: Any, on: date = SENT, days: int | None = None, meeting: Any = None) -> Any:
    """The same document adopted eight days before it was sent."""
    page = adopted(page, on - timedelta(days=8), meeting)
    document_send(page=page, on=on, file_number="MK-2013/04-1", days=days)
    return fresh(page)


def recently_sent(page: Any, days: int | None = None) -> Any:
    """Sent thirty days before today."""
    return sent(page, timezone.localdate() - timedelta(days=30), days)


def key_of(page: Any, number: str = "1") -> Any:
    return RecommendationItem.objects.get(page_id=page.pk, number=number).translation_key


def item_of(page: Any, number: str = "1") -> Any:
    return RecommendationItem.objects.get(page_id=page.pk, number=number)


def make_tie(page: Any, meeting: Any, kind: str = "discussed", **values: Any) -> ItemDiscussion:
    """A confirmed tie of the first item and the first agenda item."""
    return ItemDiscussion.objects.create(
        recommendation=page, item_key=key_of(page), meeting=meeting,
        agenda_key=meeting.agenda.first().translation_key, kind=kind,
        state=values.pop("state", "confirmed"), **values,
    )  # fmt: skip


def ask_too(page: Any, number: str = "1", **values: Any) -> CoAddressee:
    """A confirmed co-addressee of an item: an `addressee` or an `organisation`."""
    return CoAddressee.objects.create(
        recommendation=page, item_key=key_of(page, number),
        state=values.pop("state", "confirmed"), **values,
    )  # fmt: skip


def make_full_recommendation(items: int = 2) -> Any:
    """Everything that a page can show: sent, signed, tied, with files and evidence."""
    meeting = make_event()
    page = make_recommendation(
        items, summary="Rövid", background="<p>Háttér</p>", files=[("documents", [make_document()])]
    )
    signed = Signatory(organisation=make_organisation(), dissent="Különvélemény", sort_order=0)
    page.signatories = [signed]
    page = recently_sent(published(page), days=10)
    make_tie(page, meeting)
    for number in range(items):
        ask_too(page, str(number + 1), addressee=make_addressee(f"Másik {number}"))
    return fresh(page)
