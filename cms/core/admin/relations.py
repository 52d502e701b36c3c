"""Admin screens of relation records: enter, wait, confirm; each with its history."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import Button, HeaderButton
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import page_permission_policy, register_permission_policy

from cms.core.facts.pin import source_of
from cms.core.may import may_publish
from cms.core.models.relations import relation_confirm
from cms.languages import SOURCE

#: Page type → (label, list, filter) of the records that refer to it.
Lists = dict[Any, tuple[tuple[Any, str, str], ...]]


def source_home() -> Any:
    return Page.objects.filter(depth=2, locale__language_code=SOURCE).first()


def writes_pages(user: Any) -> bool:
    """Whether somebody writes any page at all: without a query for those who do not."""
    policy = page_permission_policy
    return bool(policy.user_has_any_permission(user, {"add", "change", "publish"}))


def may_enter(user: Any) -> bool:
    """Whoever writes Hungarian pages enters relations too. Asked once for each user object, like
    the permissions that it rests on: every entry of the menu wants to know."""
    if user.is_superuser:
        return bool(user.is_active)
    kept: bool | None = getattr(user, "_may_enter_relations", None)
    if kept is None:
        home = source_home() if user.is_active and writes_pages(user) else None
        kept = bool(home and home.permissions_for_user(user).can_edit())
        user._may_enter_relations = kept
    return kept


def may_confirm(user: Any) -> bool:
    if user.is_superuser:
        return bool(user.is_active)
    if not writes_pages(user):
        return False
    home = source_home()
    return bool(home and may_publish(user, home.specific))


def relation_buttons(page: Any, user: Any, lists: Lists, first: int = 40) -> list[Button]:
    """Links from a page's editor to the lists of its relations, for those who may enter them.

    `first` is the place of the first one among the buttons of the page.
    """
    known = lists.get(type(page), ())
    if not known or not may_enter(user):
        return []
    source = page if page.is_facts_source else source_of(page)
    if source is None:
        return []
    return [
        Button(
            label, f"{reverse(f'{name}:index')}?{field}={source.pk}",
            icon_name="list-ul", priority=first + order,
        )
        for order, (label, name, field) in enumerate(known)
    ]  # fmt: skip


class RelationFilters(WagtailFilterSet):
    """Filters by pages offer those of the source language, which the records refer to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for known in self.filters.values():
            pages = known.extra.get("queryset")
            if pages is not None and issubclass(pages.model, Page):
                pages = pages.filter(locale__language_code=SOURCE, alias_of__isnull=True)
                known.extra["queryset"] = pages.order_by("title")


class RelationPolicy(ModelPermissionPolicy):
    """Editors enter records and change those that wait; moderators confirm, change and delete."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return may_confirm(user) if action in {"delete", "confirm"} else may_enter(user)

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        if action == "change" and instance.is_confirmed:
            return may_confirm(user)
        return self.user_has_permission(user, action)

    def user_has_any_permission_for_instance(self, user: Any, actions: Any, instance: Any) -> bool:
        return any(self.user_has_permission_for_instance(user, a, instance) for a in actions)


class RelationCreateView(generic.CreateView):
    def save_instance(self) -> Any:
        self.form.instance.entered_by = self.request.user
        return super().save_instance()

    def get_success_message(self, instance: Any) -> str:
        return _("Entered. Readers see it as soon as a second person has confirmed it.")


class RelationEditView(generic.EditView):
    @property
    def header_buttons(self) -> list[Any]:
        record, user = self.object, self.request.user
        if record.is_confirmed or record.entered_by_id == user.pk or not may_confirm(user):
            return list(super().header_buttons)
        url = reverse(self.index_url_name.replace(":index", ":confirm"), args=[record.pk])
        return [*super().header_buttons, HeaderButton(_("Confirm"), url=url, icon_name="check")]


class RelationViewSet(ModelViewSet):
    """Base of the admin screens of one kind of relation record."""

    add_view_class = RelationCreateView
    edit_view_class = RelationEditView
    inspect_view_enabled = False
    copy_view_enabled = False
    list_filter: Any = ["state"]
    add_to_admin_menu = False

    def on_register(self) -> None:
        register_permission_policy(self.model, RelationPolicy(self.model))
        super().on_register()

    def confirm_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """GET asks, POST confirms. Refused for the person who entered the record."""
        record = get_object_or_404(self.model, pk=pk)
        if not may_confirm(request.user):
            raise PermissionDenied
        if request.method == "POST":
            relation_confirm(record=record, user=request.user)
            messages.success(request, _("Confirmed: readers see it now."))
            return redirect(self.get_url_name("index"))
        context = {
            "record": record, "back": reverse(self.get_url_name("edit"), args=[pk]),
            "label": gettext_lazy("Confirm"),
        }  # fmt: skip
        return TemplateResponse(request, "core/admin/relation_confirm.html", context)

    def get_urlpatterns(self) -> list[Any]:
        confirm = path("confirm/<int:pk>/", self.confirm_view, name="confirm")
        return [*super().get_urlpatterns(), confirm]
