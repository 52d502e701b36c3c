"""Who may read a file: asked of the pages that use it, at the moment of the request."""

from typing import Any

from django.db.models import Exists, OuterRef, Q
from wagtail.models import CollectionViewRestriction, Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry

from cms.core.models.media import FileUse
from cms.core.registries import file_gates
from cms.core.visibility import visible_pages
from cms.languages import SOURCE

#: Any of these in the file's collection lets somebody see it in the admin.
IN_COLLECTION = ("choose", "change", "add")


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
    return bool(visible_pages().filter(uses(kind, file)).exists())


def uses(kind: str, file: Any) -> Q:
    """A condition on pages: the page uses the file itself, or a fact of its family does."""
    stored = FileUse.objects.filter(kind=kind, file_id=file.pk)
    own = stored.filter(by_fact=False, page_id=OuterRef("pk"))
    # Of facts the source's row alone is true: `propagate` writes no uses
    family = stored.filter(
        by_fact=True, page__locale__language_code=SOURCE,
        page__translation_key=OuterRef("translation_key"),
    )  # fmt: skip
    return Q(Exists(own)) | Q(Exists(family))


def may_read(user: Any, kind: str, file: Any, *, public: bool = True) -> bool:
    """The public reads what is public (never an original); the admin asks for rights."""
    return may_handle(user, kind, file) or (public and is_public(kind, file))


def may_handle(user: Any, kind: str, file: Any) -> bool:
    """Whether `user` may choose, change or add files in its collection, or edits a page with it."""
    if not user.is_active or not user.has_perm("wagtailadmin.access_admin"):
        return False
    policy = policy_registry.get_by_type(type(file))
    if policy.user_has_any_permission_for_instance(user, IN_COLLECTION, file):
        return True
    edited = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    return bool(Page.objects.filter(uses(kind, file), pk__in=edited.values("pk")).exists())
