"""Admin screens of the multilingual records: topics, contacts, places."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from cms.core.admin.topics import topic_buttons
from cms.core.models import Contact, Place, Topic


class RecordIndexView(IndexView):
    """A list that is searched in all languages of its records."""

    def search_queryset(self, queryset: Any) -> Any:
        return super().search_queryset(queryset).distinct()


class RecordViewSet(SnippetViewSet):
    index_view_class = RecordIndexView


class TopicIndexView(RecordIndexView):
    @cached_property
    def header_more_buttons(self) -> list[Any]:
        return [*super().header_more_buttons, *topic_buttons(self.request.user)]


class TopicViewSet(RecordViewSet):
    model = Topic
    index_view_class = TopicIndexView
    icon = "tag"
    list_display = ["notation", "status", "broader"]
    list_filter = ["status"]
    search_fields = ["notation", "labels__text"]


class ContactViewSet(RecordViewSet):
    model = Contact
    icon = "mail"
    list_display = ["name", "email", "phone"]
    search_fields = ["name", "email", "phone", "texts__name", "texts__role"]


class PlaceViewSet(RecordViewSet):
    model = Place
    icon = "site"
    list_display = ["name", "postcode", "address"]
    search_fields = ["name", "postcode", "address", "texts__name"]


_further: list[type[RecordViewSet]] = []


def register_records(viewset: type[RecordViewSet]) -> None:
    """A room above adds its records to the group, in `AppConfig.ready()`."""
    if viewset not in _further:
        _further.append(viewset)


class RecordsGroup(SnippetViewSetGroup):
    menu_label = _("Records")
    menu_icon = "list-ul"
    menu_order = 250

    @property
    def items(self) -> tuple[type[RecordViewSet], ...]:
        return (TopicViewSet, ContactViewSet, PlaceViewSet, *_further)
