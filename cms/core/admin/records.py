"""Admin screens of the multilingual records: topics, contacts, places."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from cms.core.models import Contact, Place, Topic


class TopicViewSet(SnippetViewSet):
    model = Topic
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
