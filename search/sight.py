"""What visitors may see, in one look for a whole list of results.

The index is written by tasks, so it may name a page that was closed a moment ago: results are
what this look also sees. It is kept until content changes; files may open on a day (an embargo).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from django.utils import timezone

from cms.core.facets import publisher_names, topic_names
from cms.core.files_access import public_documents
from cms.core.generation import Kept, content_generation
from cms.core.models.topics import Topic
from cms.core.visibility import visible_pages
from cms.languages import SOURCE


class SeenPage(NamedTuple):
    key: UUID
    language: str
    title: str
    url_path: str


@dataclass
class Sight:
    """Visible pages by id, and what is asked with them; each is looked up when first needed."""

    pages: dict[int, SeenPage]
    #: What `search.suggestions` looks through, by language.
    known: dict[str, list[Any]] = field(default_factory=dict)
    _topics: dict[str, dict[str, str]] = field(default_factory=dict)
    _publishers: dict[tuple[str, ...], dict[str, str]] = field(default_factory=dict)

    @cached_property
    def files(self) -> dict[int, list[int]]:
        """Documents that visitors may read today, with the visible pages that show each."""
        return public_documents({pk: page.key for pk, page in self.pages.items()})

    def host_of(self, file_id: int, reader: str, language: str) -> int:
        """The page that a reader is led to for a file: in their language, else in the file's; 0
        where none shows it."""
        hosts = self.files.get(file_id, [])
        for wanted in (reader, language, SOURCE):
            for pk in hosts:
                if self.pages[pk].language == wanted:
                    return pk
        return hosts[0] if hosts else 0

    def topics(self, lang: str) -> dict[str, str]:
        """Names of all topics in use by notation, in their order."""
        if lang not in self._topics:
            used = Topic.objects.exclude(status=Topic.Status.DEPRECATED)
            notations = used.values_list("notation", flat=True)
            self._topics[lang] = topic_names(notations, lang)
        return self._topics[lang]

    def publishers(self, keys: Sequence[str], lang: str) -> dict[str, str]:
        wanted = (lang, *sorted(keys))
        if wanted not in self._publishers:
            self._publishers[wanted] = publisher_names(wanted[1:], lang)
        return self._publishers[wanted]


def sight() -> Sight:
    return sight_of(content_generation())


def sight_of(number: int | None) -> Sight:
    """Of the generation that the caller has read."""
    state = None if number is None else (number, timezone.localdate())
    return _kept.get("sight", _look, state=state)


def _look() -> Sight:
    rows = visible_pages().filter(depth__gt=1).order_by("pk").values_list(
        "pk", "translation_key", "locale__language_code", "title", "url_path"
    )  # fmt: skip
    return Sight({pk: SeenPage(*values) for pk, *values in rows})


_kept: Kept[Sight] = Kept(1)
