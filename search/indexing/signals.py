"""Which signal queues what: the changes of pages, restrictions, topics, files, collections."""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from cms.core.facts.signals import facts_written
from cms.core.models.topics import Topic, TopicLabel
from search.indexing import receivers


def index_follows() -> None:
    document = get_document_model()
    connect: Any = [
        (page_published, receivers.page_changed, None),
        (page_unpublished, receivers.page_changed, None),
        (page_slug_changed, receivers.tree_changed, None),
        (post_page_move, receivers.tree_changed, None),
        (facts_written, receivers.facts_changed, None),
        (post_delete, receivers.page_changed, Page),
        (post_save, receivers.restriction_changed, PageViewRestriction),
        (post_delete, receivers.restriction_changed, PageViewRestriction),
        (post_save, receivers.topic_changed, Topic),
        (pre_delete, receivers.topic_goes, Topic),
        (post_save, receivers.label_changed, TopicLabel),
        (post_delete, receivers.label_changed, TopicLabel),
        (post_save, receivers.file_changed, document),
        (post_delete, receivers.file_changed, document),
        (post_save, receivers.collection_changed, CollectionViewRestriction),
        (post_delete, receivers.collection_changed, CollectionViewRestriction),
    ]
    for signal, receiver, sender in connect:
        signal.connect(receiver, sender=sender, dispatch_uid=f"search.{receiver.__name__}")
