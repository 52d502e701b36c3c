"""Measures the search on relevance judgments, by the production query path, in an index of its own.

A judgment file has one JSON object a line, gzip-compressed: `{"type": "document", "id", "text"}`
and `{"type": "query", "kind", "query", "relevant": [ids]}`.
"""

import gzip
import json
import math
import zlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from search.corpus import Corpus

#: Hits by which nDCG judges the order.
DEPTH = 10


class NoJudgments(Exception):
    """The file is none of judgments; its text is a sentence for whoever named it."""


@dataclass(frozen=True, slots=True)
class Query:
    kind: str
    text: str
    relevant: frozenset[int]


def judgments(path: Path) -> tuple[dict[int, str], list[Query]]:
    """(text of each document by its id, queries) of a file."""
    documents: dict[int, str] = {}
    queries: list[Query] = []
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if row["type"] == "document":
                    documents[int(row["id"])] = str(row["text"])
                else:
                    relevant = frozenset(map(int, row["relevant"]))
                    queries.append(Query(str(row["kind"]), str(row["query"]), relevant))
    except OSError as error:
        raise NoJudgments(f"{path} cannot be read: {error.strerror or error}.") from error
    except (ValueError, KeyError, TypeError, EOFError, zlib.error) as error:
        raise NoJudgments(f"{path} is no file of judgments.") from error
    if not documents or not queries:
        raise NoJudgments(f"{path} holds no documents, or no queries.")
    return documents, queries


def measured(corpus: Corpus, queries: Iterable[Query]) -> dict[str, dict[str, float]]:
    """Figures by kind of query."""
    by_kind: dict[str, list[dict[str, float]]] = defaultdict(list)
    for query in queries:
        by_kind[query.kind].append(scores(corpus.find(query.text), query.relevant))
    return {kind: _mean(rows) for kind, rows in by_kind.items()}


def scores(found: list[int], relevant: frozenset[int]) -> dict[str, float]:
    """Precision, recall, F1 of all hits and nDCG of the first ten; 1 in `zero` where none is."""
    right = len(relevant.intersection(found))
    precision = right / len(found) if found else 0.0
    recall = right / len(relevant) if relevant else 0.0
    return {
        "precision": precision, "recall": recall,
        "f1": 2 * precision * recall / (precision + recall) if right else 0.0,
        "ndcg@10": _gain(one in relevant for one in found[:DEPTH])
        / (_gain([True] * min(DEPTH, len(relevant))) or 1.0),
        "zero": float(not found),
    }  # fmt: skip


def _gain(hits: Iterable[bool]) -> float:
    """Discounted cumulative gain with binary relevance (Järvelin and Kekäläinen 2002)."""
    return sum(1 / math.log2(at + 2) for at, is_relevant in enumerate(hits) if is_relevant)


def _mean(rows: list[dict[str, float]]) -> dict[str, float]:
    means = {name: round(sum(row[name] for row in rows) / len(rows), 4) for name in rows[0]}
    return {"n": len(rows), **means}
