"""Reads the documents chosen in several streams at once: one query for all rows of a page."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from wagtail.documents import get_document_model

from cms.core.prepared import Prepared


@dataclass(frozen=True)
class Chosen:
    """Documents by id, from which each stream's own list is taken in its order."""

    by_id: dict[int, Any]

    def of(self, stream: Any) -> list[Any]:
        return [self.by_id[pk] for pk in ids_in(stream) if pk in self.by_id]


def ids_in(stream: Any) -> list[int]:
    """Document ids in a stream of document lists, read from its JSON without a query."""
    return [
        int(item["value"])
        for block in stream.raw_data
        if block["type"] == "documents"
        for item in block["value"]
        if item.get("value")
    ]


def documents_in(streams: list[Any]) -> Chosen:
    ids = {pk for stream in streams for pk in ids_in(stream)}
    return Chosen(documents_by_id(ids))


def documents_by_id(ids: Collection[int]) -> dict[int, Any]:
    """Those that are there: one query."""
    return {document.pk: document for document in _documents(ids=ids)} if ids else {}


_documents = Prepared(lambda ids: get_document_model().objects.filter(pk__in=ids))
