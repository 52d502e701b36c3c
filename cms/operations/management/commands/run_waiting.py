"""`manage.py run_waiting`: runs the waiting tasks once, without a worker that stays."""

import sys
from typing import Any

from django.core.management import BaseCommand, CommandError

from cms.operations.waiting import run_waiting, waiting


class Command(BaseCommand):
    help = "Runs the tasks that wait in the queue, then ends."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Only say how many wait.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["dry_run"]:
            self.stdout.write(f"{waiting()} tasks wait.")
            return
        done = run_waiting(show=sys.stderr.isatty())
        self.stdout.write(f"{done.ran} tasks ran, {len(done.failed)} of them failed.")
        if done.failed:
            raise CommandError(f"failed: {', '.join(sorted(set(done.failed)))}")
