"""`manage.py bench`: measures, prints a table, writes bench.json."""

import json
from typing import Any

from django.core.management import BaseCommand

from cms.env import ROOT
from cms.operations.bench import PARTS


class Command(BaseCommand):
    help = "Measures the parts named (all of them without a name) and writes bench.json."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("parts", nargs="*", help=", ".join(PARTS))

    def handle(self, *args: Any, **options: Any) -> None:
        figures = {}
        for part in options["parts"] or PARTS:
            figures[part] = PARTS[part]()
            for row in figures[part]:
                self.stdout.write(
                    f"{part:<8}{row['name']:<36}{row['seconds']:>7} s  ≤ {row['limit']}"
                )
        (ROOT / "bench.json").write_text(json.dumps(figures, indent=1))
