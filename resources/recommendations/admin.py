"""Admin screens of this room's records: addressees, co-addressees, and items on agendas."""

from typing import Any
from uuid import UUID

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from cms.core.admin.records import RecordViewSet
from cms.core.admin.relations import Lists, RelationFilters, RelationViewSet
from cms.languages import SOURCE
from resources.models import Addressee, CoAddressee, ItemDiscussion, RecommendationPage


class AddresseeViewSet(RecordViewSet):
    model = Addressee
    icon = "mail"
    menu_label = _("Addressees")
    menu_order = 251
    add_to_admin_menu = True
    list_display = ["name", "reply_days"]
    search_fields = ["name", "texts__name", "texts__unit"]


def rows_of(app: str, page_type: str, row_type: str, title: str) -> list[tuple[str, Any]]:
    """Rows of source-language pages as grouped choices; a value is `page:key`."""
    rows = apps.get_model(app, row_type).objects.filter(
        page__locale__language_code=SOURCE, page__alias_of__isnull=True
    )
    groups: dict[str, list[tuple[str, str]]] = {}
    for row in rows.select_related("page").order_by(f"-page__{title}", "page_id", "sort_order"):
        value = getattr(row.page, title)
        head = f"{value:%Y-%m-%d}" if hasattr(value, "year") else value
        groups.setdefault(f"{head} · {row.page.title}", []).append(
            (f"{row.page_id}:{row.translation_key}", str(row))
        )
    return list(groups.items())


def items_to_choose() -> list[tuple[str, Any]]:
    return rows_of("resources", "RecommendationPage", "RecommendationItem", "reference")


def agenda_to_choose() -> list[tuple[str, Any]]:
    return rows_of("network", "EventPage", "AgendaItem", "starts_at")


class DiscussionForm(WagtailAdminModelForm):
    """Two choices instead of four fields, so that no row of another page can be named."""

    item = forms.ChoiceField(label=_("Item of a recommendation"), choices=items_to_choose)
    agenda_item = forms.ChoiceField(label=_("Agenda item of a meeting"), choices=agenda_to_choose)
    field_order = ["item", "agenda_item", "kind"]

    class Meta:
        model = ItemDiscussion
        fields = ["kind"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            tie = self.instance
            self.initial["item"] = f"{tie.recommendation_id}:{tie.item_key}"
            self.initial["agenda_item"] = f"{tie.meeting_id}:{tie.agenda_key}"

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return data
        page, item_key = data["item"].split(":")
        meeting, agenda_key = data["agenda_item"].split(":")
        chosen: dict[str, Any] = {
            "recommendation_id": int(page), "item_key": UUID(item_key),
            "meeting_id": int(meeting), "agenda_key": UUID(agenda_key),
        }  # fmt: skip
        held = apps.get_model("network", "EventPage").objects.filter(pk=meeting)
        if held.filter(starts_at__gt=timezone.now()).exists():
            raise ValidationError(_("This meeting is still to come: enter it when it was held."))
        known = ItemDiscussion.objects.filter(**chosen, kind=data["kind"])
        if known.exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("This is entered already."))
        for name, value in chosen.items():
            setattr(self.instance, name, value)
        return data


class DiscussionViewSet(RelationViewSet):
    model = ItemDiscussion
    name = "item_discussions"
    icon = "link"
    menu_label = _("Items on agendas")
    menu_order = 252
    add_to_admin_menu = True
    list_display: Any = ["__str__", "state", "entered_at"]

    def get_form_class(self, for_update: bool = False) -> Any:
        return DiscussionForm


class CoAddresseeForm(WagtailAdminModelForm):
    """The item is one choice, so that no row of another page can be named."""

    item = forms.ChoiceField(label=_("Item of a recommendation"), choices=items_to_choose)
    field_order = ["item", "organisation", "addressee"]

    class Meta:
        model = CoAddressee
        fields = ["organisation", "addressee"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["item"] = f"{self.instance.recommendation_id}:{self.instance.item_key}"

    def clean_item(self) -> str:
        """Set on the record before its own checks, which ask which item it is."""
        page, key = self.cleaned_data["item"].split(":")
        self.instance.recommendation_id, self.instance.item_key = int(page), UUID(key)
        return str(self.cleaned_data["item"])


class CoAddresseeFilters(RelationFilters):
    class Meta:
        model = CoAddressee
        fields = ["state", "recommendation", "organisation"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["organisation"].method = self.of_organisation

    def of_organisation(self, records: Any, _name: str, page: Any) -> Any:
        """Asked itself, or by the record of an addressee whose page it is."""
        return records.filter(Q(organisation=page) | Q(addressee__organisation=page))


class CoAddresseeViewSet(RelationViewSet):
    model = CoAddressee
    name = "co_addressees"
    icon = "group"
    menu_label = _("Co-addressees")
    menu_order = 253
    add_to_admin_menu = True
    list_display: Any = ["__str__", "state", "entered_at"]
    filterset_class = CoAddresseeFilters

    def get_form_class(self, for_update: bool = False) -> Any:
        return CoAddresseeForm


def record_lists() -> Lists:
    """The pages whose editors lead to co-addressees."""
    asked = _("Co-addressees"), "co_addressees"
    organisation = apps.get_model("network", "OrganisationPage")
    return {
        RecommendationPage: ((*asked, "recommendation"),),
        organisation: ((*asked, "organisation"),),
    }
