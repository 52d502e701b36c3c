"""Forms of the actions that change live facts, with a reason where it matters."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from cms.core.facts.change import Rows, facts_change
from cms.core.models.pages import WithdrawnReason
from cms.languages import LANGUAGES, SOURCE


class ActionForm(forms.Form):
    """`explanation_<language>` becomes the act's text; `needs_reason` demands the source's.

    With `explains` off readers are told nothing, and no explanation is asked for.
    """

    explains = True
    needs_reason = False

    def __init__(self, *args: Any, page: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page = page
        for language in LANGUAGES if self.explains else ():
            self.fields[f"explanation_{language.code}"] = forms.CharField(
                label=_("Explanation for readers: %(language)s") % {"language": language.name},
                required=self.needs_reason and language.code == SOURCE,
                widget=forms.Textarea(
                    attrs={"rows": 2, "lang": language.code, "dir": language.direction}
                ),
            )

    def changes(self) -> dict[str, Any]:
        """Values of the page's live facts."""
        return {}

    def row_changes(self) -> Rows:
        return {}

    def apply(self, *, user: Any) -> None:
        """Do it. Raises ValidationError where it is refused after all."""
        facts_change(page=self.page, fields=self.changes(), rows=self.row_changes(), user=user)

    def texts(self) -> dict[str, str]:
        return {
            language.code: self.cleaned_data.get(f"explanation_{language.code}", "")
            for language in LANGUAGES
        }


class WithdrawForm(ActionForm):
    needs_reason = True
    reason = forms.ChoiceField(label=_("Reason"), choices=WithdrawnReason.choices)
    replaced_by = forms.ModelChoiceField(
        label=_("Replaced by"), queryset=Page.objects.all(), required=False,
        widget=AdminPageChooser(),
    )  # fmt: skip

    def changes(self) -> dict[str, Any]:
        return {
            "withdrawn_at": timezone.now(),
            "withdrawn_reason": self.cleaned_data["reason"],
            "replaced_by": self.cleaned_data["replaced_by"],
            **self.page.facts_of_withdrawal(self.cleaned_data["reason"]),
        }


class RestoreForm(ActionForm):
    def changes(self) -> dict[str, Any]:
        return {
            "withdrawn_at": None, "withdrawn_reason": "", "replaced_by": None,
            **self.page.facts_of_restoring(),
        }  # fmt: skip
