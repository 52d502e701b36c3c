"""Organisations, people, memberships and attendance for the demo.

The two organisations of the project say only what the source document says of them. All others
are samples and say so in their names.
"""

from datetime import date
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image, ImageDraw
from wagtail.models import Locale

from cms.core.models import Place, PlaceText, SiteImage
from cms.languages import SOURCE
from home.demo.catalogues import in_known_languages
from home.demo.texts import EN, t
from network.models import (
    Attendance,
    Membership,
    OrganisationIndexPage,
    OrganisationLanguage,
    OrganisationPage,
    OrganisationPlace,
    OrganisationReach,
    PersonIndexPage,
    PersonPage,
    RoleAppointment,
    RoleText,
)

SHELTER = t("Minta: védett szálláshely", "Sample: shelter")
DIRECTOR = t("Minta: ügyvezető", "Sample: managing director")
OFFICER = t("Minta: titkár", "Sample: secretary")


def paragraph(hu: str, en: str) -> str:
    return f"<p>{t(hu, en)}</p>"


def make_lists() -> tuple[OrganisationIndexPage, PersonIndexPage]:
    organisations = OrganisationIndexPage(
        title=t("Szervezetek", "Organisations"), slug="szervezetek",
        summary=t("Kihez, milyen nyelven, melyik kerületben fordulhat.",
                  "Who to turn to, in which language and in which district."),
    )  # fmt: skip
    people = PersonIndexPage(
        title=t("Személyek", "People"),
        slug="emberek",
        summary=t("Akik a Kerekasztalban dolgoznak.", "The people who work in the Roundtable."),
    )
    return organisations, people


def make_project_organisations(place: Place) -> list[OrganisationPage]:
    """The implementer and its professional partner, as the source document names them."""
    city = OrganisationPage(
        title=t("Budapest Főváros Önkormányzata", "Municipality of Budapest"),
        slug="budapest-fovaros-onkormanyzata", kind=OrganisationPage.Kind.MUNICIPAL,
        summary=t("Az EIA/2012/3.7.4. azonosító számú projekt megvalósítója.",
                  "Implements project EIA/2012/3.7.4."),
    )  # fmt: skip
    city.places = [OrganisationPlace(place=place, sort_order=0)]
    partner = OrganisationPage(
        title=t("Budapest Esély Nonprofit Kft.", "Budapest Esély Nonprofit Kft."),
        slug="budapest-esely", kind=OrganisationPage.Kind.NONPROFIT,
        summary=t("Az EIA/2012/3.7.4. azonosító számú projekt szakmai partnere.",
                  "Professional partner of project EIA/2012/3.7.4."),
    )  # fmt: skip
    return [city, partner]


def make_organisations(topics: list[Any], place: Place) -> list[OrganisationPage]:
    """Three samples: an active one with everything, one with a hidden address, a closed one."""
    return [_association(topics, place), _shelter(topics), _closed()]


def _association(topics: list[Any], place: Place) -> OrganisationPage:
    page = OrganisationPage(
        title=t("Minta Egyesület", "Sample Association"), slug="minta-egyesulet",
        kind=OrganisationPage.Kind.MIGRANT, logo=sample_logo(),
        summary=t("Minta: nyelvi és ügyintézési segítség ukrán és vietnámi családoknak.",
                  "Sample: help with language and paperwork for Ukrainian and Vietnamese "
                  "families."),
        alternative_names="MINTA", founded_year=2009, member_since=date(2013, 1, 15),
        body=[("text", paragraph(
            "Minta: ez a bejegyzés azt mutatja, hogyan néz ki egy tagszervezet oldala.",
            "Sample: this entry shows what the page of a member organisation looks like."))],
        how_to_reach=paragraph("Minta: a kapu melletti felső csengőn.",
                                     "Sample: ring the upper bell beside the gate."),
        communities=["ukrainian", "vietnamese", "families"], website="https://example.org/",
        service_area=OrganisationPage.Area.CITY, verified_on=timezone.localdate(),
        verified_by=OrganisationPage.VerifiedBy.SELF,
    )  # fmt: skip
    EN["MINTA"] = "SAMPLE"
    page.languages = [
        OrganisationLanguage(code="hu", sort_order=0),
        OrganisationLanguage(code="uk", sort_order=1),
        OrganisationLanguage(code="vi", sort_order=2,
                             note=t("Minta: csak kedden", "Sample: on Tuesdays only")),
    ]  # fmt: skip
    page.reach = [
        OrganisationReach(channel="email", value="minta@example.org", sort_order=0),
        OrganisationReach(channel="phone", value="+36 1 555 0100", kind="clients", sort_order=1,
                          note=t("Minta: hétfőtől péntekig 9–15", "Sample: Monday to Friday 9–15")),
        OrganisationReach(channel="phone", value="+36 1 555 0199", public=False, sort_order=2),
    ]  # fmt: skip
    page.places = [OrganisationPlace(place=place, sort_order=0)]
    page.topics = topics[:2]
    return page


