"""Asks somebody for a translation, until a day."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from cms.translations.assigning import team_of, translation_assign
from cms.translations.desk.entry import translation_for
from cms.translations.may import may
from cms.translations.models import TranslationState


class PersonField(forms.ModelChoiceField[Any]):
    def label_from_instance(self, obj: Any) -> str:
        return obj.get_full_name() or obj.get_username()


class DayInput(forms.DateInput):
    """The browser's own field: the calendar that Wagtail lays over a form hides its button on a
    phone."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")  # in every language (HTML, 4.10.5.1.7)


class AssignForm(forms.Form):
    """A reviewer chooses anybody of the team and a day, a translator themselves or nobody."""

    assignee = PersonField(
        queryset=None, required=False, label=gettext_lazy("Who translates"),
        empty_label=gettext_lazy("Nobody yet"),
    )  # fmt: skip
    due = forms.DateField(
        required=False, label=gettext_lazy("Until when"), widget=DayInput,
        help_text=gettext_lazy("The digest reminds whoever was asked from two days before."),
    )  # fmt: skip

    def __init__(self, *args: Any, locale_id: int, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        team = team_of(locale_id)
        if not may(user, "review", locale_id):
            team = team.filter(pk=user.pk)
            self.fields["due"].disabled = True
        self.fields["assignee"].queryset = team  # type: ignore[attr-defined]


@require_http_methods(["GET", "HEAD", "POST"])
def assign(request: HttpRequest, uuid: UUID) -> HttpResponse:
    translation = translation_for(request, uuid)
    state = TranslationState.objects.filter(translation=translation).first()
    held = {"assignee": state.assignee_id, "due": state.due} if state else {}
    form = AssignForm(
        request.POST or None, initial=held, locale_id=translation.target_locale_id,
        user=request.user,
    )  # fmt: skip
    if request.method == "POST" and form.is_valid() and _is_assigned(request, translation, form):
        messages.success(request, _("Saved."))
        return redirect("desk:edit", uuid)
    context = {"form": form, "translation": translation, "state": state}
    return TemplateResponse(request, "translations/desk/assign.html", context)


def _is_assigned(request: HttpRequest, translation: Any, form: AssignForm) -> bool:
    due: date | None = form.cleaned_data["due"]
    try:
        translation_assign(
            translation=translation, assignee=form.cleaned_data["assignee"], due=due,
            user=request.user,
        )  # fmt: skip
    except (ValidationError, PermissionDenied) as error:
        form.add_error(None, error if isinstance(error, ValidationError) else str(error))
        return False
    return True
