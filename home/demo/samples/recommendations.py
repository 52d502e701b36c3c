"""Sample recommendations in every state: unsaved pages, and what happens to them once published.

The loader saves the addressees, publishes the list and the pages in the order given, then calls
`play` for each with the page, and last `tie` with a meeting that was held and has an agenda, and
`ask_others` with an organisation.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Locale

from cms.core.acts import act_record
from cms.core.facts.change import facts_change
from home.demo.catalogues import in_known_languages
from home.demo.samples import recommendation_texts as texts
from home.demo.samples.sample import Sample
from resources.models import (
    Addressee,
    AddresseeText,
    CoAddressee,
    ItemDiscussion,
    RecommendationIndexPage,
    RecommendationItem,
    RecommendationPage,
)
from resources.recommendations.codes import (
    Happening,
    Kind,
    Priority,
    Response,
    State,
    Teller,
)
from resources.recommendations.services import (
    Entry,
    document_adopt,
    document_send,
    document_state,
    item_change,
    items_of,
    on_day,
)


def ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def make_list() -> RecommendationIndexPage:
    return RecommendationIndexPage(
        title=texts.LIST_TITLE, slug="ajanlasok", summary=texts.LIST_SUMMARY
    )


def make_addressees() -> list[Addressee]:
    """Saved records with their names in every language that has them."""
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    made = []
    for name, unit, days in texts.ADDRESSEES:
        addressee = Addressee.objects.create(name=name, reply_days=days)
        units = in_known_languages(unit) if unit else {}
        for code, text in in_known_languages(name).items():
            AddresseeText.objects.create(
                addressee=addressee, locale=locales[code], name=text, unit=units.get(code, "")
            )
        made.append(addressee)
    return made


def make_samples(body: Any, addressees: list[Addressee], topics: list[Any]) -> list[Sample]:
    """Six documents; `body` is the roundtable's source page. The last two refer to earlier ones."""
    year = timezone.localdate().year

    def sample(number: int, name: str, play: Callable[[Any], None], items: int = 2) -> Sample:
        page = document(texts.TITLES[name], f"MK-{year}/{number:02}", items, addressees)
        page.slug, page.roundtable = f"minta-{name_of[name]}", body
        page.topics = topics[number % len(topics) :][:2] if topics else []
        return Sample(page, play)

    name_of = {"languages": "nyelvek", "housing": "lakhatas", "schools": "iskola",
               "draft": "kepzes", "old": "tajekoztatok", "mistaken": "velemeny"}  # fmt: skip
    samples = [
        sample(4, "languages", played_answers, items=4),
        sample(3, "housing", played_closed),
        sample(5, "schools", lambda page: document_adopt(page=page, on=ago(12))),
        sample(6, "draft", lambda page: document_state(page=page, state=State.CONSULTATION)),
        sample(1, "old", played_superseded),
        sample(2, "mistaken", played_withdrawn),
    ]
    samples[-1].page.kind = Kind.OPINION
    return samples


def document(title: str, reference: str, items: int, addressees: list[Any]) -> RecommendationPage:
    page = RecommendationPage(
        title=title, reference=reference, summary=texts.SAMPLE,
        background=f"<p>{texts.BACKGROUND}</p>",
    )  # fmt: skip
    page.items = [
        RecommendationItem(
            number=str(order + 1), title=texts.ITEMS[order], text=f"<p>{texts.TEXT}</p>",
            rationale=f"<p>{texts.WHY}</p>", addressee=addressees[order % len(addressees)],
            priority=Priority.HIGH if order == 0 else Priority.NORMAL, sort_order=order,
        )
        for order in range(items)
    ]  # fmt: skip
    return page


def send(page: Any, *, adopted: int, sent: int, days: int | None = None) -> list[Any]:
    """Adopt and send so many days ago; the keys of the items in their order."""
    document_adopt(page=page, on=ago(adopted))
    document_send(page=page, on=ago(sent), file_number=f"{page.reference}-1", days=days)
    return list(items_of(page))


def answer(page: Any, key: Any, days: int, note: str, **changes: Any) -> None:
    came = changes["response_state"] != Response.NO_ANSWER
    by = Teller.ADDRESSEE if came else Teller.SECRETARIAT
    item_change(
        page=page, item_key=key, kind=Happening.RESPONSE, changes=changes,
        entry=Entry(at=on_day(ago(days)), notes=in_known_languages(note) if note else {}, by=by),
    )  # fmt: skip


def played_answers(page: Any) -> None:
    """One item overdue, one answered and under way, one without an answer, one acknowledged."""
    keys = send(page, adopted=84, sent=75)
    answer(page, keys[1], 30, texts.ANSWER, response_state="answered", position="accepted_in_part")
    item_change(
        page=page, item_key=keys[1], kind=Happening.IMPLEMENTATION,
        changes={"implementation": "in_progress", "next_review_on": ago(-120)},
        entry=Entry(at=on_day(ago(10)), notes=in_known_languages(texts.PROGRESS)),
    )  # fmt: skip
    answer(page, keys[2], 8, texts.NO_ANSWER, response_state="no_answer")
    item_change(
        page=page, item_key=keys[3], kind=Happening.ACKNOWLEDGED,
        changes={"response_state": "acknowledged", "response_due": ago(-20)},
        entry=Entry(at=on_day(ago(60)), by=Teller.ADDRESSEE),
    )  # fmt: skip


def played_closed(page: Any) -> None:
    keys = send(page, adopted=300, sent=290)
    answer(page, keys[0], 250, texts.ACCEPTED, response_state="answered", position="accepted")
    answer(page, keys[1], 240, "", response_state="answered", position="not_competent")
    item_change(
        page=page, item_key=keys[0], kind=Happening.IMPLEMENTATION,
        changes={"implementation": "implemented"}, entry=Entry(at=on_day(ago(90))),
    )  # fmt: skip
    document_state(page=page, state=State.CLOSED)


def played_superseded(page: Any) -> None:
    send(page, adopted=400, sent=390)
    newer = RecommendationPage.objects.filter(
        title=texts.TITLES["languages"], locale=page.locale
    ).first()
    take_back(page, "superseded", newer)


def played_withdrawn(page: Any) -> None:
    document_adopt(page=page, on=ago(200))
    take_back(page, "error", None)


def take_back(page: Any, reason: str, newer: Any) -> None:
    facts_change(
        page=page,
        fields={
            "withdrawn_at": timezone.now(), "withdrawn_reason": reason, "replaced_by": newer,
            **page.facts_of_withdrawal(reason),
        },
    )  # fmt: skip
    act_record(page=page, kind="withdrawn", texts=in_known_languages(texts.WITHDRAWN))


def tie(page: Any, meeting: Any) -> None:
    """The first item of `page` was on the first agenda item of `meeting`, both source pages.

    Nothing where the meeting is still to come: it cannot have discussed anything.
    """
    if meeting.starts_at > timezone.now():
        return
    agenda, keys = meeting.agenda.first(), list(items_of(page))
    if agenda is not None and keys:
        ItemDiscussion.objects.create(
            recommendation=page, item_key=keys[0], meeting=meeting, kind="discussed",
            agenda_key=agenda.translation_key, state="confirmed",
        )  # fmt: skip


def ask_others(page: Any, addressee: Any, organisation: Any) -> None:
    """The first item of `page` asks another addressee too, and an organisation's source page."""
    key = next(iter(items_of(page)))
    for asked in ({"addressee": addressee}, {"organisation": organisation}):
        CoAddressee.objects.create(recommendation=page, item_key=key, state="confirmed", **asked)
