"""Sample services for each of activities 3 and 4 of the source document, in every state."""

from datetime import time, timedelta
from typing import Any

from django.utils import timezone

from cms.core.acts import act_record
from cms.core.facts.change import facts_change
from home.demo.catalogues import in_known_languages
from home.demo.samples.sample import Sample
from home.demo.texts import t
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

WORKDAYS = range(5)


def make_list() -> ServiceIndexPage:
    return ServiceIndexPage(
        title=t("Szolgáltatások", "Services"), slug="szolgaltatasok",
        summary=t("Ki miben segít, mikor van nyitva, és milyen nyelven beszélnek.",
                  "Who helps with what, when they are open and which languages they speak."),
    )  # fmt: skip


def make_services(organisations: list[Any], place: Any, topics: list[Any]) -> list[Sample]:
    """`organisations` are published sample organisations, the first with an open address."""
    return [
        Sample(_advice(organisations[0], place, topics)),
        Sample(_helpline(organisations[1])),
        Sample(_training(organisations[0], place, topics)),
        Sample(_rooms(organisations[0], place), play_closed),
        Sample(_mediation(organisations[0]), play_planned),
    ]


def paragraph(hu: str, en: str) -> str:
    return f"<p>{t(hu, en)}</p>"


def steps(*pairs: tuple[str, str]) -> str:
    return "<ol>" + "".join(f"<li>{t(hu, en)}</li>" for hu, en in pairs) + "</ol>"


def hours(days: Any, opens: time, closes: time) -> list[ServiceHours]:
    return [
        ServiceHours(weekday=day, opens=opens, closes=closes, sort_order=order)
        for order, day in enumerate(days)
    ]


def _advice(organisation: Any, place: Any, topics: list[Any]) -> ServicePage:
    page = ServicePage(
        title=t("Minta: ügyintézési tanácsadás", "Sample: help with paperwork"),
        slug="minta-tanacsadas", for_whom=["migrants"], verified_on=timezone.localdate(),
        summary=t("Minta: segítség kérelmek kitöltéséhez, három nyelven, időpont nélkül.",
                  "Sample: help with filling in application forms, in three languages, no "
                  "appointment needed."),
        eligibility=paragraph("Minta: bárki, aki Budapesten él.",
                              "Sample: anybody who lives in Budapest."),
        how_to_apply=steps(("Minta: jöjjön be nyitvatartási időben.",
                            "Sample: come in during opening hours."),
                           ("Minta: hozza magával az iratait.", "Sample: bring your papers.")),
        what_to_expect=paragraph("Minta: egy beszélgetés körülbelül fél óra.",
                                 "Sample: one consultation takes about half an hour."),
        complaints=paragraph("Minta: írjon a titkárságnak, nem lesz belőle hátránya.",
                             "Sample: write to the secretariat; this will not put you at a "
                             "disadvantage."),
        interpreter_notice_days=2,
    )  # fmt: skip
    page.providers = [ServiceProvider(organisation=organisation)]
    page.languages = [
        ServiceLanguage(code="hu", sort_order=0),
        ServiceLanguage(code="uk", sort_order=1),
        ServiceLanguage(code="vi", via="phone", sort_order=2,
                        note=t("Minta: kedden és csütörtökön", "Sample: Tuesdays and Thursdays")),
    ]  # fmt: skip
    page.required = [
        ServiceDocument(text=t("Minta: személyazonosító irat", "Sample: proof of identity")),
        ServiceDocument(text=t("Minta: korábbi levelek", "Sample: earlier correspondence"),
                        obligatory=False, sort_order=1),
    ]  # fmt: skip
    page.places = [ServicePlace(place=place)]
    page.phones = [ServicePhone(number="+36 1 555 0100")]
    page.hours = hours(WORKDAYS, time(9), time(16))
    page.exceptions = [
        ServiceException(day=timezone.localdate() + timedelta(days=7),
                         note=t("Minta: munkaszüneti nap", "Sample: public holiday")),
    ]  # fmt: skip
    page.topics = topics[:1]
    return page


def _helpline(organisation: Any) -> ServicePage:
    page = ServicePage(
        title=t("Minta: segélyvonal", "Sample: helpline"), slug="minta-segelyvonal",
        for_whom=["migrants"], emergency=True, anonymous=True,
        summary=t("Minta: éjjel-nappal hívható szám bajban lévőknek. Nevet nem kell mondani.",
                  "Sample: a number that people in need can call day and night. You need not give "
                  "your name."),
    )  # fmt: skip
    page.providers = [ServiceProvider(organisation=organisation)]
    page.languages = [ServiceLanguage(code=code, sort_order=order)
                      for order, code in enumerate(("hu", "en", "ar"))]  # fmt: skip
    page.phones = [
        ServicePhone(
            number="+36 1 555 0111", note=t("Minta: éjjel-nappal", "Sample: day and night")
        )
    ]
    page.hours = hours(range(7), time(0), time(0))
    return page


def _training(organisation: Any, place: Any, topics: list[Any]) -> ServicePage:
    page = ServicePage(
        title=t("Minta: képzés ügyfélszolgálatoknak",
                "Sample: training for customer service staff"),
        slug="minta-kepzes-hivataloknak", for_whom=["professionals"],
        registration=ServicePage.Registration.APPOINTMENT, cost=ServicePage.Cost.PARTLY,
        fees=t("Minta: közintézményeknek ingyenes, másoknak önköltségen.",
               "Sample: free for public bodies, at cost for others."),
        summary=t("Minta: érthető levelek és beszélgetés más nyelvű ügyfelekkel.",
                  "Sample: writing plain letters and talking with clients who speak another "
                  "language."),
    )  # fmt: skip
    page.providers = [ServiceProvider(organisation=organisation)]
    page.languages = [ServiceLanguage(code="hu"), ServiceLanguage(code="en", sort_order=1)]
    page.places = [ServicePlace(place=place)]
    page.hours = hours((1, 3), time(10), time(14))
    page.topics = topics[1:3]
    return page


def _rooms(organisation: Any, place: Any) -> ServicePage:
    page = ServicePage(
        title=t("Minta: terem szervezeteknek", "Sample: a room for organisations"),
        slug="minta-terem", for_whom=["migrant_organisations"],
        summary=t("Minta: ingyenes terem migráns szervezetek összejöveteleinek.",
                  "Sample: a room where migrant organisations can meet free of charge."),
    )  # fmt: skip
    page.providers = [ServiceProvider(organisation=organisation)]
    page.places = [ServicePlace(place=place)]
    page.hours = hours((4, 5), time(16), time(20))
    return page


def _mediation(organisation: Any) -> ServicePage:
    page = ServicePage(
        title=t("Minta: közvetítés iskolákban", "Sample: mediation in schools"),
        slug="minta-kozvetites", for_whom=["professionals", "migrants"],
        registration=ServicePage.Registration.REFERRAL,
        summary=t("Minta: közvetítők szülők és tanárok között; még tervezzük.",
                  "Sample: mediators between parents and teachers; still being planned."),
    )  # fmt: skip
    page.providers = [ServiceProvider(organisation=organisation)]
    return page


def play_closed(page: Any) -> None:
    today = timezone.localdate()
    facts_change(page=page, fields={
        "status": ServicePage.Status.CLOSED, "closed_from": today,
        "closed_until": today + timedelta(days=14),
    })  # fmt: skip
    why = t("Minta: felújítás miatt zárva.", "Sample: closed for repairs.")
    act_record(page=page, kind="status", texts=in_known_languages(why))


def play_planned(page: Any) -> None:
    facts_change(page=page, fields={"status": ServicePage.Status.PLANNED})
