"""The words and people of the examples in the style guide, in the reader's language."""

from datetime import date, datetime
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cms.core.frame import Link
from cms.core.texts import RecordText, Texts
from cms.languages import SOURCE
from home.styleguide.entries import plain

BUDAPEST = ZoneInfo("Europe/Budapest")
#: Days and hours of all examples.
DAY = date(2026, 3, 12)
LATER = date(2026, 4, 16)
HOUR = datetime(2026, 3, 12, 10, 0, tzinfo=BUDAPEST)
MOVED = datetime(2026, 4, 16, 14, 30, tzinfo=BUDAPEST)

MEETING = _("Where newcomers can live")
#: The same in the source language, where a page is missing in the reader's.
HUNGARIAN_TITLE = "Hol lakhat, aki most jön"
SUMMARY = _("What this is about, in one or two sentences, as readers see it in a list.")
ORGANISATION = _("Riverside Association")
SECOND_ORGANISATION = _("House of Languages Foundation")
PERSON = "Nguyen Anna"
POSITION = _("coordinator")
SERVICE = _("Legal advice in four languages")
RECOMMENDATION = _("Language courses in the evening too")
SECOND_ITEM = _("Notices at the counters in plain language")
PUBLICATION = _("First steps in the city")
QUESTION = _("What do I have to bring?")
ANSWER = _("An identity card or a residence permit.")
QUOTE = _("Nobody should have to ask three times where to go.")
SPEAKER = _("a participant of a meeting")
CAPTION = _("The bridge, seen from the north")
ALT = _("A bridge over a wide river with hills behind it")
FILM = _("A day at the Roundtable")
BUTTON = _("Write to us")
REASON = _("The hall is under repair; the meeting comes later.")
CHANGED = _("The part on fees was written anew.")
CHANGED_BEFORE = _("A new telephone number.")
NOTE = _("evenings too")
PLACE = _("City Hall")
DIRECTIONS = _("Second gate; ring the bell.")
HOUSING = _("Housing")
LEARNING = _("Learning the language")
HEALTH = _("Health")
#: Names of states: everything that a component can show, and what it shows at least.
ALL, LEAST = _("All of it"), _("The least of it")
EMPTY = _("Nothing has been published here yet.")

#: Ids of the records and pages in the examples.
CONTACT, SITE, OTHER_SITE, PAGE, HUNGARIAN_PAGE = 1, 1, 2, 1, 2
TELEPHONE = "+36 1 555 0100"
ADDRESS = "1052 Budapest, Városház u. 9–11."


def language() -> str:
    return get_language() or SOURCE


def here() -> str:
    """The address that links in the examples lead to: the guide's own."""
    return reverse("styleguide")


def link(title: Any, lang: str = "") -> Link:
    return Link(str(title), here(), lang or language())


def page(title: Any, **values: Any) -> SimpleNamespace:
    """A page as the cards of lists know it."""
    known: dict[str, Any] = {"pk": PAGE, "title": str(title), "url_path": here(), "summary": ""}
    return plain(**known | values)


def spoken(text: Any) -> RecordText:
    return RecordText(str(text), language())


def texts() -> Texts:
    """Texts of the records of the examples: topics, a contact, two places."""
    from_records = {
        ("contact", CONTACT): RecordText(
            str(_("Secretariat")), language(), str(POSITION), str(NOTE)
        ),
        ("place", SITE): RecordText(str(PLACE), language(), str(DIRECTIONS)),
        ("place", OTHER_SITE): RecordText(str(ORGANISATION), language(), str(DIRECTIONS)),
    }
    topics = {("topic", n): spoken(name) for n, name in enumerate((HOUSING, LEARNING, HEALTH))}
    return Texts({**topics, **from_records})


def place(*, hidden: bool = False) -> SimpleNamespace:
    address = "" if hidden else ADDRESS
    return plain(pk=OTHER_SITE if hidden else SITE, postal_address=address, hidden=hidden)


def contact(**values: Any) -> SimpleNamespace:
    known = {"pk": CONTACT, "email": "", "phone": "", "website": "", "place_id": None}
    return plain(**known | values)


def full_contact() -> SimpleNamespace:
    return contact(
        email="kerekasztal@example.org", phone=TELEPHONE, website="https://example.org/",
        place_id=SITE, place=place(),
    )  # fmt: skip


def document(title: Any, **values: Any) -> SimpleNamespace:
    known = {
        "title": str(title), "url": here(), "file_extension": "pdf", "file_size": 184_320,
        "page_count": None, "language": "", "accessible": "unknown",
    }  # fmt: skip
    return plain(**known | values)
