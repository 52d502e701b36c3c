"""Text of attached files, page by page, from bytes that anybody may have made.

`extracted(file, extension)` never raises: a file that cannot be read has a state that says why, and
the editor sees it beside the document.
"""

from search.extraction.reading import Extracted, State, extracted

__all__ = ["Extracted", "State", "extracted"]
