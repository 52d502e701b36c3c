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

    @property
    def is_missed(self) -> bool:
        return self.limit is not None and self.value > self.limit

    def __str__(self) -> str:
        limit = "" if self.limit is None else f" ≤ {self.limit:g}"
        return f"{self.name} {self.value:g}{limit}{' MISSED' if self.is_missed else ''}"


@dataclass(frozen=True)
class Part:
    """`measure` gives rows by the key that they have in bench.json; `figures` those of one row."""

    measure: Callable[[], dict[str, list[Row]]]
    figures: Callable[[Row], Iterable[Figure]]
