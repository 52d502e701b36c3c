"""`manage.py prune_tasks`: deletes finished tasks of all queues after their time."""

from typing import Any

from django.core.management import BaseCommand

from cms.operations.queue.services import DONE_DAYS, FAILED_DAYS, tasks_prune


class Command(BaseCommand):
    help = "Deletes the rows of tasks that ended some time ago, in every queue."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--done-days", type=float, default=DONE_DAYS)
        parser.add_argument("--failed-days", type=float, default=FAILED_DAYS)

    def handle(self, *args: Any, **options: Any) -> None:
        count = tasks_prune(done_days=options["done_days"], failed_days=options["failed_days"])
        self.stdout.write(f"{count} tasks deleted.")
