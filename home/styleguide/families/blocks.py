"""The blocks of a body, as an editor can put them on any page."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cms.core.blocks import BodyBlock
from cms.core.languages import language_name
from home.styleguide.entries import WIDE, Entry, Family, State, plain
from home.styleguide.pictures import SamplePicture
from home.styleguide.samples import (
    ALL,
    ANSWER,
    BUTTON,
    CAPTION,
    DIRECTIONS,
    FILM,
    HOUSING,
    LEARNING,
    LEAST,
    PUBLICATION,
    QUESTION,
    QUOTE,
    SPEAKER,
    SUMMARY,
    document,
    language,
)
from network.service_codes import Weekday


def family(home: Any) -> Family:
    """`home` is the site's home page, to which cards and buttons lead."""
    states = {
        "heading": headings(),
        "text": texts(),
        "quote": quotes(),
        "picture": pictures(),
        "documents": documents(),
        "pages": (State("", {"value": [home]}),),
        "table": tables(),
        "action": actions(home),
        "accordion": accordions(),
        "embed": embeds(),
    }
    entries = (
        Entry(block.meta.template, block.label, states[name], block=name, size=WIDE)
        for name, block in BodyBlock().child_blocks.items()
        if name in states
    )
    return Family("blocks", _("Blocks of a body"), tuple(entries))


def headings() -> tuple[State, ...]:
    return (
        State(_("Section"), {"value": {"text": HOUSING, "level": "2"}, "anchor": "s-1"}),
        State(_("Subsection"), {"value": {"text": LEARNING, "level": "3"}}),
    )


def texts() -> tuple[State, ...]:
    words = (
        f"<p>{SUMMARY} <b>{HOUSING}</b>, <i>{LEARNING}</i>, <a href='#blocks'>{PUBLICATION}</a></p>"
    )
    rows = f"<li>{QUESTION}</li><li>{ANSWER}</li>"
    return (
        State(_("Paragraph"), {"value": words}),
        State(_("List"), {"value": f"<ul>{rows}</ul>"}),
        State(_("Numbered list"), {"value": f"<ol>{rows}</ol>"}),
    )


def quotes() -> tuple[State, ...]:
    return (
        State(ALL, {"value": {"text": QUOTE, "source": SPEAKER}}),
        State(LEAST, {"value": {"text": QUOTE, "source": ""}}),
    )


def pictures() -> tuple[State, ...]:
    image = SamplePicture("body", credit="")
    named = SamplePicture("body", credit=str(SPEAKER))
    return (
        State(ALL, {"value": {"image": named, "caption": CAPTION}}),
        State(LEAST, {"value": {"image": image, "caption": ""}}),
    )


def documents() -> tuple[State, ...]:
    full = document(
        PUBLICATION,
        language=language(),
        page_count=24,
        accessible="yes",
        get_language_display=language_name(language()),
    )
    return (State("", {"value": [full, document(_("Rules of procedure"))]}),)


def tables() -> tuple[State, ...]:
    rows = [
        plain(cells=[day.label, hours])
        for day, hours in zip(Weekday, ["9–16", "12–18"], strict=False)
    ]
    value = {
        "caption": _("Opening hours"),
        "head": [capfirst(_("day")), capfirst(_("hours"))],
        "rows": rows,
    }
    return (State("", {"value": value}),)


def actions(home: Any) -> tuple[State, ...]:
    return (
        State(_("To a page of the site"), {"value": {"text": BUTTON, "page": home, "url": ""}}),
        State(_("To another site"), {"value": {"text": BUTTON, "url": "https://example.org/"}}),
    )


def accordions() -> tuple[State, ...]:
    items = [
        {"title": QUESTION, "text": f"<p>{ANSWER}</p>"},
        {"title": CAPTION, "text": f"<p>{DIRECTIONS}</p>"},
    ]
    return (State("", {"value": items}),)


def embeds() -> tuple[State, ...]:
    value = {"title": FILM, "provider": "example.org", "url": "https://example.org/"}
    return (
        State(_("With a picture"), {"value": {**value, "still": SamplePicture("body")}}),
        State(_("Without a picture"), {"value": {**value, "still": None}}),
    )
