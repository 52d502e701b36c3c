"""`manage.py worker`: works on the queue until it is told to stop."""

import sys
from typing import Any

from django.core.management import BaseCommand, CommandError

from cms.env import env
from cms.operations.queue.tree import Tree


class Command(BaseCommand):
    help = (
        "Works on the queue. The first signal (Ctrl-C) lets running tasks finish, "
        "the second one breaks them off; they run again later."
    )
    requires_system_checks = []

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument(
            "--processes", type=int, default=env.workers, help="Workers side by side."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["processes"] < 1:
            raise CommandError("--processes is at least 1.")
        sys.exit(Tree(options["processes"]).run())
