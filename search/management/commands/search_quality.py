"""`manage.py search_quality FILE --language hu`: figures of the search on relevance judgments."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from tqdm import tqdm

from cms.languages import BY_CODE
from search.corpus import Corpus
from search.quality import NoJudgments, judgments, measured

ENGINES = ("sqlite",)
#: Codes that files of judgments are named by.
ALSO = {"zh": "zh-hans"}
COLUMNS = ("n", "precision", "recall", "f1", "ndcg@10", "zero")


class Command(BaseCommand):
    help = (
        "Measures the search on a file of relevance judgments (.jsonl.gz), in a throw-away index."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--language", required=True, help="Code of the language, as hu.")
        parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0])
        parser.add_argument(
            "--json",
            action="store_true",
            help="Only JSON on standard output, progress on standard error.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        language = ALSO.get(options["language"].lower(), options["language"].lower())
        if language not in BY_CODE:
            raise CommandError(f"Language {options['language']} is none of {', '.join(BY_CODE)}.")
        try:
            documents, queries = judgments(options["file"])
        except NoJudgments as error:
            raise CommandError(str(error)) from error
        with Corpus(language) as corpus:
            corpus.add(tqdm(documents.items(), unit="document", file=sys.stderr))
            kinds = measured(corpus, tqdm(queries, unit="query", file=sys.stderr))
        if options["json"]:
            self.stdout.write(json.dumps({"kinds": kinds}))
            return
        self.stdout.write(f"{'kind':<16}" + "".join(f"{name:>10}" for name in COLUMNS))
        for kind, figures in kinds.items():
            self.stdout.write(f"{kind:<16}" + "".join(f"{figures[name]:>10}" for name in COLUMNS))
