"""The form of a part of the bench: how it is measured, and what each of its figures may be."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True)
class Figure:
    """A measured value and its budget; None where the text sets none."""

    name: str
    value: float
    limit: float | None
    #: The limit is the least that the value may be, not the most.
    at_least: bool = False

    @property
    def is_missed(self) -> bool:
        if self.limit is None:
            return False
        return self.value < self.limit if self.at_least else self.value > self.limit

    def __str__(self) -> str:
        sign = "≥" if self.at_least else "≤"
        limit = "" if self.limit is None else f" {sign} {self.limit:g}"
        return f"{self.name} {self.value:g}{limit}{' MISSED' if self.is_missed else ''}"


@dataclass(frozen=True)
class Part:
    """`measure` gives rows by the key that they have in bench.json; `figures` those of one row."""

    measure: Callable[[], dict[str, list[Row]]]
    figures: Callable[[Row], Iterable[Figure]]
