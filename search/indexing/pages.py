"""A page of the site as an entry of the search."""

import hashlib
import json
from typing import Any

from django.db.models import Q
from wagtail.documents import get_document_model

from cms.core.library import LibraryFields
from cms.core.models.media import FileUse
from cms.core.visibility import visible_pages
from cms.languages import SOURCE
from search.indexing.texts import APART, body_of, headings_of, labels_of, notations_of
from search.kinds import kind_of
from search.models import SearchDocument

#: What the digest is not of: the row's own key, and itself.
NOT_SEARCHED = {"id", "digest"}


def page_entry(page_id: int) -> SearchDocument | None:
    """The entry of a page as visitors see it now; None where they see none."""
    found = visible_pages().filter(pk=page_id, depth__gt=1).first()
    page = found.specific if found is not None else None
    if page is None or not hasattr(page, "library_fields"):
        return None
    given: LibraryFields = page.library_fields()
    files = files_of(page)
    return digested(
        SearchDocument(
            page_id=page.pk, language=page.locale.language_code, title=given.title,
            headings=headings_of(page), summary=given.summary,
            body=APART.join([body_of(page), *given.keywords, given.publisher_name]).strip(),
            labels=labels_of(page), kinds=[kind_of(page)], topics=notations_of(page),
            issued=given.issued, publishers=[key for key in [given.publisher_key] if key],
            audiences=list(page.audiences), formats=sorted({file.file_extension for file in files}),
            accessible=sorted({file.accessible for file in files}),
            files=sorted(file.pk for file in files), is_past=is_past(page), url=page.url_path,
        )
    )  # fmt: skip


def files_of(page: Any) -> list[Any]:
    """Documents that the page shows, by its own text or by facts."""
    own = Q(page=page)
    family = Q(
        by_fact=True, page__translation_key=page.translation_key,
        page__locale__language_code=SOURCE,
    )  # fmt: skip
    uses = FileUse.objects.filter(own | family, kind="document").values("file_id")
    return list(get_document_model().objects.filter(pk__in=uses))


def is_past(page: Any) -> bool:
    """Withdrawn or superseded: still found, after the others and marked."""
    if page.is_withdrawn:
        return True
    gone = page.gone_when
    return bool(gone) and type(page)._base_manager.filter(pk=page.pk, **gone).exists()


def digested(entry: SearchDocument) -> SearchDocument:
    """The entry with its digest set."""
    held = {
        field.attname: getattr(entry, field.attname)
        for field in entry._meta.concrete_fields
        if field.attname not in NOT_SEARCHED
    }
    entry.digest = hashlib.sha256(json.dumps(held, default=str).encode()).hexdigest()
    return entry
