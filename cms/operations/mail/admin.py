"""The outbox in the admin: what was sent to whom, what was not and why, and what to do about it."""

from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets import AdminDateInput

from cms.core.admin.relations import may_confirm, may_enter
from cms.operations.mail.kinds import mail_kind, mail_kinds
from cms.operations.mail.selectors import mail_text
from cms.operations.mail.services import mail_again, mail_rest
from cms.operations.models import MailState, OutgoingMail

#: Names of the admin's colours of states.
LOOKS = {MailState.SENT: "primary", MailState.FAILED: "critical", MailState.UNCERTAIN: "warning"}


def may_see(user: Any) -> bool:
    """Whoever writes Hungarian pages: the list holds addresses of readers and colleagues."""
    return may_enter(user)


def may_act(user: Any) -> bool:
    return may_confirm(user)


def kind_label(mail: Any) -> Any:
    return mail_kind(mail.kind).label


class MailFilters(WagtailFilterSet):
    kind = django_filters.ChoiceFilter(
        label=gettext_lazy("Kind"), choices=lambda: [(k.name, k.label) for k in mail_kinds()]
    )
    state = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("State"), choices=MailState.choices
    )
    is_open = django_filters.BooleanFilter(
        label=gettext_lazy("Somebody should decide"), method="filter_open"
    )
    created_at = django_filters.DateFilter(
        label=gettext_lazy("Written since"), lookup_expr="date__gte", widget=AdminDateInput
    )

    class Meta:
        model = OutgoingMail
        fields = ["state", "kind", "is_open", "created_at"]

    def filter_open(self, queryset: Any, name: str, value: bool) -> Any:
        states = [MailState.FAILED, MailState.UNCERTAIN]
        wanted = {"state__in": states, "rested_at": None}
        return queryset.filter(**wanted) if value else queryset.exclude(**wanted)


class MailListView(BaseListingView):
    model = OutgoingMail
    page_title = gettext_lazy("Outgoing mails")
    header_icon = "mail"
    paginate_by = 50
    default_ordering = "-created_at"
    filterset_class = MailFilters
    is_searchable = True
    search_fields = ["recipient", "subject"]
    search_backend_name = None
    index_url_name = "mails:index"
    index_results_url_name = "mails:index_results"
    columns = [
        TitleColumn(
            "recipient", label=gettext_lazy("To"), accessor=lambda mail: mail.recipient or "–",
            get_url=lambda mail: reverse("mails:inspect", args=[mail.pk]),
        ),
        Column("subject", label=gettext_lazy("Subject")),
        Column("kind", label=gettext_lazy("Kind"), accessor=kind_label),
        StatusTagColumn(
            "state", label=gettext_lazy("State"), accessor="get_state_display",
            primary=lambda mail: mail.state == MailState.SENT,
        ),
        Column("fault", label=gettext_lazy("Reason"), accessor="reason"),
        DateColumn("created_at", label=gettext_lazy("Written"), sort_key="created_at"),
    ]  # fmt: skip

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_see(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class MailViewSet(ViewSet):
    """Addresses of the outbox beneath the admin."""

    name = "mails"
    icon = "mail"

    def inspect(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not may_see(request.user):
            raise PermissionDenied
        mail = get_object_or_404(OutgoingMail, pk=pk)
        acts = may_act(request.user)
        context = {
            "mail": mail, "kind": mail_kind(mail.kind).label, "text": mail_text(mail),
            "look": LOOKS.get(MailState(mail.state), ""),
            "may_send": acts and mail.is_open and mail.content is not None,
            "may_rest": acts and (mail.is_open or mail.state == MailState.QUEUED),
        }  # fmt: skip
        return TemplateResponse(request, "operations/admin/mail.html", context)

    @method_decorator(require_POST)
    def again(self, request: HttpRequest, pk: int) -> HttpResponse:
        return _done(request, pk, mail_again, _("It is sent again."))

    @method_decorator(require_POST)
    def rest(self, request: HttpRequest, pk: int) -> HttpResponse:
        return _done(request, pk, mail_rest, _("It rests: nothing more is done about it."))

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", MailListView.as_view(), name="index"),
            path("results/", MailListView.as_view(results_only=True), name="index_results"),
            path("<int:pk>/", self.inspect, name="inspect"),
            path("<int:pk>/again/", self.again, name="again"),
            path("<int:pk>/rest/", self.rest, name="rest"),
        ]


def _done(request: HttpRequest, pk: int, service: Any, sentence: str) -> HttpResponse:
    if not may_act(request.user):
        raise PermissionDenied
    mail = get_object_or_404(OutgoingMail, pk=pk)
    try:
        service(mail=mail, user=request.user)
        messages.success(request, sentence)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("mails:inspect", pk)
