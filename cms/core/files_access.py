"""Who may read a file: asked of the pages that use it, at the moment of the request."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from wagtail.documents import get_document_model
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
    if any(closed(kind, [file.pk]) for closed in file_gates()):
        return False
    if CollectionViewRestriction.objects.filter(
        collection__in=file.collection.get_ancestors(inclusive=True)
    ).exists():
        return False
    return bool(visible_pages().filter(uses(kind, file)).exists())


def public_documents(pages: Mapping[int, UUID]) -> dict[int, list[int]]:
    """Documents that visitors may read now, each with the pages that show it, out of `pages`.

    `pages` are visible ones, with their translation keys; what a fact of the source shows, every
    language of it does. At most four queries, and one for each gate.
    """
    uses = FileUse.objects.filter(kind="document").values_list(
        "file_id", "page_id", "by_fact", "page__translation_key", "page__locale__language_code"
    )
    families: dict[UUID, list[int]] = {}
    for pk, key in pages.items():
        families.setdefault(key, []).append(pk)
    shown: dict[int, dict[int, None]] = {}
    for file_id, page_id, by_fact, key, lang in uses:
        held = shown.setdefault(file_id, {})
        if not by_fact and page_id in pages:
            held[page_id] = None
        elif by_fact and lang == SOURCE:
            held |= dict.fromkeys(families.get(key, ()))
    closed = set().union(*(closed("document", list(shown)) for closed in file_gates()))
    closed |= _in_closed_collections()
    return {pk: list(held) for pk, held in shown.items() if held and pk not in closed}


def _in_closed_collections() -> set[int]:
    paths = CollectionViewRestriction.objects.values_list("collection__path", flat=True)
    closed = [Q(collection__path__startswith=path) for path in paths]
    if not closed:
        return set()
    documents = get_document_model().objects.filter(Q(*closed, _connector=Q.OR))
    return set(documents.values_list("pk", flat=True))


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
