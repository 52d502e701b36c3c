"""The glossary in the admin, among the records; in and out as CSV, where a file is looked at
first, then taken."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin import messages
from wagtail.admin.widgets import Button
from wagtail.permissions import policy_registry

from cms.core.admin.records import RecordIndexView, RecordViewSet
from cms.core.admin.uploads import MARK, text_of
from cms.translations.glossary.exchange import glossary_import
from cms.translations.glossary.rows import GlossaryError, from_csv, to_csv
from cms.translations.models.glossary import Term

#: Sentences that are shown of a file that cannot be taken.
MOST_SHOWN = 20


class TermIndexView(RecordIndexView):
    @cached_property
    def header_more_buttons(self) -> list[Any]:
        return [*super().header_more_buttons, *term_buttons(self.request.user)]


class TermViewSet(RecordViewSet):
    model = Term
    index_view_class = TermIndexView
    menu_label = gettext_lazy("Glossary")
    icon = "openquote"
    list_display = ["text", "domain", "is_forbidden", "is_public", "updated_at"]
    list_filter = ["is_forbidden", "is_public", "domain"]
    search_fields = ["text", "domain", "definition", "translations__text"]


class GlossaryForm(forms.Form):
    """The file at first; its text when what it brings has been seen."""

    file = forms.FileField(
        label=gettext_lazy("File"), required=False,
        widget=forms.FileInput(attrs={"accept": ".csv"}),
        help_text=gettext_lazy("CSV in UTF-8, at most 1 MB, as it is exported."),
    )  # fmt: skip
    text = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return data
        if data.get("file"):
            refusal = _("Choose a file that ends in .csv.")
            data["text"], _ending = text_of(data["file"], ["csv"], refusal)
        if not data.get("text"):
            raise ValidationError(_("Choose a file."))
        try:
            data["rows"] = from_csv(data["text"].removeprefix(MARK))
            data["numbers"] = glossary_import(rows=data["rows"], dry_run=True)
        except GlossaryError as error:
            raise ValidationError(_shown(error.problems)) from error
        return data


def _shown(problems: list[str]) -> list[ValidationError]:
    shown = problems[:MOST_SHOWN]
    if left := len(problems) - len(shown):
        shown.append(_("There are %(number)d problems more.") % {"number": left})
    return [ValidationError(one) for one in shown]


def may_see(user: Any) -> bool:
    policy = policy_registry.get_by_type(Term)
    return bool(policy.user_has_any_permission(user, ["view", "add", "change", "delete"]))


def may_import(user: Any) -> bool:
    policy = policy_registry.get_by_type(Term)
    return all(policy.user_has_permission(user, action) for action in ("add", "change"))


def term_buttons(user: Any) -> list[Button]:
    """What the list offers besides adding a term."""
    export = Button(_("Export as CSV"), reverse("glossary_export"), icon_name="download")
    bring = Button(_("Import"), reverse("glossary_import"), icon_name="upload")
    return [export] * may_see(user) + [bring] * may_import(user)


@require_safe
def glossary_out(request: HttpRequest) -> HttpResponse:
    if not may_see(request.user):
        raise PermissionDenied
    response = HttpResponse(MARK + to_csv(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="glossary.csv"'
    return response


def glossary_in(request: HttpRequest) -> HttpResponse:
    """A file's POST shows what it would bring; the POST of its text takes it."""
    if not may_import(request.user):
        raise PermissionDenied
    is_sent = request.method == "POST"
    form = GlossaryForm(request.POST, request.FILES) if is_sent else GlossaryForm()
    numbers = None
    if is_sent and form.is_valid():
        terms, translations = form.cleaned_data["numbers"]
        numbers = {"terms": terms, "translations": translations}
        if not form.cleaned_data["file"]:
            return _taken(request, form.cleaned_data["rows"])
    context = {"form": form, "numbers": numbers}
    return TemplateResponse(request, "translations/admin/glossary_import.html", context)


def _taken(request: HttpRequest, rows: Any) -> HttpResponse:
    try:
        terms, translations = glossary_import(rows=rows)
    except GlossaryError as error:
        messages.error(request, str(error))
        return redirect("glossary_import")
    said = _("Taken: %(terms)d new terms, %(translations)d new translations.")
    messages.success(request, said % {"terms": terms, "translations": translations})
    return redirect("wagtailsnippets_translations_term:list")
