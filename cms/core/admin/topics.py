"""The thesaurus out of and into the admin: a file is looked at first, then taken."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.widgets import Button
from wagtail.permissions import policy_registry

from cms.core.admin.uploads import MARK, text_of
from cms.core.models.topics import Topic
from cms.core.thesaurus import (
    LabelChange,
    ThesaurusError,
    from_csv,
    from_skos,
    labels_changed,
    to_csv,
    to_skos,
    topics_import,
)

#: Ending of the file → how it is read, how it is written, its MIME type.
KINDS: dict[str, Any] = {
    "csv": (from_csv, to_csv, "text/csv"),
    "ttl": (from_skos, to_skos, "text/turtle"),
}


@dataclass(frozen=True)
class Preview:
    """What a file would bring: numbers of new topics and labels, and every label that changes."""

    topics: int
    labels: int
    changes: list[LabelChange]


class TopicsForm(forms.Form):
    """The file at first; its text and kind when what it brings has been seen."""

    file = forms.FileField(
        label=gettext_lazy("File"), required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,.ttl"}),
        help_text=gettext_lazy(
            "CSV or SKOS in Turtle (.ttl), in UTF-8, at most 1 MB, as it is exported."
        ),
    )  # fmt: skip
    text = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        required=False, choices=[(kind, kind) for kind in KINDS], widget=forms.HiddenInput
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return data
        if data.get("file"):
            refusal = _("Choose a file that ends in .csv or .ttl.")
            data["text"], data["kind"] = text_of(data["file"], KINDS, refusal)
        if not data.get("text") or not data.get("kind"):
            raise ValidationError(_("Choose a file."))
        try:
            data["rows"] = KINDS[data["kind"]][0](data["text"].removeprefix(MARK))
            topics, labels = topics_import(rows=data["rows"], dry_run=True)
        except ThesaurusError as error:
            raise ValidationError(str(error)) from error
        data["preview"] = Preview(topics, labels, labels_changed(data["rows"]))
        return data


def may_see(user: Any) -> bool:
    policy = policy_registry.get_by_type(Topic)
    return bool(policy.user_has_any_permission(user, ["view", "add", "change", "delete"]))


def may_import(user: Any) -> bool:
    return bool(policy_registry.get_by_type(Topic).user_has_permission(user, "change"))


def topic_buttons(user: Any) -> list[Button]:
    """What the list of topics offers besides adding one."""
    export = [
        Button(_("Export as CSV"), reverse("topics_export", args=["csv"]), icon_name="download"),
        Button(_("Export as SKOS"), reverse("topics_export", args=["ttl"]), icon_name="download"),
    ]
    bring = [Button(_("Import"), reverse("topics_import"), icon_name="upload")]
    return (export if may_see(user) else []) + (bring if may_import(user) else [])


def topics_out(request: HttpRequest, kind: str) -> HttpResponse:
    if not may_see(request.user):
        raise PermissionDenied
    if kind not in KINDS:
        raise Http404
    _reader, write, mime = KINDS[kind]
    text = MARK + write() if kind == "csv" else write()
    response = HttpResponse(text, content_type=f"{mime}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="topics.{kind}"'
    return response


def topics_in(request: HttpRequest) -> HttpResponse:
    """A file's POST shows what it would bring; the POST of its text takes it."""
    if not may_import(request.user):
        raise PermissionDenied
    is_sent = request.method == "POST"
    form = TopicsForm(request.POST, request.FILES) if is_sent else TopicsForm()
    preview = None
    if is_sent and form.is_valid():
        if not form.cleaned_data["file"]:
            topics, labels = topics_import(rows=form.cleaned_data["rows"])
            numbers = {"topics": topics, "labels": labels}
            messages.success(
                request, _("Taken: %(topics)d new topics, %(labels)d new labels.") % numbers
            )
            return redirect("wagtailsnippets_core_topic:list")
        preview = form.cleaned_data["preview"]
    context = {"form": form, "preview": preview}
    return TemplateResponse(request, "core/admin/topics_import.html", context)
