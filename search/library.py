"""What a query is answered from: the site's own index, or another one that is measured."""

from dataclasses import dataclass

from django.db import DEFAULT_DB_ALIAS

from cms.core.generation import content_generation
from search.engines.current import engine
from search.engines.port import Engine
from search.sight import Sight, sight_of
from search.vocabulary import Vocabulary


@dataclass(frozen=True)
class Library:
    """`using` is the alias of the database with the entries and the vocabulary."""

    engine: Engine
    sight: Sight
    using: str = DEFAULT_DB_ALIAS

    @property
    def vocabulary(self) -> Vocabulary:
        return Vocabulary(self.using)


def library() -> Library:
    """The site's own, as visitors see it now."""
    return library_of(content_generation())


def library_of(generation: int | None) -> Library:
    """The same where the generation of content has been read already."""
    return Library(engine(), sight_of(generation))
