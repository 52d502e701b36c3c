"""`manage.py search_bench`: how long the search takes to build and to answer."""

import json
import resource
import sys
from typing import Any

from django.core.management import BaseCommand, CommandError
from tqdm import tqdm

from search.bench.run import asked, build, percentiles, scratch, vocabulary_size, write_library

#: Bytes of a kilobyte, as Linux counts a process's memory.
KILO = 1024
MOST = 1_000_000


class Command(BaseCommand):
    help = (
        "Builds a made-up library in nine languages in a throw-away database, asks it, and prints "
        "seconds of the build, size of the index, and milliseconds of the answers (one to three "
        "words, facets, snippets)."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--documents", type=int, default=20_000, metavar="N")
        parser.add_argument("--queries", type=int, default=300, metavar="N")
        parser.add_argument("--processes", type=int, metavar="N", help="for the analysis")
        parser.add_argument("--json", action="store_true", help="print only JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        many = options["documents"]
        if not 1 <= many <= MOST or options["queries"] < 10:
            raise CommandError("Give 1 to 1,000,000 documents and at least 10 queries.")
        with scratch() as path:
            library = path.with_name("library")
            with self.bar(many, "Texts") as bar:
                write_library(many, library, bar.update)
            with self.bar(many, "Index") as bar:
                seen, seconds = build(library, options["processes"], bar.update)
            with self.bar(options["queries"], "Queries") as bar:
                took = asked(options["queries"], seen, bar.update)
            size = sum(part.stat().st_size for part in path.parent.glob(f"{path.name}*"))
            figures = {
                "documents": many, "build_seconds": round(seconds, 1),
                "index_mb": round(size / 1_000_000), **percentiles(took), **vocabulary_size(),
                "memory_mb": round(
                    resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILO / 1_000_000
                ),
            }  # fmt: skip
        if options["json"]:
            self.stdout.write(json.dumps(figures))
            return
        for name, value in figures.items():
            self.stdout.write(f"{name:<16}{value}")

    def bar(self, total: int, name: str) -> Any:
        return tqdm(
            total=total, desc=name, file=sys.stderr, disable=not sys.stderr.isatty()
        )  # fmt: skip
