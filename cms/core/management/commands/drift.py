"""`manage.py drift`: facts of translations that are not the source's, and their repair."""

import sys
from typing import Any

from django.core.management import BaseCommand

from cms.core.facts.drift import drift_everywhere
from cms.core.facts.propagate import propagate


class Command(BaseCommand):
    help = "Lists translations whose facts differ from the source page; exit status 1 if any do."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--repair", action="store_true", help="Write the source's facts.")

    def handle(self, *args: Any, **options: Any) -> None:
        found = drift_everywhere()
        for source, ids in found:
            self.stdout.write(f"{source.pk} {source}: {', '.join(map(str, sorted(ids)))}")
            if options["repair"]:
                propagate(source)
        self.stdout.write(f"{len(found)} source pages with differences.")
        if found and not options["repair"]:
            sys.exit(1)
