"""Wagtail's search on PostgreSQL, which refuses NUL and words that no index holds."""

import re
from typing import Any

from modelsearch.backends.database.postgres.postgres import (
    PostgresAutocompleteQueryCompiler,
    PostgresSearchBackend,
    PostgresSearchQueryCompiler,
)

from search.admin.typed import cleaned

#: Where Wagtail's compiler for PostgreSQL parts words; a lone hyphen is no word.
BETWEEN_WORDS = re.compile(r"[\s\-]+")


class Cleaned(PostgresSearchQueryCompiler):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.query: Any = cleaned(self.query, BETWEEN_WORDS)


class CleanedAutocomplete(Cleaned, PostgresAutocompleteQueryCompiler):
    pass


class SearchBackend(PostgresSearchBackend):
    query_compiler_class = Cleaned
    autocomplete_query_compiler_class = CleanedAutocomplete
