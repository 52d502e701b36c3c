"""Tells Wagtail's own indexes of pages that were written without a signal: by `propagate`."""

from typing import Any

from wagtail.tasks import update_reference_index_task


def reference_index_queue(*, model: Any, page_ids: set[int]) -> None:
    """Queue one task a page, in the transaction that wrote it."""
    for page_id in sorted(page_ids):
        update_reference_index_task.enqueue(
            model._meta.app_label, model._meta.model_name, str(page_id)
        )
