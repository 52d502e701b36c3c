"""The lease of a worker: one row per living process that works on the queue.

Whoever has no row may write nothing to a task any more; `cms.operations.queue.watch` takes the
row of a process that is gone or silent, and with it its tasks.
"""

from secrets import token_hex

from django.db import models


def new_id() -> str:
    """Never used twice, also after a restore: tokens of attempts begin with it."""
    return token_hex(6)


class Worker(models.Model):
    id = models.CharField(primary_key=True, max_length=12, default=new_id, editable=False)
    #: kernel's boot and process namespace: where `pid` means something
    host = models.CharField(max_length=80)
    pid = models.PositiveIntegerField()
    #: clock ticks from boot: a number used again is another process
    pid_started = models.PositiveBigIntegerField()
    label = models.CharField(max_length=80)
    started_at = models.DateTimeField(auto_now_add=True)
    #: counted; compared at a take-over, as times of SQLite have milliseconds only
    beat = models.PositiveBigIntegerField(default=0)
    #: by the database's clock
    beat_at = models.DateTimeField()
    #: when its silence was first noted; a beat clears it
    suspect_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["host", "label", "started_at"]

    def __str__(self) -> str:
        return f"{self.label} ({self.pid})"
