"""Tells whoever locked a translated page of what its Hungarian page did to it in spite of that."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.translations.mails.people import tell
from cms.translations.managed import is_managed

UNPUBLISHED = _("It was unpublished and is not on the site any more.")
DELETED = _("It was deleted.")
MOVED = _("It was moved and has another address now.")


def locked_told(page: Any, what: Any) -> None:
    """`what` is a sentence, translated when it is written."""
    owner = page.locked_by if page.locked else None
    if owner is None or not owner.is_active or not owner.email:
        return
    specific = page.specific
    if hasattr(specific, "is_facts_source") and is_managed(specific):
        tell(owner, "locked", {"title": page.title, "what": what})


def unpublished(instance: Any, **_kwargs: Any) -> None:
    locked_told(instance, UNPUBLISHED)


def deleted(instance: Any, **_kwargs: Any) -> None:
    locked_told(instance, DELETED)


def moved(instance: Any, **_kwargs: Any) -> None:
    locked_told(instance, MOVED)
