"""Marks a page's translations as urgent, for those who may publish the Hungarian page."""

from typing import Any

from django.db import transaction

from cms.translations.mails.urgent import urgent_told
from cms.translations.may import refuse_others
from cms.translations.models import UrgentPage


def urgent_mark(*, page: Any, user: Any, is_urgent: bool) -> None:
    """Tell the teams of all languages that are not up to date; taking it back tells nobody."""
    refuse_others(user, page.specific)
    with transaction.atomic():
        held = UrgentPage.objects.filter(translation_key=page.translation_key)
        if not is_urgent:
            held.delete()
            return
        _row, is_new = UrgentPage.objects.get_or_create(
            translation_key=page.translation_key, defaults={"marked_by": user}
        )
        if is_new:
            urgent_told(page)
