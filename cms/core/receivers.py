"""Signal receivers of the kernel: each calls one service."""

from typing import Any

from cms.core.acts import note_becomes_act
from cms.core.caseless import caseless_register
from cms.core.collation import collations_register
from cms.core.facts.follow import delete_translations, move_translations, refuse_move
from cms.core.generation import generation_begin, generation_known
from cms.core.redirects import redirects_follow
from cms.core.reindex import reference_index_queue
from cms.languages import LANGUAGES


def connection_made(connection: Any, **_kwargs: Any) -> None:
    generation_known(connection)
    collations_register(connection, [language.code for language in LANGUAGES])
    caseless_register(connection)


def tables_made(using: str, **_kwargs: Any) -> None:
    generation_begin(using)


def page_moves(instance: Any, parent_page_after: Any, **_kwargs: Any) -> None:
    refuse_move(instance, parent_page_after)


def page_moved(instance: Any, url_path_before: str, url_path_after: str, **_kwargs: Any) -> None:
    if url_path_after != url_path_before:
        redirects_follow(page=instance, url_path_before=url_path_before)


def slug_changed(instance: Any, instance_before: Any, **_kwargs: Any) -> None:
    redirects_follow(page=instance, url_path_before=instance_before.url_path)


def page_saved(instance: Any, created: bool, raw: bool = False, **_kwargs: Any) -> None:
    # Wagtail's move saves a bare Page inside its transaction; nothing else does
    if not created and not raw:
        move_translations(instance)


def page_deleted(instance: Any, **_kwargs: Any) -> None:
    delete_translations(instance)


def note_to_act(instance: Any, revision: Any = None, alias: bool = False, **_kwargs: Any) -> None:
    if not alias:
        note_becomes_act(page=instance, revision=revision)


def reference_index_follows(source: Any, page_ids: set[int], **_kwargs: Any) -> None:
    reference_index_queue(model=type(source), page_ids=page_ids - {source.pk})
