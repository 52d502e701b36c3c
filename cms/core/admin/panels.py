"""Panels for facts: editable on the source-language page, read-only with a link elsewhere."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.panels import Panel as BasePanel

from cms.core.admin.forms import RowForm


class FactPanel(FieldPanel):
    """A field that all languages share. The form leaves it out where it cannot be edited."""

    class BoundPanel(FieldPanel.BoundPanel):
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            if self.form is not None and self.bound_field is None:
                self.read_only = True
                self.heading = self.panel.heading or capfirst(self.panel.db_field.verbose_name)
                self.help_text = self.panel.help_text or capfirst(self.panel.db_field.help_text)


class LiveFactPanel(FactPanel):
    """A state that only an action changes; the form that makes the page or row may set it.

    `action` names the action that changes it on a row: the panel then links to its form.
    """

    def __init__(self, *args: Any, action: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.action = action

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "action": self.action}

    class BoundPanel(FactPanel.BoundPanel):
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            row = self.instance
            if self.read_only and self.panel.action and row is not None and row.page_id:
                url = reverse("live_fact_action", args=[row.page_id, self.panel.action])
                self.help_text = format_html(
                    '<a href="{}?row={}">{}</a>', url, row.translation_key, _("Change at once")
                )


class FactRowsPanel(InlinePanel):
    """Rows of a page: on translations no row is added, removed or moved, only its text changes.

    `InlinePanel` passes by the row model's `base_form_class`, so the form is set here.
    """

    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        options["formsets"][self.relation_name]["form"] = RowForm
        return options

    class BoundPanel(InlinePanel.BoundPanel):
        @property
        def template_name(self) -> str:
            if getattr(self.instance, "is_facts_source", True):
                return "wagtailadmin/panels/inline_panel.html"
            return "core/admin/fact_rows_panel.html"


def note_panel() -> MultiFieldPanel:
    """The change note, which is no field of the page: an act that publishing records."""
    return MultiFieldPanel(
        [FormFieldPanel("change_note"), FormFieldPanel("minor_edit")], heading=_("What changed")
    )


class FormFieldPanel(BasePanel):
    """A field of the form that the model does not have."""

    def __init__(self, field_name: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.field_name = field_name

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "field_name": self.field_name}

    class BoundPanel(BasePanel.BoundPanel):
        template_name = "core/admin/form_field_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            context["field"] = self.form[self.panel.field_name]
            return context

        def is_shown(self) -> bool:
            return self.panel.field_name in self.form.fields


def facts_note() -> HelpPanel:
    """Says on a translation that facts are edited on the source page, with a link to it."""
    return HelpPanel(template="core/admin/facts_note.html")
