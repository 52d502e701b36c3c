"""Page types and records of this room."""

from resources.models.addressee import Addressee, AddresseeText
from resources.models.discussion import ItemDiscussion
from resources.models.history import AppendOnlyError, ItemEvent
from resources.models.item import RecommendationItem
from resources.models.recommendation import (
    RecommendationIndexPage,
    RecommendationPage,
    Signatory,
)

__all__ = [
    "Addressee", "AddresseeText", "AppendOnlyError", "ItemDiscussion", "ItemEvent",
    "RecommendationIndexPage", "RecommendationItem", "RecommendationPage", "Signatory",
]  # fmt: skip
