"""What is indexed together: a page, or a file with all its pages."""

from typing import NamedTuple

from search.indexing.files import file_entries
from search.indexing.pages import page_entry
from search.models import SearchDocument


class Scope(NamedTuple):
    """`kind` is `page` or `file`."""

    kind: str
    pk: int

    @property
    def filter(self) -> dict[str, int]:
        return {f"{self.kind}_id": self.pk}

    def entries(self) -> list[SearchDocument]:
        """As visitors see it now."""
        if self.kind == "file":
            return file_entries(self.pk)
        entry = page_entry(self.pk)
        return [entry] if entry is not None else []
