"""`manage.py publish_scheduled`: what the schedule does each minute, at once and by hand.

In place of Wagtail's command of this name, which loses a page when it is killed in its middle.
"""

from typing import Any

from django.core.management import BaseCommand
from django.utils import timezone

from cms.operations.jobs.publishing import (
    expired,
    object_expire,
    revision_publish,
    revisions_due,
)


class Command(BaseCommand):
    help = "Publishes and takes down what is due. The worker does so each minute by itself."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--dry-run", "--dryrun", action="store_true", help="Only count.")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        ends, starts = list(expired(now)), revisions_due(now)
        if options["dry_run"]:
            self.stdout.write(f"{len(starts)} to publish, {len(ends)} to take down.")
            return
        down = sum(object_expire(label=label, pk=pk) for label, pk in ends)
        up = sum(revision_publish(revision_id=revision.pk) for revision in starts)
        self.stdout.write(f"{up} published, {down} taken down.")
