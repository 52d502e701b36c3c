"""Flow 3 of the architecture: a source was published, so its segments, texts and states follow.

The live translations are not touched: their facts followed in the transaction of the source, their
texts wait for translators and reviewers.
"""

from django.db import transaction
from wagtail.models import Page

from cms.translations.carry import source_take
from cms.translations.managed import source_record
from cms.translations.models import Release
from cms.translations.releases.active import active_release, is_begun
from cms.translations.releases.tasks import publish_translations
from cms.translations.standing import states_refresh


def source_refresh(page_id: int, *, minor: bool = False) -> bool:
    """Take over what a live source page says now; whether it is translated at all. Idempotent.

    A page that is prepared for a release keeps the text of its draft until it is published, in
    whatever way; its translations follow then.

    `minor`: the editor called the edit so, and translations of what it changed stay as they are.
    """
    with transaction.atomic():
        page = Page.objects.select_for_update(of=("self",)).filter(pk=page_id).first()
        source = source_record(page) if page is not None else None
        if source is None or not page.live:
            return False
        release = active_release(source.pk)
        if release is not None and not is_begun(release, page):
            return True  # its translators have a draft before them
        source_take(page.specific, source, minor=minor)
        if release is not None:
            release.status = Release.Status.RUNNING
            release.save(update_fields=["status"])
            publish_translations.enqueue(release.pk)
        states_refresh(page.translation_key)
    return True
