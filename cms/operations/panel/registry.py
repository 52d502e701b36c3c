"""The sections of the panel: what sends mail or searches adds one in `AppConfig.ready()`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Section:
    """`context()` is what the template is given; sections stand in the order of `order`."""

    name: str
    heading: Any
    icon: str
    template: str
    context: Callable[[], dict[str, Any]]
    order: int


_sections: dict[str, Section] = {}


def register_section(section: Section) -> None:
    _sections[section.name] = section


def sections() -> list[Section]:
    return sorted(_sections.values(), key=lambda section: section.order)
