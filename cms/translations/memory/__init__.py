"""The translation memory: what was translated before, on any page, read from wagtail-localize's
own tables."""

from cms.translations.memory.lookup import concordance, sought
from cms.translations.memory.matches import Match, Reviewed, memory_for, none_reviewed, similar

__all__ = [
    "Match",
    "Reviewed",
    "concordance",
    "memory_for",
    "none_reviewed",
    "similar",
    "sought",
]
