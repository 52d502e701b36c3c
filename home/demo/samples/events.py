"""Sample events in every state: tentative, postponed, cancelled, held with minutes, online."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from cms.core.acts import act_record
from cms.core.facts.change import facts_change
from home.demo.catalogues import in_known_languages
from home.demo.samples.sample import Sample
from home.demo.texts import t
from network.models import AgendaItem, EventPage

ZONE = ZoneInfo("Europe/Budapest")


def at(days: int, hour: int) -> datetime:
    day = timezone.localdate() + timedelta(days=days)
    return datetime(day.year, day.month, day.day, hour, tzinfo=ZONE)


def make_events(body: Any, place: Any) -> list[Sample]:
    return [
        Sample(_held(body, place), play_held),
        Sample(_training(place)),
        Sample(_consultation()),
        Sample(_festival(place), play_cancelled),
        Sample(_group(body, place), play_postponed),
    ]


def event(slug: str, title: str, summary: str, start: datetime, **values: Any) -> EventPage:
    end = start + timedelta(hours=2)
    values = {"languages_spoken": ["hu"], **values}
    return EventPage(slug=slug, title=title, summary=summary, starts_at=start, ends_at=end,
                     **values)  # fmt: skip


def _held(body: Any, place: Any) -> EventPage:
    page = event(
        "minta-korabbi-ules",
        t("Minta: egy korábbi ülés", "Sample: an earlier meeting"),
        t("Minta: így jelenik meg egy megtartott ülés döntéssel és jegyzőkönyvvel.",
          "Sample: this is how a past meeting appears, with its decision and minutes."),
        at(-60, 10), roundtable=body, place=place, number_in_series=2,
        minutes_text="<p>" + t("Minta: a résztvevők megtárgyalták a napirendet.",
                               "Sample: those present discussed the agenda.") + "</p>",
    )  # fmt: skip
    page.agenda = [
        AgendaItem(
            title=t("Minta: a többnyelvű tájékoztatók",
                    "Sample: information sheets in several languages"),
            kind="decision", minutes=40, sort_order=0,
            decision="<p>" + t("Minta: elfogadták.", "Sample: it was adopted.") + "</p>",
        ),
    ]  # fmt: skip
    return page


def _training(place: Any) -> EventPage:
    return event(
        "minta-kepzes", t("Minta: képzés önkénteseknek", "Sample: training for volunteers"),
        t("Minta: ingyenes délután, tolmácsolással.",
          "Sample: an afternoon session, free of charge, with interpretation."),
        at(12, 14), kind=EventPage.Kind.TRAINING, place=place, capacity=24, step_free="yes",
        childcare="yes", languages_spoken=["hu", "en"], status=EventPage.Status.TENTATIVE,
        interpretation=[
            ("language", {"language": "uk", "kind": "simultaneous", "on_request": False}),
            ("language", {"language": "ar", "kind": "consecutive", "on_request": True}),
        ],
    )  # fmt: skip


def _consultation() -> EventPage:
    return event(
        "minta-egyeztetes", t("Minta: online egyeztetés", "Sample: online consultation"),
        t("Minta: egyeztetés egy készülő ajánlásról.",
          "Sample: a consultation on a recommendation that is being drafted."),
        at(20, 17), kind=EventPage.Kind.CONSULTATION, mode=EventPage.Mode.ONLINE,
        online_url="https://example.org/", languages_spoken=["hu", "en"],
    )  # fmt: skip


def _festival(place: Any) -> EventPage:
    return event(
        "minta-nyilvanos-esemeny", t("Minta: nyílt nap", "Sample: open day"),
        t("Minta: így jelenik meg egy elmaradó esemény.",
          "Sample: this is how a cancelled event appears."),
        at(35, 11), kind=EventPage.Kind.PUBLIC, place=place,
    )  # fmt: skip


def _group(body: Any, place: Any) -> EventPage:
    return event(
        "minta-munkacsoport", t("Minta: munkacsoporti ülés", "Sample: meeting of a working group"),
        t("Minta: így jelenik meg egy elhalasztott ülés.",
          "Sample: this is how a postponed meeting appears."),
        at(9, 9), kind=EventPage.Kind.WORKING_GROUP, roundtable=body, place=place,
    )  # fmt: skip


def said(page: Any, text: str) -> None:
    act_record(page=page, kind="status", texts=in_known_languages(text))


def play_held(page: Any) -> None:
    (item,) = page.agenda.all()
    facts_change(
        page=page,
        fields={"status": "held", "minutes_state": "approved",
                "minutes_approved_on": timezone.localdate() - timedelta(days=30)},
        rows={"agenda": {item.translation_key: {
            "outcome": "adopted", "votes_for": 11, "votes_against": 0, "votes_abstained": 2}}},
    )  # fmt: skip


def play_cancelled(page: Any) -> None:
    facts_change(page=page, fields={"status": "cancelled"})
    said(page, t("Minta: kevés a jelentkező.", "Sample: too few people registered."))


def play_postponed(page: Any) -> None:
    facts_change(page=page, fields={"status": "postponed", "postponed_from": page.starts_at})
    said(page, t("Minta: az új időpontot keressük.", "Sample: a new date is being sought."))
