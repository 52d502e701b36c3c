"""A sample page and what happens to it after its publication."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Sample:
    """An unsaved page; `play` gets the published one."""

    page: Any
    play: Callable[[Any], None] = lambda _page: None
