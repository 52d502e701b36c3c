"""Files that no row names: a process that is killed between a row and its file leaves them.

Wagtail deletes the file of a picture or document after the commit, and stores an upload before it.
"""

import logging
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

logger = logging.getLogger(__name__)

#: An upload's transaction is long over after a day, and a restore has brought rows and files.
GRACE = timedelta(days=1)
AT_ONCE = 500


def stores() -> list[tuple[str, Any]]:
    """(folder, model whose `file` lies there) of all that is uploaded or made from it."""
    image = get_image_model()
    return [
        ("original_images", image),
        ("images", image.get_rendition_model()),
        ("documents", get_document_model()),
    ]


def orphan_files() -> Iterator[tuple[Any, str]]:
    """(storage, name) of each file that no row names and that is older than a day."""
    before = timezone.now() - GRACE
    for folder, model in stores():
        storage = model._meta.get_field("file").storage
        names = [f"{folder}/{name}" for name in _listed(storage, folder)]
        for start in range(0, len(names), AT_ONCE):
            some = names[start : start + AT_ONCE]
            rows = model._base_manager.filter(file__in=some)
            known = set(rows.values_list("file", flat=True))
            for name in sorted(set(some) - known):
                if _modified(storage, name, before):
                    yield storage, name


def _listed(storage: Any, folder: str) -> list[str]:
    try:
        return list(storage.listdir(folder)[1])
    except FileNotFoundError:
        return []  # nothing was uploaded yet


def _modified(storage: Any, name: str, before: Any) -> bool:
    try:
        return bool(storage.get_modified_time(name) < before)
    except FileNotFoundError:
        return False  # deleted meanwhile


def orphan_files_delete() -> int:
    """Delete them; how many. A second run at the same time does no harm."""
    deleted = 0
    for storage, name in orphan_files():
        storage.delete(name)
        deleted += 1
    if deleted:
        logger.info("files that no row named were deleted", extra={"count": deleted})
    return deleted
