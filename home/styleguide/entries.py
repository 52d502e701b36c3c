"""What the style guide is made of: families of components, each with the states it can be in.

A state is a component's own template with plain data for its inputs; nothing here is HTML. What a
component is for and what its inputs are is read from the comment on top of its template.
"""

import re
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from django.http import HttpRequest
from django.template.loader import get_template
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

#: The first comment of a template.
COMMENT = re.compile(r"{#\s*(.*?)\s*#}", re.DOTALL)


#: How much of a line a state takes: all of it, or little; else a third.
WIDE, SMALL = "is-wide", "is-small"


@dataclass(frozen=True)
class State:
    """One state of a component, named in words, with its inputs."""

    name: Any
    inputs: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Entry:
    template: str
    name: Any
    states: tuple[State, ...] = ()
    inside: str = ""
    block: str = ""
    is_listed: bool = False
    size: str = ""
    in_code: bool = False
    where: Any = ""


@dataclass(frozen=True)
class Family:
    anchor: str
    name: Any
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class ShownEntry:
    """An entry as the page shows it; `states` are names with what the component makes of them."""

    entry: Entry
    about: str
    states: list[tuple[Any, str]]


def plain(**values: Any) -> SimpleNamespace:
    """Plain data in the place of a row. A choice among `values` brings its label with it, as
    `get_<name>_display`."""
    labels = {
        f"get_{name}_display": value.label
        for name, value in values.items()
        if hasattr(value, "label") and hasattr(value, "value")
    }
    values = {name: getattr(value, "value", value) for name, value in values.items()}
    return SimpleNamespace(**labels, **values)


def card_of(model: Any) -> Any:
    """The name of the card of a type of page."""
    return format_lazy("{card}: {name}", card=_("Card"), name=model._meta.verbose_name)


def state_of(model: Any) -> Any:
    """The name of the chip that says the state of a type of page."""
    return format_lazy("{state}: {name}", state=_("State"), name=model._meta.verbose_name)


def about(template: str) -> str:
    """The comment on top of a template."""
    loaded: Any = get_template(template)
    found = COMMENT.search(loaded.template.source)
    return found[1] if found else ""


def shown(entry: Entry, request: HttpRequest) -> ShownEntry:
    template = get_template(entry.template)
    states = [(state.name, template.render(state.inputs, request)) for state in entry.states]
    return ShownEntry(entry, about(entry.template), states)
