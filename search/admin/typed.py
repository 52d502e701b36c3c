"""What was typed into a search of the admin, as a query that no database refuses.

Wagtail hands text to its backend as it came. What no index holds is left out here (NUL, half
characters, words longer than any index keeps), and combinations that Wagtail's SQLite backend
cannot compile are rewritten into equal ones that it can.
"""

import copy
import re
from collections.abc import Iterator
from typing import Any

from modelsearch.query import MATCH_ALL, MATCH_NONE, And, Boost, MatchAll, Not, Or, PlainText

#: NUL ends a string in SQLite and is refused by PostgreSQL; half of a pair is no text in either.
NO_TEXT = re.compile("[\x00\ud800-\udfff]")
BLANKS = re.compile(r"\s+")
#: More would cost seconds or go too deep for Wagtail's compilers (RecursionError); the rest of a
#: pasted text finds nothing else.
MOST_WORDS = 100
#: A pasted text full of quotes is hundreds of phrases to Wagtail, too deep for SQLite's parser.
MOST_PARTS = 20
#: PostgreSQL refuses words of more than 2,046 bytes; a character takes up to four.
LONGEST_WORD = 500


def cleaned(query: Any, between: re.Pattern[str] = BLANKS) -> Any:
    """The query without what no database takes, `MATCH_NONE` where nothing is left.

    `between` parts the words of a plain text, as the database's own compiler does.
    """
    if isinstance(query, (And, Or)):
        return _joined(type(query), [cleaned(part, between) for part in _parts(query)])
    if isinstance(query, Not):
        return _negated(cleaned(query.subquery, between))
    if isinstance(query, Boost):
        inner = cleaned(query.subquery, between)
        return inner if _is_all(inner) or is_none(inner) else Boost(inner, query.boost)
    if _is_all(query):
        return query
    return _of_words(query, between if isinstance(query, PlainText) else BLANKS)


def is_none(query: Any) -> bool:
    return isinstance(query, Not) and isinstance(query.subquery, MatchAll)


def _of_words(query: Any, between: re.Pattern[str]) -> Any:
    """The same query (plain, phrase, fuzzy) with the words that are left."""
    words = between.split(NO_TEXT.sub("", query.query_string))
    words = [word for word in words if word.strip('"')]
    if not words:
        return MATCH_NONE
    same = copy.copy(query)
    same.query_string = " ".join(word[:LONGEST_WORD] for word in words[:MOST_WORDS])
    return same


def _parts(query: Any) -> list[Any]:
    """The parts as they are nested, for ranks depend on it; where they are too many, the first."""
    flat = list(_leaves(query, type(query)))
    return query.subqueries if len(flat) <= MOST_PARTS else flat[:MOST_PARTS]


def _leaves(query: Any, kind: Any) -> Iterator[Any]:
    if not isinstance(query, kind):
        yield query
        return
    for part in query.subqueries:
        yield from _leaves(part, kind)


def _joined(kind: type[And] | type[Or], parts: list[Any]) -> Any:
    """AND or OR of parts, less those that change nothing; an OR with a NOT by De Morgan's law."""
    neutral, deciding = (is_none, _is_all) if kind is Or else (_is_all, is_none)
    left = [part for part in parts if not neutral(part)]
    if any(deciding(part) for part in left):
        return MATCH_ALL if kind is Or else MATCH_NONE
    if not left:
        return MATCH_NONE if kind is Or else MATCH_ALL
    if all(isinstance(part, Not) for part in left):
        other = And if kind is Or else Or
        return Not(other([part.subquery for part in left]))
    if kind is Or and any(isinstance(part, Not) for part in left):
        return Not(And([_negated(part) for part in left]))
    return kind(left)


def _negated(query: Any) -> Any:
    return query.subquery if isinstance(query, Not) else Not(query)


def _is_all(query: Any) -> bool:
    return isinstance(query, MatchAll)
