"""The demo's pages in Hungarian."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from cms.core.models import Place, PlaceText
from cms.languages import SOURCE
from home.demo import texts
from home.demo.catalogues import in_all_languages
from home.models import Activity, Featured, FundingRecord, HomePage, StandardPage
from network.models import AgendaItem, EventIndexPage, EventPage, RoundtablePage

ZONE = ZoneInfo("Europe/Budapest")


def make_place() -> Place:
    place = Place.objects.create(
        name=texts.PLACE, postcode="1052", city="Budapest", address="Városház u. 9–11.",
        district="V.",
    )  # fmt: skip
    for locale, name in in_all_languages(texts.PLACE):
        PlaceText.objects.create(place=place, locale=locale, name=name)
    return place


@dataclass(frozen=True)
class SourcePages:
    """The published pages of the source document."""

    home: Any
    about: Any
    body: Any
    events: Any
    founding: Any
    meeting: Any

    @property
    def all(self) -> list[Any]:
        """Parents before children, the home page last: it points to the others."""
        return [self.about, self.body, self.events, self.founding, self.meeting]


def make_pages(*, topics: list[Any], place: Place, user: Any) -> SourcePages:
    """Publishes the pages of the source document; parents before children."""
    home = HomePage.objects.get(locale__language_code=SOURCE)
    about = publish(home, about_page(topics), user)
    body = publish(home, roundtable(topics, place), user)
    index = publish(home, EventIndexPage(title=texts.EVENTS_TITLE, slug="esemenyek"), user)
    founding = publish(index, founding_event(body, place, topics), user)
    sample = publish(index, sample_event(body, place), user)
    return SourcePages(home, about, body, index, founding, sample)


def finish_home(*, activities: list[Any], featured: list[Any], user: Any) -> Any:
    """The home page with its six activities, of which each links a page, and what it points to."""
    home = HomePage.objects.get(locale__language_code=SOURCE)
    home.title, home.hero_title, home.hero_text = texts.HOME_TITLE, texts.HERO, texts.HERO_TEXT
    home.activities = [
        Activity(title=title, link=link, sort_order=order)
        for order, (title, link) in enumerate(zip(texts.ACTIVITIES, activities, strict=True))
    ]
    home.featured = [Featured(link=page, sort_order=order) for order, page in enumerate(featured)]
    home.save_revision(user=user).publish(user=user)
    return home


def publish(parent: Any, page: Any, user: Any) -> Any:
    page.live = False
    page.owner = user
    parent.add_child(instance=page)
    page.save_revision(user=user).publish(user=user)
    return type(page).objects.get(pk=page.pk)


def section(heading: str, *paragraphs: str, items: list[str] | None = None) -> list[Any]:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    if items:
        text += "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
    return [("heading", {"text": heading, "level": "2"}), ("text", text)]


def about_page(topics: list[Any]) -> StandardPage:
    names = texts.HEADINGS
    page = StandardPage(
        title=texts.ABOUT_TITLE, slug="a-projektrol", summary=texts.ABOUT_SUMMARY,
        review_by=timezone.localdate() + timedelta(days=20),
        audiences=["migrants", "migrant_organisations", "public_bodies", "professionals"],
        body=[
            *section(names["aim"], texts.AIM),
            *section(names["background"], *texts.BACKGROUND),
            *section(names["definition"], texts.DEFINITION),
            *section(names["problems"], items=texts.PROBLEMS),
            *section(names["targets"], items=texts.TARGETS),
        ],
    )  # fmt: skip
    page.topics = topics
    page.funding = [FundingRecord(**texts.FUNDING, award_number="EIA/2012/3.7.4.")]
    return page


def roundtable(topics: list[Any], place: Place) -> RoundtablePage:
    page = RoundtablePage(
        title=texts.BODY_TITLE, slug="kerekasztal", summary=texts.BODY_SUMMARY,
        mandate=f"<p>{texts.MANDATE}</p>", founded_on=date(2012, 12, 5),
    )  # fmt: skip
    page.topics = topics[1:3]
    return page


def founding_event(body: Any, place: Place, topics: list[Any]) -> EventPage:
    page = EventPage(
        title=texts.FOUNDING_TITLE, slug="megalakulas", summary=texts.FOUNDING_SUMMARY,
        roundtable=body, place=place, number_in_series=1, all_day=True,
        starts_at=datetime(2012, 12, 5, 0, 0, tzinfo=ZONE), status=EventPage.Status.HELD,
        ends_at=datetime(2012, 12, 5, 23, 59, tzinfo=ZONE),
        body=[
            ("quote", {"text": texts.FOUNDING_REPORT, "source": texts.FOUNDING_REPORT_SOURCE}),
            ("text", f"<p>{texts.ABOUT_SUMMARY}</p>"),
        ],
        languages_spoken=["hu"],
    )  # fmt: skip
    page.topics = topics[1:3]
    return page


def sample_event(body: Any, place: Place) -> EventPage:
    start = datetime.combine(
        timezone.localdate() + timedelta(days=30), datetime.min.time(), tzinfo=ZONE
    ).replace(hour=10)
    page = EventPage(
        title=texts.SAMPLE_TITLE, slug="minta-ules", summary=texts.SAMPLE_SUMMARY,
        roundtable=body, place=place, starts_at=start, ends_at=start + timedelta(hours=2),
        languages_spoken=["hu", "en"], step_free="yes",
        interpretation=[
            ("language", {"language": code, "kind": "simultaneous"}) for code in ("ar", "uk")
        ],
    )  # fmt: skip
    page.agenda = [
        AgendaItem(title=title, kind=kind, minutes=minutes, sort_order=order)
        for order, (title, kind, minutes) in enumerate(texts.SAMPLE_AGENDA)
    ]
    return page
