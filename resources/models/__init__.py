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

__all__ = [
    "PublicationContributor", "PublicationFile", "PublicationIndexPage", "PublicationPage",
    "PublicationRelation", "ResourceContributor", "ResourceFile", "ResourceIndexPage",
    "ResourcePage", "ResourceRelation",
]  # fmt: skip
