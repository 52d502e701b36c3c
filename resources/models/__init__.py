"""Page types of this room."""

from resources.models.lists import PublicationIndexPage, ResourceIndexPage
from resources.models.publication import (
    PublicationContributor,
    PublicationFile,
    PublicationPage,
    PublicationRelation,
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
    "NewsletterIndexPage", "NewsletterIssuePage", "NewsletterStory",
    "PublicationContributor", "PublicationFile", "PublicationIndexPage", "PublicationPage",
    "PublicationRelation", "ResourceContributor", "ResourceFile", "ResourceIndexPage",
    "ResourcePage", "ResourceRelation",
]  # fmt: skip
