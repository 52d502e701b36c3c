"""What a person agreed to, everywhere at once: whose page is out of sight, whose photo is shown."""

from typing import Any

from django.apps import apps
from django.db.models import Exists, OuterRef

from cms.core.file_uses import file_uses_record


def hidden_people() -> Exists:
    """The page is of a person who asked to be hidden."""
    people = apps.get_model("network", "PersonPage")
    return Exists(people._base_manager.filter(pk=OuterRef("pk"), hidden_on_request=True))


def photo_uses_follow(source: Any) -> None:
    """Consent changes without a save of the page: the uses of its photo follow."""
    if isinstance(source, apps.get_model("network", "PersonPage")):
        file_uses_record(source)
