"""Facts that refer to a page: which pages may be chosen, and what is said where one may not."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import get_page_models

from cms.core.admin.panels import FactPanel
from cms.languages import SOURCE

#: Named, not imported: `network` knows nothing of this room, nor this one of its models.
PUBLISHERS = ("network.OrganisationPage",)
CONTRIBUTORS = ("network.OrganisationPage", "network.PersonPage")
WRONG_TYPE = {
    PUBLISHERS: _("Choose the page of an organisation."),
    CONTRIBUTORS: _("Choose the page of an organisation or a person."),
}


class ChosenPagePanel(FactPanel):
    """A fact that refers to a page of one of `page_types` ("app.Model")."""

    def __init__(self, *args: Any, page_types: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page_types = page_types

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "page_types": self.page_types}

    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        known = {model._meta.label: model for model in get_page_models()}
        models = [known[name] for name in self.page_types if name in known]
        widget = AdminPageChooser(target_models=models or None)
        options.setdefault("widgets", {})[self.field_name] = widget
        return options


def check_chosen(name: str, page: Any, page_types: tuple[str, ...] = ()) -> None:
    """Refuse a page of another type, or a translation: it would have no link in other languages.

    Raises ValidationError on the field `name`.
    """
    if page is None:
        return
    if page.locale.language_code != SOURCE:
        raise ValidationError(
            {name: _("Choose the Hungarian page: readers get it in their own language.")}
        )
    model = page.specific_class
    if page_types and (model is None or model._meta.label not in page_types):
        raise ValidationError({name: WRONG_TYPE[page_types]})
