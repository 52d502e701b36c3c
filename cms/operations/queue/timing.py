"""The times of the queue in seconds; the setting QUEUE_TIMING changes them, as tests do."""

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True)
class Timing:
    #: between two looks of an idle worker
    poll: float = 0.5
    #: between two signs of life, and between two looks at the other workers
    beat: float = 5
    #: of silence after which a worker counts as gone
    lease: float = 30
    #: before the second attempt; each further one waits three times as long
    backoff: float = 5
    #: from the exception at a task's limit to the end of its process
    hard_end: float = 10

    @property
    def own_end(self) -> float:
        """Of not being able to renew its lease, after which a worker ends itself."""
        return self.lease * 5 / 6

    @property
    def second_look(self) -> float:
        """Between suspicion and take-over: machines sleep, and all workers wake at once."""
        return self.beat * 2


def timing() -> Timing:
    return Timing(**getattr(settings, "QUEUE_TIMING", {}))
