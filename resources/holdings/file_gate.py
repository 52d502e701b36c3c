"""Files that a public page shows but that readers may not open yet, or only on request."""

from typing import Any

from django.apps import apps
from django.db.models import Q
from django.utils import timezone


def is_closed(kind: str, file: Any) -> bool:
    """Whether a live holding with this file keeps it closed today; one that does is enough."""
    if kind != "document":
        return False
    closed = Q(page__access="on_request") | Q(page__access="embargo") & (
        Q(page__embargo_until__isnull=True) | Q(page__embargo_until__gt=timezone.localdate())
    )
    return any(
        apps.get_model("resources", name)
        .objects.filter(closed, document_id=file.pk, page__live=True)
        .exists()
        for name in ("PublicationFile", "ResourceFile")
    )
