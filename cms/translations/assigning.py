"""Who does a translation, and until when."""

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail_localize.models import Translation

from cms.translations.mails.people import desk_of, tell, wants
from cms.translations.managed import source_page_of
from cms.translations.may import may
from cms.translations.models import TranslationState
from cms.translations.teams import members_of

FARTHEST = timedelta(days=730)


def team_of(locale_id: int) -> Any:
    """Queryset of those who may be asked: the translators and reviewers of a language."""
    return members_of([locale_id]).order_by("first_name", "last_name", "username")


def translation_assign(
    *, translation: Translation, assignee: Any, due: date | None, user: Any
) -> TranslationState:
    """Reviewers ask anybody of the team; a translator takes one that is free, or gives it back.

    Raises PermissionDenied, and ValidationError for a day that is past or somebody of no team.
    """
    with transaction.atomic():
        state = TranslationState.objects.select_for_update().get(translation=translation)
        _refuse(state, translation, assignee, due, user)
        was = state.assignee_id
        state.assignee, state.due = assignee, due
        state.save(update_fields=["assignee", "due"])
        log(
            source_page_of(translation), "translations.assign", user=user,
            data={
                "language": translation.target_locale.language_code,
                "assignee": assignee.pk if assignee else None,
                "due": due.isoformat() if due else None,
            },
        )  # fmt: skip
        if assignee is not None and assignee.pk not in {was, user.pk}:
            _tell(translation, state, assignee, user)
    return state


def _refuse(
    state: TranslationState, translation: Translation, assignee: Any, due: date | None, user: Any
) -> None:
    locale_id = translation.target_locale_id
    if not may(user, "translate", locale_id):
        raise PermissionDenied(_("This language is not yours to work on."))
    if not may(user, "review", locale_id):
        touched = {pk for pk in (state.assignee_id, getattr(assignee, "pk", None)) if pk}
        if touched - {user.pk}:
            raise PermissionDenied(_("Only reviewers of the language may ask somebody else."))
        if due != state.due:
            raise PermissionDenied(_("Only reviewers of the language may set a day."))
    if assignee is not None and not team_of(locale_id).filter(pk=assignee.pk).exists():
        raise ValidationError(_("Choose somebody who works on this language."))
    today = timezone.localdate()
    if due is not None and due != state.due and not today <= due <= today + FARTHEST:
        raise ValidationError(_("Choose a day from today on, within two years."))


def _tell(translation: Translation, state: TranslationState, assignee: Any, user: Any) -> None:
    if assignee.email and wants(assignee):
        context = {
            "title": translation.source.object_repr, "by": user, "due": state.due,
            "desk": desk_of(translation), "language": str(translation.target_locale),
        }  # fmt: skip
        tell(assignee, "assigned", context)
