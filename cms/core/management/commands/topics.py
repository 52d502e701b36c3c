"""`manage.py topics export|import`: the thesaurus as CSV or SKOS."""

import sys
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError

from cms.core.thesaurus import (
    ThesaurusError,
    from_csv,
    from_skos,
    to_csv,
    to_skos,
    topics_import,
)


class Command(BaseCommand):
    help = "Writes the topics to standard output, or takes them from a file (.csv or .ttl)."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("what", choices=["export", "import"])
        parser.add_argument("file", nargs="?", type=Path, help="The file to import.")
        parser.add_argument("--format", choices=["csv", "skos"], default="csv")
        parser.add_argument("--dry-run", action="store_true", help="Only say what would come in.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["what"] == "export":
            sys.stdout.write(to_csv() if options["format"] == "csv" else to_skos())
            return
        path = options["file"]
        if path is None or not path.is_file():
            raise CommandError("Name the file to import.")
        try:
            text = path.read_text(encoding="utf-8-sig")
            rows = from_skos(text) if path.suffix == ".ttl" else from_csv(text)
            topics, labels = topics_import(rows=rows, dry_run=options["dry_run"])
        except (ThesaurusError, ValidationError, UnicodeDecodeError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{topics} new topics, {labels} new labels.")
