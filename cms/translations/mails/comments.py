"""What the digest tells of comments: to whom a translation was given, those of others."""

from datetime import datetime
from typing import Any

from django.db.models import Count, F, Q

from cms.translations.models import SegmentComment, TranslationState


def comments_new(since: datetime) -> dict[int, list[tuple[TranslationState, int]]]:
    """By the id of who was asked: how many comments of others are open that came since then, by
    translation. Two queries."""
    others = Q(by=None) | ~Q(by=F("translation__state__assignee"))
    counts = dict(
        SegmentComment.objects.filter(
            others, at__gt=since, resolved_at=None, translation__enabled=True,
            translation__state__assignee__isnull=False,
        )
        .order_by()
        .values_list("translation__state")
        .annotate(number=Count("pk"))
    )  # fmt: skip
    states = TranslationState.objects.filter(pk__in=counts).select_related("translation")
    found: dict[int, list[tuple[Any, int]]] = {}
    for state in states.order_by("pk"):
        if state.assignee_id is not None:
            found.setdefault(state.assignee_id, []).append((state, counts[state.pk]))
    return found
