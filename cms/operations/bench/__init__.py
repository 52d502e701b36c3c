"""What `make bench` measures: one module a part, each with `measure()`, which gives its figures."""

from collections.abc import Callable
from typing import Any

from cms.operations.bench.start import measure as measure_start

PARTS: dict[str, Callable[[], list[dict[str, Any]]]] = {"start": measure_start}
