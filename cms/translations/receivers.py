"""Signal receivers of the localisation workflow: each queues a task or calls one service."""

from types import SimpleNamespace
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import TranslationSource, post_save_string_translation

from cms.core.models.acts import PendingNote
from cms.translations.managed import is_managed
from cms.translations.tasks import refresh_source, refresh_states


def source_written(source: Any, **_kwargs: Any) -> None:
    """In the transaction that saved a source; what is not translated at all costs one query."""
    if source.live and TranslationSource.objects.filter(object_id=source.translation_key).exists():
        # read now: publishing turns the note into an act after its transaction
        is_minor = PendingNote.objects.filter(page_id=source.pk, minor=True).exists()
        refresh_source.enqueue(source.pk, is_minor)


def translation_unpublished(instance: Any, **_kwargs: Any) -> None:
    if hasattr(instance, "is_facts_source") and is_managed(instance):
        refresh_states.enqueue(str(instance.translation_key))


def draft_named(instance: Any, **kwargs: Any) -> None:
    """Instead of the library's own receiver, which PostgreSQL refuses where a title is longer than
    its column: what does not fit is said when the translation is sent."""
    most = Page._meta.get_field("draft_title").max_length
    short = SimpleNamespace(
        context=instance.context, locale_id=instance.locale_id, data=instance.data[:most]
    )
    post_save_string_translation(short, **kwargs)


def synchronization_refused(**_kwargs: Any) -> None:
    """Before one is saved: it fills a language with live aliases that hold Hungarian text."""
    raise PermissionDenied(
        _("A page comes into another language by its translation alone, not as an alias.")
    )
