"""Models of the search: what can be found, what was read of files, and the words of all that."""

from search.models.documents import FileText, IndexChange, IndexRebuild, SearchDocument
from search.models.words import Stem, Word

__all__ = ["FileText", "IndexChange", "IndexRebuild", "SearchDocument", "Stem", "Word"]
