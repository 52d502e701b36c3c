"""Where upper rooms fill lower ones: page types, panels of the welcome, actions on live facts."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from wagtail.models import get_page_models

from cms.core.facts.kinds import required_kinds
from cms.core.together import Part, Row


def page_types() -> list[Any]:
    """Every page type with facts, of all rooms."""
    return [model for model in get_page_models() if hasattr(model, "shared_fields")]


def row_types() -> list[Any]:
    return [row for model in page_types() for _name, row in required_kinds(model).rows]


_hidden: list[Callable[[], Any]] = []


def register_hidden(condition: Callable[[], Any]) -> None:
    """`condition()` is an `Exists` on `OuterRef("pk")`: such pages are public nowhere."""
    if condition not in _hidden:
        _hidden.append(condition)


def hidden_conditions() -> list[Callable[[], Any]]:
    return list(_hidden)


@dataclass(frozen=True)
class FactAction:
    """An entry of a page's menu (or, with `relation`, of each of its rows) that changes live facts.

    `form` is a form class whose `changes(page)` gives the values for `facts_change`; its
    `explanation_<language>` fields become the texts of the act; with no `act` the form itself
    keeps them, in a history of its own.
    """

    name: str
    label: Any
    form: Any
    models: tuple[Any, ...]
    act: str = "status"
    icon: str = "edit"
    relation: str = ""
    applies: Callable[[Any], bool] = field(default=lambda _page: True)


_actions: list[FactAction] = []


def register_fact_action(action: FactAction) -> None:
    if action.name not in {known.name for known in _actions}:
        _actions.append(action)


def fact_actions(page: Any, *, relation: str | None = None) -> list[FactAction]:
    """The actions that apply to a page now; of its rows where `relation` names them."""
    return [
        action
        for action in _actions
        if isinstance(page, action.models)
        and (relation is None or action.relation == relation)
        and action.applies(page)
    ]


def fact_action(name: str) -> FactAction:
    """Raises LookupError for a name that nobody registered."""
    for action in _actions:
        if action.name == name:
            return action
    raise LookupError(name)


#: (kind, ids of files) → those that stay closed to the public though a public page shows them.
FileGate = Callable[[str, Collection[int]], set[int]]

_file_gates: list[FileGate] = []


def register_file_gate(gate: FileGate) -> None:
    if gate not in _file_gates:
        _file_gates.append(gate)


def file_gates() -> list[FileGate]:
    return _file_gates


@dataclass(frozen=True)
class RowExtra:
    """Links that an upper room ties to the rows of a page type.

    `part(page)` is what it reads, for `together`; `links(rows)` makes links of that, by the
    translation key of the row they stand at.
    """

    part: Callable[[Any], Part]
    links: Callable[[list[Row]], dict[UUID, list[Any]]]


@dataclass(frozen=True)
class PageExtra:
    """A section of links that an upper room adds to pages of a type; read as `RowExtra` is."""

    heading: Any
    part: Callable[[Any], Part]
    links: Callable[[list[Row]], list[Any]]


_page_extras: dict[str, list[PageExtra]] = {}


def register_page_extra(page_type: str, extra: PageExtra) -> None:
    """For pages of a type, such as `"network.OrganisationPage"`."""
    known = _page_extras.setdefault(page_type, [])
    if extra not in known:
        known.append(extra)


def page_extras(model: Any) -> dict[str, PageExtra]:
    """What is registered for a page type, by names for its parts in `together`."""
    return {f"extra{n}": e for n, e in enumerate(_page_extras.get(model._meta.label, ()))}


def page_sections(
    extras: dict[str, PageExtra], rows: dict[str, list[Row]]
) -> list[tuple[Any, list[Any]]]:
    """Heading and links of each section that has any."""
    found = [(extra.heading, extra.links(rows[name])) for name, extra in extras.items()]
    return [(heading, links) for heading, links in found if links]


_row_extras: dict[tuple[str, str], list[RowExtra]] = {}


def register_row_extra(page_type: str, relation: str, extra: RowExtra) -> None:
    """For the rows `relation` of a page type: `"network.EventPage"`, `"agenda"`."""
    known = _row_extras.setdefault((page_type, relation), [])
    if extra not in known:
        known.append(extra)


def row_extras(model: Any, relation: str) -> dict[str, RowExtra]:
    """What is registered for rows of a page type, by names for its parts in `together`."""
    known = _row_extras.get((model._meta.label, relation), ())
    return {f"{relation}{number}": extra for number, extra in enumerate(known)}


def row_links(extras: dict[str, RowExtra], rows: dict[str, list[Row]]) -> dict[UUID, list[Any]]:
    """The links of all of them, by the translation key of the row."""
    found: dict[UUID, list[Any]] = {}
    for name, extra in extras.items():
        for key, links in extra.links(rows[name]).items():
            found.setdefault(key, []).extend(links)
    return found
