"""Facts in a line or two: places, contacts, documents, names, days."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cms.core.acts import ShownAct
from cms.core.languages import language_name
from home.styleguide.entries import SMALL, WIDE, Entry, Family, State, plain
from home.styleguide.samples import (
    ALL,
    CHANGED,
    CHANGED_BEFORE,
    DAY,
    HOUR,
    LATER,
    LEAST,
    MOVED,
    ORGANISATION,
    PERSON,
    PUBLICATION,
    contact,
    document,
    full_contact,
    language,
    place,
    texts,
)
from network.models import OrganisationPage, PersonPage
from resources.models import PublicationPage, ResourcePage

#: Every sign that `components/icon.html` knows.
ICONS = (
    "calendar",
    "clock",
    "pin",
    "phone",
    "globe",
    "mail",
    "talk",
    "ears",
    "step",
    "loop",
    "child",
    "quiet",
    "video",
    "people",
    "tick",
    "file",
    "ticket",
    "coin",
    "map",
    "badge",
    "shield",
    "bars",
    "funnel",
    "link",
)
#: A kind that has no sign of its own: a book, as publications.
BOOK = "book"


def family(_home: Any) -> Family:
    entries = (
        Entry("components/contact.html", _("Contact"), contacts()),
        Entry("components/place.html", _("Place"), places()),
        Entry("components/documents.html", _("Documents"), documents(), size=WIDE),
        Entry("components/about_page.html", _("About a page"), about_page(), size=WIDE),
        Entry("components/period.html", _("Period"), periods()),
        Entry("components/verified.html", _("Verified"), verified()),
        Entry("components/spoken.html", _("Languages spoken"), spoken()),
        Entry("components/monogram.html", _("Monogram"), monograms()),
        Entry(
            "components/icon.html",
            _("Signs"),
            tuple(State(name, {"name": name}) for name in ICONS),
            size=SMALL,
            in_code=True,
        ),
        Entry("components/kind_icon.html", _("Signs of kinds"), kinds(), size=SMALL),
    )
    return Family("records", _("Facts"), entries)


def contacts() -> tuple[State, ...]:
    return (
        State(ALL, {"contact": full_contact(), "texts": texts()}),
        State(
            LEAST,
            {"contact": contact(pk=0, phone="+36 1 555 0100"), "texts": texts()},
        ),
    )


def places() -> tuple[State, ...]:
    return (
        State(_("Public address"), {"place": place(), "texts": texts()}),
        State(_("Hidden address"), {"place": place(hidden=True), "texts": texts()}),
    )


def documents() -> tuple[State, ...]:
    full = document(
        PUBLICATION,
        language=language(),
        page_count=24,
        accessible="yes",
        get_language_display=language_name(language()),
    )
    return (
        State(ALL, {"documents": [full]}),
        State(LEAST, {"documents": [document(_("Rules of procedure"))]}),
    )


def about_page() -> tuple[State, ...]:
    acts = [
        ShownAct("published", MOVED, str(CHANGED), language()),
        ShownAct("published", HOUR, str(CHANGED_BEFORE), language()),
    ]
    full = plain(contact=full_contact(), shown_acts=acts)
    return (State(ALL, {"page": full, "texts": texts()}),)


def periods() -> tuple[State, ...]:
    return (
        State(_("Both ends"), {"starts_on": DAY, "ends_on": LATER}),
        State(_("Beginning alone"), {"starts_on": DAY, "ends_on": None}),
        State(_("End alone"), {"starts_on": None, "ends_on": LATER}),
    )


def verified() -> tuple[State, ...]:
    return (
        State(_("Verified"), {"page": plain(verified_on=DAY)}),
        State(_("Not verified yet"), {"page": plain(verified_on=None)}),
    )


def spoken() -> tuple[State, ...]:
    return (State("", {"codes": ["hu", "uk", "zh-hans", "ar"]}),)


def monograms() -> tuple[State, ...]:
    return (
        State(capfirst(OrganisationPage._meta.verbose_name), {"name": ORGANISATION, "look": ""}),
        State(capfirst(PersonPage._meta.verbose_name), {"name": PERSON, "look": "round"}),
        State("中文", {"name": "布达佩斯", "look": ""}),
        State("العربية", {"name": "بيت اللغات", "look": ""}),
    )


def kinds() -> tuple[State, ...]:
    signs = [State(kind.label, {"kind": kind.value}) for kind in ResourcePage.Kind]
    return (*signs, State(capfirst(PublicationPage._meta.verbose_name), {"kind": BOOK}))
