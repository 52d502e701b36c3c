"""Forms of pages and rows that leave out the facts which cannot be edited where the form opens."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from cms.core.facts.kinds import kinds_of


class BasePageForm(WagtailAdminPageForm):
    change_note = forms.CharField(
        label=_("Change note"), required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One sentence for readers: what is new. It is published with the page."),
    )  # fmt: skip
    minor_edit = forms.BooleanField(
        label=_("Minor edit"), required=False,
        help_text=_("Spelling or wording only: it is not announced and dates no translation."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        drop_facts(self, self.instance)
        let_text_turn(self)
        note = getattr(self.instance, "pending_note", None) if self.instance.pk else None
        if note:
            self.initial.setdefault("change_note", note.text)
            self.initial.setdefault("minor_edit", note.minor)

    def save(self, commit: bool = True) -> Any:
        page = super().save(commit=commit)
        if "change_note" in self.cleaned_data:
            page.note_to_keep = (self.cleaned_data["change_note"], self.cleaned_data["minor_edit"])
        return page


class RowForm(WagtailAdminModelForm):
    """A row's form; it knows its page through the parental key once the formset has set it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        drop_facts(self, self.instance)
        let_text_turn(self)


def let_text_turn(form: Any) -> None:
    """Each text runs as its own letters do, whatever the language of the screen."""
    for field in form.fields.values():
        if isinstance(field.widget, forms.TextInput | forms.Textarea):
            field.widget.attrs.setdefault("dir", "auto")


def drop_facts(form: Any, instance: Any) -> None:
    """Remove from `form` the facts that `instance`'s form may not write."""
    model: Any = type(instance)
    kinds = kinds_of(model)
    if kinds is None:
        return
    gone: set[str] = set()
    if instance.pk is not None:
        gone |= set(kinds.live)
    if not instance.is_facts_source:
        gone |= set(kinds.shared) | set(kinds.live)
    for name in gone & set(form.fields):
        del form.fields[name]
