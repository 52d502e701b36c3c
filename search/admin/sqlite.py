"""Wagtail's search on SQLite with quotes escaped and every hit ranked in one pass.

Wagtail asks for the rank of each hit by a subquery of its own, and bm25() counts the whole index
anew each time: seconds at 20,000 pages. Here the ranks of all hits are written down once in the
statement and looked up from there; the results are the same to the last digit.
"""

from collections.abc import Sequence
from typing import Any

from django.db.models import CharField, F, FloatField, QuerySet, Subquery, Value
from django.db.models.functions import Cast
from modelsearch.backends.database.sqlite.query import (
    MatchExpression,
    SearchQueryExpression,
    normalize,
)
from modelsearch.backends.database.sqlite.sqlite import (
    SQLiteAutocompleteQueryCompiler,
    SQLiteFTSIndexEntry,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
)
from modelsearch.query import MatchAll, Not, Phrase, PlainText
from modelsearch.utils import get_descendants_content_types_pks

from search.admin.typed import cleaned, is_none


class RankOfHit(Subquery):
    """The rank of the row's own hit. `LIMIT -1` keeps SQLite from merging the inner query into
    the outer one, which would rank again for every row."""

    template = (
        "(SELECT hit.score FROM (%(subquery)s LIMIT -1) AS hit"
        " WHERE hit.object_id = %(key)s LIMIT 1)"
    )

    def __init__(self, hits: QuerySet[Any]) -> None:
        super().__init__(hits, output_field=FloatField())
        # as text, or no index of SQLite's own making serves the look-up
        self.key = Cast(F("pk"), CharField())

    def get_source_expressions(self) -> list[Any]:
        return [self.query, self.key]

    def set_source_expressions(self, exprs: Sequence[Any]) -> None:
        self.query, self.key = exprs

    def as_sql(
        self, compiler: Any, connection: Any, template: str | None = None, **extra_context: Any
    ) -> tuple[str, tuple[Any, ...]]:
        key, of_key = compiler.compile(self.key)
        sql, params = super().as_sql(compiler, connection, template, key=key, **extra_context)
        return sql, (*params, *of_key)


class OnePass(SQLiteSearchQueryCompiler):
    """Compiles a query as Wagtail's own does, but for quotes and the ranks."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.query: Any = cleaned(self.query)

    def build_search_query_content(self, query: Any, config: Any = None) -> Any:
        if isinstance(query, PlainText):
            return SearchQueryExpression(Value(self.words(query)))
        if isinstance(query, Phrase):
            return SearchQueryExpression(Value(quoted(query.query_string)))
        return super().build_search_query_content(query, config)

    def words(self, query: Any) -> str:
        """The words in FTS5's language; the last one first, as Wagtail sums up their ranks."""
        *words, last = query.query_string.split()
        first = quoted(last) + ("*" if self.LAST_TERM_IS_PREFIX else "")
        return f" {query.operator.upper()} ".join([first, *map(quoted, words)])

    def search(self, config: Any, start: Any, stop: Any, score_field: str | None = None) -> Any:
        query = normalize(self.query)
        if isinstance(query, MatchAll):
            return self.queryset[start:stop]
        if is_none(query):
            return self.queryset.none()
        if isinstance(query, Not):
            hits = self.hits(query.subquery, config)
            found = self.queryset.exclude(pk__in=hits.values("index_entry__object_id"))
        else:
            hits = self.hits(query, config)
            found = self.queryset.filter(pk__in=hits.values("index_entry__object_id"))
            found = self.ranked(found, hits, config, score_field)
        if not self.order_by_relevance and not found.query.order_by:
            found = found.order_by("-pk")
        return found[start:stop]

    def hits(self, query: Any, config: Any) -> QuerySet[Any]:
        """Index entries of the model and its subclasses that hold the words."""
        matches = MatchExpression(
            self.fields or self.FTS_TABLE_FIELDS, self.build_search_query(query, config)
        )
        types = get_descendants_content_types_pks(self.queryset.model)
        return SQLiteFTSIndexEntry.objects.filter(matches, index_entry__content_type__in=types)

    def ranked(self, found: Any, hits: QuerySet[Any], config: Any, score_field: str | None) -> Any:
        if not (score_field or self.order_by_relevance):
            return found
        rank = self._build_rank_expression(self.get_search_vectors(), config)
        ranks = hits.values(object_id=F("index_entry__object_id"), score=rank)
        field = score_field or "_score"
        found = found.annotate(**{field: RankOfHit(ranks)})
        return found.order_by(field, "-pk") if self.order_by_relevance else found


class OnePassAutocomplete(OnePass, SQLiteAutocompleteQueryCompiler):
    pass


class SearchBackend(SQLiteSearchBackend):
    query_compiler_class = OnePass
    autocomplete_query_compiler_class = OnePassAutocomplete


def quoted(words: str) -> str:
    """A string of FTS5's query language: everything but a quote stands for itself."""
    return '"' + words.replace('"', '""') + '"'
