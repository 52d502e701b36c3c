"""What stands before every way to draft or publish a translation: registered with the facts' mixin.

A translation is drafted by `revision_make` alone, and only a complete, reviewed revision goes live.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from cms.core.facts.kinds import required_kinds
from cms.core.facts.rows import text_values
from cms.translations.managed import is_managed
from cms.translations.models import TranslationRevision

_writing: ContextVar[bool] = ContextVar("writing a translation's revision", default=False)


@contextmanager
def writing() -> Iterator[None]:
    token = _writing.set(True)
    try:
        yield
    finally:
        _writing.reset(token)


def guard_revision(page: Any) -> None:
    """Before `save_revision()`. Raises PermissionDenied."""
    if page.pk and not _writing.get() and is_managed(page):
        raise PermissionDenied(_("Translations are written at the translators' desk."))


def guard_row(page: Any, update_fields: Collection[str] | None) -> None:
    """Before a page's `save()`: live text changes only with a revision that may go live.

    Unpublishing is always possible, and draft pages are. Raises PermissionDenied.
    """
    is_shown = page.live or page.alias_of_id
    if not is_shown or page.is_facts_source or not _concerns(page, update_fields):
        return
    row = type(page)._base_manager.filter(pk=page.pk).first() if page.pk else None
    refuse_foreign_alias(page, row)
    if row is None or not page.live or not _is_change(page, row) or not is_managed(row):
        return
    is_new = page.live_revision_id != row.live_revision_id or not row.live
    made = TranslationRevision.objects.filter(revision_id=page.live_revision_id).first()
    if not is_new or made is None or not made.may_go_live:
        raise PermissionDenied(
            _("A translation goes live once it is complete and a reviewer has approved it.")
        )


def refuse_foreign_alias(page: Any, row: Any | None) -> None:
    """No page is made to show a page of another language, and none goes on alone with its text.

    One that shows it already follows its page until it is deleted. Raises PermissionDenied.
    """
    is_alias, was_alias = _is_foreign(page), row is not None and _is_foreign(row)
    if is_alias != was_alias and not (was_alias and page.alias_of_id):
        raise PermissionDenied(
            _("A page comes into another language by its translation alone, not as an alias.")
        )


def _is_foreign(page: Any) -> bool:
    return bool(page.alias_of_id) and page.alias_of.locale_id != page.locale_id


def _concerns(page: Any, update_fields: Collection[str] | None) -> bool:
    if update_fields is None:
        return True
    kinds = required_kinds(type(page))
    names = {*kinds.text, *(name for name, _model in kinds.rows), "live", "alias_of", "alias_of_id"}
    return bool(names & set(update_fields))


def _is_change(page: Any, row: Any) -> bool:
    """Whether readers would see something else than what `row` says."""
    if page.alias_of_id:
        return row.alias_of_id is None  # an alias of its own follows its page
    if not row.live or page.live_revision_id != row.live_revision_id:
        return True
    fields = [type(page)._meta.get_field(name) for name in required_kinds(type(page)).text]
    if any(field.value_to_string(page) != field.value_to_string(row) for field in fields):
        return True
    return any(
        _texts(page, relation) != _texts(row, relation)
        for relation, _model in required_kinds(type(page)).rows
        if relation in getattr(page, "_cluster_related_objects", {})
    )


def _texts(page: Any, relation: str) -> dict[Any, Any]:
    return {row.translation_key: text_values(row) for row in getattr(page, relation).all()}
