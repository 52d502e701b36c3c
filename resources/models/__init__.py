"""Page types and records of this room."""

from resources.models.addressee import Addressee, AddresseeText
from resources.models.co_addressee import CoAddressee
from resources.models.discussion import ItemDiscussion
from resources.models.history import AppendOnlyError, ItemEvent
from resources.models.item import RecommendationItem
from resources.models.lists import PublicationIndexPage, ResourceIndexPage
from resources.models.publication import (
    PublicationContributor,
    PublicationFile,
    PublicationPage,
    PublicationRelation,
)
from resources.models.recommendation import (
    RecommendationIndexPage,
    RecommendationPage,
    Signatory,
)
from resources.models.resource import (
    ResourceContributor,
    ResourceFile,
    ResourcePage,
    ResourceRelation,
)
from resources.newsletters.models import (
    NewsletterIndexPage,
    NewsletterIssuePage,
    NewsletterStory,
)

__all__ = [
    "Addressee", "AddresseeText", "AppendOnlyError", "CoAddressee", "ItemDiscussion",
    "ItemEvent",
    "NewsletterIndexPage", "NewsletterIssuePage", "NewsletterStory",
    "PublicationContributor", "PublicationFile", "PublicationIndexPage", "PublicationPage",
    "PublicationRelation", "RecommendationIndexPage", "RecommendationItem", "RecommendationPage",
    "ResourceContributor", "ResourceFile", "ResourceIndexPage", "ResourcePage",
    "ResourceRelation", "Signatory",
]  # fmt: skip
