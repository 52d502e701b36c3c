"""Texts and translations of a memory, written as the desk writes them: in bulk."""

from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page
from wagtail_localize.models import (
    String,
    StringTranslation,
    TranslatableObject,
    TranslationContext,
)


def place(key=None, path="body"):
    """Where a text stands: a page (by its translation key) and a field."""
    page_type = ContentType.objects.get_for_model(Page)
    thing, _ = TranslatableObject.objects.get_or_create(
        translation_key=key or uuid4(), content_type=page_type
    )
    return TranslationContext.objects.get_or_create(
        object=thing, path_id=TranslationContext._get_path_id(path), path=path
    )[0]


def remember(locales, pairs, code="uk", **values):
    """`pairs`: (Hungarian, translation), each on a page of its own."""
    hashes = {text: String._get_data_hash(text) for text, _translation in pairs}
    known = set(String.objects.values_list("data_hash", flat=True))
    String.objects.bulk_create(
        String(locale=locales["hu"], data=text, data_hash=key)
        for text, key in hashes.items() if key not in known
    )  # fmt: skip
    strings = {one.data: one for one in String.objects.filter(data_hash__in=hashes.values())}
    return StringTranslation.objects.bulk_create(
        StringTranslation(
            **{"translation_of": strings[text], "locale": locales[code], "context": place(),
               "data": translation, "translation_type": "manual", **values},
        )
        for text, translation in pairs
    )  # fmt: skip
