"""Connects the kernel: checks, and the signals by which pages, files and notes follow."""

from typing import Any

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "cms.core"
    label = "core"
    verbose_name = "Kernel"

    def ready(self) -> None:
        from django.core.signals import request_finished
        from django.db.backends.signals import connection_created
        from django.db.models.signals import post_migrate, post_save, pre_delete
        from wagtail.models import Page
        from wagtail.signals import (
            page_published,
            page_slug_changed,
            post_page_move,
            pre_page_move,
        )

        from cms.core import (
            checks,  # noqa: F401  (registers itself)
            receivers,
        )
        from cms.core.admin.actions import register_core_actions
        from cms.core.caseless import lookup_register
        from cms.core.facts.signals import facts_written
        from cms.core.interface_fallback import english_where_missing
        from cms.core.request_ids import request_ends

        english_where_missing()
        register_core_actions()
        lookup_register()
        connect: Any = [
            (request_finished, request_ends, None),
            (connection_created, receivers.connection_made, None),
            (post_migrate, receivers.tables_made, self),
            (post_save, receivers.page_saved, Page),
            (pre_delete, receivers.page_deleted, Page),
            (pre_page_move, receivers.page_moves, None),
            (post_page_move, receivers.page_moved, None),
            (page_slug_changed, receivers.slug_changed, None),
            (page_published, receivers.note_to_act, None),
            (facts_written, receivers.reference_index_follows, None),
        ]
        for signal, receiver, sender in connect:
            signal.connect(receiver, sender=sender, dispatch_uid=f"core.{receiver.__name__}")
