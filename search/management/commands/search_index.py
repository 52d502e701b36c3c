"""`manage.py search_index`: brings the index up to date, builds it anew, or compares it."""

import sys
from typing import Any

from django.core.management import BaseCommand, CommandError
from tqdm import tqdm

from search.engines.port import EngineDown
from search.indexing.drift import index_drift, index_mend
from search.indexing.rebuild import Overtaken, everything, index_rebuild


class Command(BaseCommand):
    help = (
        "Brings the index of the search up to date. With --rebuild it is built anew beside the "
        "one that is searched, which goes on answering; with --check nothing is written, and the "
        "exit code is 1 where the index differs from what visitors see."
    )

    def add_arguments(self, parser: Any) -> None:
        how = parser.add_mutually_exclusive_group()
        how.add_argument("--rebuild", action="store_true", help="build the whole index anew")
        how.add_argument("--check", action="store_true", help="compare only, and say what differs")
        parser.add_argument(
            "--processes", type=int, metavar="N",
            help="processes that analyse words in a rebuild (all cores)",
        )  # fmt: skip

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["processes"] is not None and options["processes"] < 1:
            raise CommandError("--processes takes a number from 1 on.")
        try:
            self.work(options)
        except EngineDown as error:
            raise CommandError(f"The engine cannot do it now ({error}). Try again.") from error
        except Overtaken:
            raise CommandError("Another rebuild has begun since: this one stops.") from None

    def work(self, options: dict[str, Any]) -> None:
        name = "Rebuild" if options["rebuild"] else "Compare"
        with tqdm(
            total=sum(1 for _scope in everything()), desc=name, unit="entry", file=sys.stderr,
            disable=not sys.stderr.isatty(),
        ) as bar:  # fmt: skip
            if options["rebuild"]:
                number = index_rebuild(progress=bar.update, processes=options["processes"])
                self.stdout.write(f"The new index has {number} entries.")
                return
            drift = index_drift(progress=bar.update)
        said = (
            f"Pages and files to be indexed again: {len(drift.scopes)}. Entries that the engine "
            f"lacks: {len(drift.lacking)}, and has although there are none: {len(drift.foreign)}."
        )
        if options["check"] and drift:
            raise CommandError(said)
        index_mend(drift)
        self.stdout.write(said if drift else "The index is up to date.")
