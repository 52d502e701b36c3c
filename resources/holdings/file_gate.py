"""Files that a public page shows but that readers may not open yet, or only on request."""

from collections.abc import Collection

from django.apps import apps
from django.db.models import Q
from django.utils import timezone


def closed_files(kind: str, ids: Collection[int]) -> set[int]:
    """Those of the files that a live holding keeps closed today; one that does is enough."""
    if kind != "document":
        return set()
    closed = Q(page__access="on_request") | Q(page__access="embargo") & (
        Q(page__embargo_until__isnull=True) | Q(page__embargo_until__gt=timezone.localdate())
    )
    first, second = (
        apps.get_model("resources", name)
        .objects.filter(closed, document_id__in=ids, page__live=True)
        .order_by()
        .values_list("document_id", flat=True)
        for name in ("PublicationFile", "ResourceFile")
    )
    return set(first.union(second))
