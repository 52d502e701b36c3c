"""Which texts of the memory a reviewer has approved: those that reviewed revisions were made of."""

from collections.abc import Iterable

from wagtail_localize.models import StringTranslation

from cms.translations.models import TranslationRevision
from cms.translations.segments.read import digest


def reviewed_texts(rows: Iterable[StringTranslation]) -> set[int]:
    """Ids of those of `rows`, all of one language, that read as they were approved: two queries."""
    texts = {
        (one.context_id, one.translation_of_id, digest(one.data)): one.pk
        for one in rows
        if one.context_id
    }
    if not texts:
        return set()
    held = StringTranslation.objects.filter(pk__in=texts.values())
    places = dict(held.values_list("pk", "context__path"))
    keys = held.values("context__object_id")
    made = TranslationRevision.objects.filter(
        translation__source__object_id__in=keys,
        translation__target_locale_id__in=held.values("locale_id"),
        reviewed_at__isnull=False,
    )
    approved = {
        (path, string, text)
        for segments in made.values_list("segments", flat=True)
        for path, string, text, _kind in segments
    }
    return {pk for (_context, string, text), pk in texts.items()
            if (places[pk], string, text) in approved}  # fmt: skip
