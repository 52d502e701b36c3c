"""The tables of the room: who works on the queue, the runs of scheduled jobs, the outbox."""

from cms.operations.models.outgoing_mail import MailFault, MailState, OutgoingMail
from cms.operations.models.scheduled_run import ScheduledRun
from cms.operations.models.worker import Worker

__all__ = ["MailFault", "MailState", "OutgoingMail", "ScheduledRun", "Worker"]
