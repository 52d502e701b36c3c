"""What every worker does beside its tasks at set intervals: the schedule queues due runs so."""

import logging
import time
from collections.abc import Callable

logger = logging.getLogger(__name__)

Hook = Callable[[], object]
HOOKS: list[tuple[Hook, float]] = []


def on_tick(function: Hook, every_seconds: float) -> None:
    """Let each worker call `function` between tasks, not more often than `every_seconds`.

    Called from `AppConfig.ready()`. Several workers call it at the same time; it must be short.
    """
    HOOKS.append((function, every_seconds))


class Ticks:
    """When each hook is due next in this process."""

    def __init__(self) -> None:
        self.due = [(function, seconds, 0.0) for function, seconds in HOOKS]

    def run(self) -> None:
        """Call the hooks that are due. A fault in one is logged and keeps nothing else back."""
        now = time.monotonic()
        for place, (function, seconds, due) in enumerate(self.due):
            if now >= due:
                self.due[place] = (function, seconds, now + seconds)
                try:
                    function()
                except Exception:  # a hook of any room
                    logger.exception("hook failed", extra={"hook": function.__qualname__})
