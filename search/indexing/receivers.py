"""Signal receivers of the search: each queues tasks, in the transaction of the change."""

from collections.abc import Collection
from typing import Any

from wagtail.documents import get_document_model

from cms.core.models.media import FileUse
from search.engines.current import engine
from search.indexing.tasks import (
    index_file,
    index_page,
    index_topic,
    index_tree,
    pages_about,
    queue_files,
    queue_pages,
)


def page_changed(instance: Any, **_kwargs: Any) -> None:
    index_page.enqueue(instance.pk)


def tree_changed(instance: Any, **_kwargs: Any) -> None:
    index_tree.enqueue(instance.pk)


def restriction_changed(instance: Any, **_kwargs: Any) -> None:
    index_tree.enqueue(instance.page_id)


def facts_changed(source: Any, page_ids: Collection[int], **_kwargs: Any) -> None:
    queue_pages(sorted(page_ids))


def topic_changed(instance: Any, **_kwargs: Any) -> None:
    index_topic.enqueue(instance.pk)


def topic_goes(instance: Any, **_kwargs: Any) -> None:
    """Before it is deleted: afterwards nobody knows what it was given to."""
    queue_pages(pages_about(instance.pk))


def label_changed(instance: Any, **_kwargs: Any) -> None:
    index_topic.enqueue(instance.topic_id)


def file_changed(instance: Any, **_kwargs: Any) -> None:
    index_file.enqueue(instance.pk)
    uses = FileUse.objects.filter(kind="document", file_id=instance.pk)
    queue_pages(uses.values_list("page_id", flat=True))


def collection_changed(instance: Any, **_kwargs: Any) -> None:
    below = instance.collection.get_descendants(inclusive=True)
    uses = FileUse.objects.filter(kind="document").values("file_id")
    held = get_document_model().objects.filter(collection__in=below, pk__in=uses)
    queue_files(held.values_list("pk", flat=True))


def index_made(**_kwargs: Any) -> None:
    engine().create()
