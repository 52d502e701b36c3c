"""Makes revisions of translations from their segments: the one way in which they are drafted."""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationLog

from cms.core.facts.kinds import required_kinds
from cms.translations.fallback import fallbacks_in
from cms.translations.guard import writing
from cms.translations.managed import page_of, source_page_of
from cms.translations.models import TranslationRevision
from cms.translations.models.revisions import FALLBACK
from cms.translations.outside.guest import account_of, name_of
from cms.translations.segments.ingest import page_with_texts
from cms.translations.segments.read import Line, lines_of
from cms.translations.standing import states_refresh


def revision_make(*, translation: Translation, user: Any = None) -> TranslationRevision:
    """A revision of the translated page with all that is translated now; its row stays as it is.

    What is missing says the source's text; where the page's policy lets paragraphs do so, the
    revision is complete all the same. Raises ValidationError for texts that do not fit.
    """
    with transaction.atomic():
        lines = lines_of(translation.source_id, translation.target_locale_id)
        page = drafted(translation)
        refuse_misfits(page)
        with writing():
            revision = page.save_revision(user=account_of(user), clean=False)
        TranslationLog.objects.create(
            source=translation.source, locale=translation.target_locale, revision=revision
        )
        fallbacks = fallbacks_in(translation, lines)
        return TranslationRevision.objects.create(
            revision=revision,
            translation=translation,
            source_revision=source_page_of(translation).live_revision,
            segments=made_of(lines, fallbacks),
            is_complete=all(line.is_done or line.segment_id in fallbacks for line in lines),
            by_name=name_of(user),
        )


def drafted(translation: Translation) -> Any:
    """The translated page with the texts of its segments, unsaved: for previews and revisions."""
    return page_with_texts(translation)


def made_of(lines: list[Line], fallbacks: Collection[int] = ()) -> list[list[Any]]:
    """`fallbacks` are ids of segments that stay in the source's language."""
    return [
        [line.path, line.string_id, line.digest,
         FALLBACK if line.segment_id in fallbacks else line.kind]
        for line in lines
    ]  # fmt: skip


def refuse_misfits(page: Any) -> None:
    """Raises ValidationError with a sentence for each text that its field cannot hold."""
    problems: list[str] = []
    rows = [page]
    for relation, _model in required_kinds(type(page)).rows:
        rows += getattr(page, relation).all()
    for row in rows:
        texts = set(required_kinds(type(row)).text)
        others = [field.name for field in row._meta.fields if field.name not in texts]
        try:
            row.clean_fields(exclude=others)
        except ValidationError as error:
            for name, sentences in error.message_dict.items():
                label = row._meta.get_field(name).verbose_name
                problems += [f"{label}: {sentence}" for sentence in sentences]
    if problems:
        raise ValidationError(problems)


def publish_made(made: TranslationRevision, *, user: Any = None, reviewed_at: Any = None) -> None:
    """Publish a complete revision as reviewed by `user`, now or at `reviewed_at`.

    Raises ValidationError where it is not complete. The caller has asked whether `user` may review.
    """
    if not made.is_complete:
        raise ValidationError(_("Some texts are not translated yet."))
    made.reviewed_at, made.reviewed_by = reviewed_at or timezone.now(), user
    made.save(update_fields=["reviewed_at", "reviewed_by"])
    made.revision.publish(user=user, skip_permission_checks=True)
    states_refresh(made.translation.source.object_id)


def latest_made(translation: Translation) -> TranslationRevision | None:
    page: Page = page_of(translation)
    found = TranslationRevision.objects.filter(revision_id=page.latest_revision_id)
    return found.select_related("revision").first()
