"""Which pages the facts of this room may refer to; other rooms' types are named, not imported."""

from typing import Any

from django.apps import apps
from wagtail.admin.widgets import AdminPageChooser

#: For foreign keys to `Page` that must hold an organisation.
ORGANISATIONS = {"content_type__app_label": "network", "content_type__model": "organisationpage"}


class OrganisationChooser(AdminPageChooser):
    """Made with the form, when all rooms are loaded."""

    def __init__(self, **kwargs: Any) -> None:
        models = [
            model for model in apps.get_app_config("network").get_models()
            if model.__name__ == "OrganisationPage"
        ]  # fmt: skip
        super().__init__(target_models=models or None, **kwargs)
