"""Takes a reader's report of an error: for pages that anybody can read now, and not without end."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from cms.core.routing import specific
from cms.core.visibility import visible_pages
from cms.translations.managed import translation_of
from cms.translations.models import TranslationReport
from cms.translations.outside.limits import is_too_often

#: Reports a minute from one address and of one page; reports of one page that nobody has read.
FROM_ONE, OF_ONE, UNREAD = 10, 30, 200


def reportable(page_id: int, code: str) -> tuple[Any, Translation] | None:
    """The page with its translation as visitors read it in the language `code`; `page_id` may be
    that of the same page in another language. None for what is not public, withdrawn, or was not
    made at the desk."""
    keys = visible_pages().filter(pk=page_id, depth__gt=1).values("translation_key")
    locale = Locale.objects.get(language_code=code)
    base: Page | None = visible_pages(locale).filter(translation_key__in=keys).first()
    if base is None or base.specific_class is None:
        return None
    page = specific(base)
    if page.withdrawn_at:
        return None
    translation = translation_of(page)
    return None if translation is None else (page, translation)


def report_file(
    *, page: Any, translation: Translation, text: str, passage: str, address: str
) -> TranslationReport:
    """Raises ValidationError where there were too many. `address` is counted for a minute and kept
    nowhere."""
    if is_too_often(f"reports:{address}", FROM_ONE) or is_too_often(
        f"reports-of:{translation.pk}", OF_ONE
    ):
        raise ValidationError(
            _("That was very often in one minute: wait a little, then send it again.")
        )
    unread = translation.reports.filter(status=TranslationReport.Status.OPEN)
    if unread.count() >= UNREAD:
        raise ValidationError(
            _("Many errors of this page wait to be mended already: send it another day.")
        )
    made: TranslationReport = TranslationReport.objects.create(
        translation=translation, revision_id=page.live_revision_id, text=text, passage=passage
    )
    return made
