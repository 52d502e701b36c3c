"""A due time of a job, and what became of it. The unique keys decide among several workers."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ScheduledRun(models.Model):
    class State(models.TextChoices):
        QUEUED = "queued", _("queued")
        OK = "ok", _("done")
        FAILED = "failed", _("failed")
        SKIPPED = "skipped", _("skipped")

    class Reason(models.TextChoices):
        FIRST_SIGHT = "first_sight", _("New: the first run is the next one that is due.")
        STILL_OPEN = "still_open", _("The run before was still open.")
        TASK_GONE = "task_gone", _("Its task was deleted before it ended.")
        OBSOLETE = "obsolete", _("What it was about is gone.")

    name = models.CharField(max_length=60)
    due_at = models.DateTimeField()
    #: Of the queue, whose rows are pruned; none where the run was skipped.
    task = models.UUIDField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.QUEUED)
    #: One of `Reason`, or the class of the exception that ended the task.
    reason = models.CharField(max_length=200, blank=True)
    #: The number that the task returned.
    count = models.IntegerField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "due_at"], name="one_run_per_due_time"),
            models.UniqueConstraint(
                fields=["name"], condition=Q(state="queued"), name="one_open_run_per_job"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.due_at:%Y-%m-%d %H:%M}"

    def why(self) -> str:
        """The reason as a sentence, in the active language."""
        known = dict(self.Reason.choices)
        return str(known.get(self.reason, self.reason))
