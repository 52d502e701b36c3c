"""The kernel's models; one file per thing."""

from cms.core.models.acts import ActText, PageAct, PendingNote
from cms.core.models.contacts import Contact, ContactText, Place, PlaceText
from cms.core.models.generation import Generation
from cms.core.models.lists import LIST_TEMPLATE, ListPage
from cms.core.models.media import FileUse, LibraryDocument, SiteImage, SiteRendition
from cms.core.models.pages import BasePage
from cms.core.models.site import MenuItem, SiteIdentity, SiteText
from cms.core.models.topics import Topic, TopicLabel, TopicNote
from cms.core.models.workflow import FourEyesTask

__all__ = [
    "LIST_TEMPLATE", "ActText", "BasePage", "Contact", "ContactText", "FileUse", "FourEyesTask",
    "Generation", "LibraryDocument", "ListPage", "MenuItem", "PageAct", "PendingNote", "Place",
    "PlaceText",
    "SiteIdentity", "SiteImage", "SiteRendition", "SiteText", "Topic", "TopicLabel", "TopicNote",
]  # fmt: skip
