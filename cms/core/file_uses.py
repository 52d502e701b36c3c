"""Keeps `FileUse` true: which files a page's row shows, written in the page's own transaction."""

from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex

Use = tuple[str, int, bool]


def file_uses_of(page: Any) -> set[Use]:
    """(kind, file id, by fact) for every picture and document in the page's fields and rows."""
    kinds = {
        ContentType.objects.get_for_model(get_image_model()).pk: "image",
        ContentType.objects.get_for_model(get_document_model()).pk: "document",
    }
    found: set[Use] = set()
    withheld = page.withheld_fields()
    for type_id, object_id, model_path, _path in ReferenceIndex._extract_references_from_object(
        page
    ):
        if type_id in kinds and model_path.partition(".")[0] not in withheld:
            found.add((kinds[type_id], int(object_id), _is_fact(page, model_path)))
    return found


def _is_fact(page: Any, model_path: str) -> bool:
    """`model_path` is `field`, `field.block…` or `relation.item.field…` as Wagtail writes it."""
    name, _, rest = model_path.partition(".")
    if rest.startswith("item."):
        row = page._meta.get_field(name).related_model
        return rest.removeprefix("item.").split(".")[0] in getattr(row, "shared_fields", ())
    return name in page.shared_fields


def file_uses_record(page: Any) -> None:
    """Make the stored uses of `page` those of the object that was just saved."""
    model = apps.get_model("core", "FileUse")
    stored = model.objects.filter(page_id=page.pk)
    before = set(stored.values_list("kind", "file_id", "by_fact"))
    now = file_uses_of(page)
    for kind, file_id, by_fact in before - now:
        stored.filter(kind=kind, file_id=file_id, by_fact=by_fact).delete()
    model.objects.bulk_create(
        model(page_id=page.pk, kind=kind, file_id=file_id, by_fact=by_fact)
        for kind, file_id, by_fact in now - before
    )
