"""Who may read a file: asked of the pages that use it, at the moment of the request."""

from typing import Any

from django.db.models import Exists, OuterRef, Q
from wagtail.models import CollectionViewRestriction

from cms.core.models.media import FileUse
from cms.core.registries import file_gates
from cms.core.visibility import visible_pages
from cms.languages import SOURCE


def is_public(kind: str, file: Any) -> bool:
    """Whether a visible page shows this file, in its text or in facts of its translations.

    A file that only unpublished or private pages use, or none, is not public, nor one that an
    upper room closes (an embargo). `kind` is `image` or `document`.
    """
    if any(closes(kind, file) for closes in file_gates()):
        return False
    if CollectionViewRestriction.objects.filter(
        collection__in=file.collection.get_ancestors(inclusive=True)
    ).exists():
        return False
    uses = FileUse.objects.filter(kind=kind, file_id=file.pk)
    own = uses.filter(by_fact=False, page_id=OuterRef("pk"))
    # Of facts the source's row alone is true: `propagate` writes no uses
    family = uses.filter(
        by_fact=True, page__locale__language_code=SOURCE,
        page__translation_key=OuterRef("translation_key"),
    )  # fmt: skip
    return bool(visible_pages().filter(Q(Exists(own)) | Q(Exists(family))).exists())


def may_read(user: Any, kind: str, file: Any, *, public: bool = True) -> bool:
    """Editors who may choose files read all; the public what is public (never an original)."""
    if user.is_active and user.has_perm("wagtailadmin.access_admin"):
        return True
    return public and is_public(kind, file)
