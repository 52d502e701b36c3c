"""`manage.py bench`: measures, prints figures beside their budgets, writes bench.json."""

import json
from typing import Any

from django.core.management import BaseCommand, CommandError

from cms.env import ROOT
from cms.operations.bench import PARTS
from cms.operations.bench.part import Part, Row

FILE = ROOT / "bench.json"


class Command(BaseCommand):
    help = (
        "Measures the parts named (all of them without a name) and writes bench.json. "
        "Ends with 1 where a budget is missed."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("parts", nargs="*", help=", ".join(PARTS))

    def handle(self, *args: Any, **options: Any) -> None:
        unknown = set(options["parts"]) - set(PARTS)
        if unknown:
            known = ", ".join(PARTS)
            raise CommandError(f"There is no part {', '.join(sorted(unknown))}: {known}.")
        missed = 0
        for name in options["parts"] or PARTS:
            measured = PARTS[name].measure()
            keep(measured)
            for rows in measured.values():
                missed += sum(self.tell(PARTS[name], row) for row in rows)
        if missed:
            raise CommandError(f"Budgets missed: {missed}.")

    def tell(self, part: Part, row: Row) -> int:
        """Print a row; how many of its budgets are missed."""
        figures = list(part.figures(row))
        about = [str(row[key]) for key in ("database", "languages", "items") if key in row]
        self.stdout.write(f"{row['name']:<32}{' '.join(about):<18}{'  '.join(map(str, figures))}")
        return sum(figure.is_missed for figure in figures)


def keep(measured: dict[str, list[Row]]) -> None:
    """Put the figures into bench.json beside those of other parts."""
    before = json.loads(FILE.read_text()) if FILE.exists() else {}
    FILE.write_text(json.dumps(before | measured, indent=1))
