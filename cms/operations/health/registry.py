"""The registry of health checks: a room adds its own in `AppConfig.ready()`.

A check answers with a sentence, in the active language, or with "" where all is well. It names no
person, path, address or password: anybody may read it.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Check:
    """`gates`: whether `/-/ready` asks it. Such a check is asked every few seconds: one query."""

    name: str
    label: Any
    finding: Callable[[], str]
    gates: bool = False


@dataclass(frozen=True)
class Finding:
    """What a check found: `sentence` is empty where all is well."""

    check: Check
    sentence: str

    @property
    def is_well(self) -> bool:
        return not self.sentence


_checks: dict[str, Check] = {}


def register_health(check: Check) -> None:
    """Raises ValueError where another check has the name."""
    known = _checks.setdefault(check.name, check)
    if known is not check and known.finding is not check.finding:
        raise ValueError(f"two health checks are named {check.name}")


def findings(*, gates_only: bool = False) -> list[Finding]:
    """Ask the checks; one that raises has found something itself."""
    asked = [check for check in _checks.values() if check.gates or not gates_only]
    return [Finding(check, _sentence(check)) for check in asked]


def _sentence(check: Check) -> str:
    try:
        return check.finding()
    except Exception:  # a check of any room, and what it asks may be what is broken
        logger.exception("a health check failed", extra={"check": check.name})
        return gettext("This could not be checked.")
