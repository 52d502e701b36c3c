"""Admin screens of the multilingual records: topics, contacts, places."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from cms.core.admin.topics import topic_buttons
from cms.core.models import Contact, Place, Topic


class TopicIndexView(IndexView):
    @cached_property
    def header_more_buttons(self) -> list[Any]:
        return [*super().header_more_buttons, *topic_buttons(self.request.user)]


class TopicViewSet(SnippetViewSet):
    model = Topic
    index_view_class = TopicIndexView
    icon = "tag"
    list_display = ["notation", "status", "broader"]
    list_filter = ["status"]


class ContactViewSet(SnippetViewSet):
    model = Contact
    icon = "mail"
    list_display = ["name", "email", "phone"]


class PlaceViewSet(SnippetViewSet):
    model = Place
    icon = "site"
    list_display = ["name", "postcode", "address"]


class RecordsGroup(SnippetViewSetGroup):
    items = (TopicViewSet, ContactViewSet, PlaceViewSet)
    menu_label = _("Records")
    menu_icon = "list-ul"
    menu_order = 250
