"""System check of the setting (`manage.py check`); from the environment it stops the start."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from cms.machine_url import service_of


@register("roundtable")
def check_machine_translation(**_kwargs: Any) -> list[CheckMessage]:
    try:
        service_of(settings.MACHINE_TRANSLATION_URL)
    except ValueError as error:
        hint = "Leave it out to draft nothing by machine."
        return [Error(f"MACHINE_TRANSLATION_URL {error}", hint=hint, id="roundtable.E007")]
    return []
