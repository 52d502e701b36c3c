"""Minutes that are not approved are nobody's to read: their files follow the state at once."""

from typing import Any

from django.apps import apps

from cms.core.file_uses import file_uses_record


def minutes_uses_follow(source: Any) -> None:
    """The state changes without a save of the page: the uses of its files follow."""
    if isinstance(source, apps.get_model("network", "EventPage")):
        file_uses_record(source)
