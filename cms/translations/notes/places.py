"""Where what was written about a text belongs by now, though its page was changed since."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from cms.translations.texts.words import likeness


class Place(NamedTuple):
    """`path`: as wagtail-localize names it; `string_id`: of the source's text."""

    path: str
    string_id: int


class Homes:
    """The places of a page now, asked for that of an earlier text.

    The paragraphs of one rich text share a path, so there the path alone decides nothing.
    """

    def __init__(self, lines: Iterable[Any]) -> None:
        self._at_path = defaultdict[str, dict[int, str]](dict)
        self._of_string: dict[int, Place] = {}
        for line in lines:
            self._at_path[line.path][line.string_id] = line.source
            self._of_string.setdefault(line.string_id, Place(line.path, line.string_id))
        self._found: dict[tuple[str, int | None, float], Place | None] = {}

    def of(self, path: str, string_id: int | None, source: str, least: float = 0.0) -> Place | None:
        """The text itself, else where it was moved to, else the likest one at its path.

        `least`: words in common, of all, where several texts stand at the path. None where nothing
        of it is left.
        """
        key = (path, string_id, least)
        if key not in self._found:
            self._found[key] = self._sought(path, string_id, source, least)
        return self._found[key]

    def _sought(self, path: str, string_id: int | None, source: str, least: float) -> Place | None:
        texts = self._at_path.get(path, {})
        if string_id in texts:
            return Place(path, string_id)
        if string_id in self._of_string:
            return self._of_string[string_id]
        if len(texts) < 2:
            return Place(path, next(iter(texts))) if texts else None
        scores = {pk: likeness(source, text) for pk, text in texts.items()}
        best = max(scores, key=lambda pk: scores[pk])
        return Place(path, best) if scores[best] >= least else None
