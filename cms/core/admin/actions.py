"""The admin's side of live facts: one view for every registered action, and its buttons."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.widgets import Button
from wagtail.models import Page

from cms.core.acts import act_record
from cms.core.admin.action_forms import RestoreForm, WithdrawForm
from cms.core.may import may_publish
from cms.core.models.pages import BasePage
from cms.core.registries import FactAction, fact_action, fact_actions, register_fact_action


def live_fact_action(request: HttpRequest, page_id: int, name: str) -> HttpResponse:
    """Shows the action's form, and carries it out. 404 where it does not apply to the page now."""
    page = get_object_or_404(Page, pk=page_id).specific
    action = _action_for(page, name)
    if not may_publish(request.user, page):
        raise PermissionDenied
    sent = request.POST if request.method == "POST" else None
    form = action.form(sent, page=page, initial=request.GET.dict())
    if form.is_valid() and _done(page, action, form, request.user):
        messages.success(request, _("Done: it holds in all languages now."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    context = {"page": page, "action": action, "form": form}
    return TemplateResponse(request, "core/admin/live_fact_action.html", context)


def _action_for(page: Any, name: str) -> FactAction:
    try:
        action = fact_action(name)
    except LookupError as error:
        raise Http404 from error
    if action not in fact_actions(page):
        raise Http404
    return action


def _done(page: Any, action: FactAction, form: Any, user: Any) -> bool:
    """Whether it was carried out; what a service refused meanwhile stands in the form."""
    try:
        carry_out(page=page, action=action, form=form, user=user)
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True


def carry_out(*, page: Any, action: FactAction, form: Any, user: Any) -> None:
    """Change the facts and record the act with its explanation, in one transaction."""
    with transaction.atomic():
        form.apply(user=user)
        if action.act:
            act_record(
                page=page, kind=action.act, user=user, texts=form.texts(),
                detail={"action": action.name},
            )  # fmt: skip


def action_buttons(page: Any, user: Any) -> list[Button]:
    """The actions that apply, for those who may publish; on the source-language page alone."""
    actions = fact_actions(page) if getattr(page, "is_facts_source", False) else []
    if not actions or not page.live or not may_publish(user, page):
        return []
    return [
        Button(
            action.label, reverse("live_fact_action", args=[page.pk, action.name]),
            icon_name=action.icon, priority=60 + order,
        )
        for order, action in enumerate(actions)
    ]  # fmt: skip


def register_core_actions() -> None:
    register_fact_action(
        FactAction(
            "withdraw",
            gettext_lazy("Withdraw"),
            WithdrawForm,
            (BasePage,),
            act="withdrawn",
            icon="warning",
            applies=lambda page: page.depth > 2 and not page.is_withdrawn,
        )
    )
    register_fact_action(FactAction(
        "restore", gettext_lazy("Restore"), RestoreForm, (BasePage,), act="restored",
        icon="undo", applies=lambda page: page.is_withdrawn,
    ))  # fmt: skip