def _shelter(topics: list[Any]) -> OrganisationPage:
    shelter = Place.objects.create(
        name=SHELTER, postcode="1000", address="Minta utca 1.", district="VIII.", hidden=True
    )
    for code, name in ((SOURCE, SHELTER), ("en", EN[SHELTER])):
        PlaceText.objects.create(
            place=shelter, locale=Locale.objects.get(language_code=code), name=name
        )
    page = OrganisationPage(
        title=t("Minta Menedék Alapítvány", "Sample Shelter Foundation"),
        slug="minta-menedek-alapitvany", kind=OrganisationPage.Kind.NGO,
        summary=t("Minta: védett szállás nőknek és gyermekeknek. Címe nem nyilvános.",
                  "Sample: safe accommodation for women and children. Its address is not public."),
        communities=["women", "families", "refugees"], service_area=OrganisationPage.Area.COUNTRY,
    )  # fmt: skip
    page.languages = [OrganisationLanguage(code=code, sort_order=n)
                      for n, code in enumerate(("hu", "en", "ar"))]  # fmt: skip
    page.reach = [OrganisationReach(channel="phone", value="+36 1 555 0111", kind="urgent")]
    page.places = [OrganisationPlace(place=shelter)]
    page.topics = topics[:1]
    return page


def _closed() -> OrganisationPage:
    return OrganisationPage(
        title=t("Minta Kör", "Sample Circle"), slug="minta-kor",
        kind=OrganisationPage.Kind.INFORMAL, status=OrganisationPage.Status.CLOSED,
        summary=t("Minta: egy kör, amely már nem működik.",
                  "Sample: a circle that is no longer active."),
    )  # fmt: skip


def make_people(topics: list[Any]) -> list[PersonPage]:
    anna = PersonPage(
        title=t("Minta Anna", "Anna Minta (sample)"), slug="minta-anna", family_name="Minta",
        position=t("Minta: a Minta Egyesület ügyvezetője",
                   "Sample: managing director of the Sample Association"),
        summary=t("Minta: nem létező személy.", "Sample: not a real person."),
        languages=["hu", "en", "uk"],
    )  # fmt: skip
    anna.topics = topics[:2]
    minh = PersonPage(
        title=t("Minta Minh", "Minta Minh (sample)"), slug="minta-minh", family_name="Minta",
        name_original="Mẫu Minh", name_original_language="vi",
        position=t("Minta: közösségi szervező", "Sample: community organiser"),
        summary=t("Minta: ez sem létező személy.", "Sample: not a real person either."),
        languages=["vi", "hu"],
    )  # fmt: skip
    return [anna, minh]


def make_relations(*, body: Any, organisations: list[Any], people: list[Any], event: Any) -> None:
    """Confirmed memberships, roles and attendance of published sample pages."""
    (association, shelter, circle), (anna, minh) = organisations, people
    confirmed = {"state": Membership.State.CONFIRMED, "confirmed_at": timezone.now()}
    seats: list[dict[str, Any]] = [
        {"organisation": association, "represented_by": anna, "alternate": minh,
         "starts_on": date(2013, 1, 15)},
        {"organisation": shelter, "role": Membership.Role.OBSERVER},
        {"person": minh, "role": Membership.Role.EXPERT},
        {"organisation": circle, "starts_on": date(2013, 1, 15), "ends_on": date(2014, 12, 31),
         "end_reason": Membership.EndReason.DISSOLVED},
    ]  # fmt: skip
    for values in seats:
        Membership.objects.create(body=body, **confirmed, **values)
    for person, where, text in (
        (anna, {"organisation": association}, DIRECTOR), (minh, {"body": body}, OFFICER),
    ):  # fmt: skip
        role: Any = RoleAppointment(person=person, **confirmed, **where)
        role.texts = [
            RoleText(locale=Locale.objects.get(language_code=code), text=said)
            for code, said in in_known_languages(text).items()
        ]
        role.save()
    for organisation, publish in (
        (association, Attendance.Publish.ORGANISATION), (shelter, Attendance.Publish.NO),
    ):  # fmt: skip
        Attendance.objects.create(
            event=event, organisation=organisation, publish=publish, **confirmed
        )


def sample_logo() -> SiteImage:
    """Three seats at a table, drawn here."""
    picture = Image.new("RGB", (480, 240), "#ffffff")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((150, 60, 330, 180), outline="#0b5563", width=16)
    for left, top, colour in ((215, 10, "#b3361b"), (90, 120, "#2c6b3f"), (340, 120, "#0b5563")):
        draw.ellipse((left, top, left + 50, top + 50), fill=colour)
    data = BytesIO()
    picture.save(data, "PNG")
    return SiteImage.objects.create(
        title=t("Minta: embléma", "Sample: logo"),
        file=ContentFile(data.getvalue(), name="minta-emblema.png"),
    )
