"""A language's groups, made with it: a new language needs no set-up of rights by hand."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import Locale

from cms.languages import BY_CODE, SOURCE
from cms.translations.models import LanguageTeam
from cms.translations.names import REVIEWERS, TRANSLATORS


def teams_make() -> list[LanguageTeam] | None:
    """A team for each language that has none; None before Wagtail's permissions are there."""
    if not Permission.objects.filter(codename="access_admin").exists():
        return None
    lacking = Locale.objects.filter(team__isnull=True).exclude(language_code=SOURCE)
    return [team_make(locale) for locale in lacking.order_by("pk")]


def team_make(locale: Locale) -> LanguageTeam:
    """The language's team, made where it is missing."""
    found = LanguageTeam.objects.filter(locale=locale).first()
    if found is not None:
        return found
    language = BY_CODE.get(locale.language_code)
    name = language.name if language else locale.language_code
    with transaction.atomic():
        return LanguageTeam.objects.create(
            locale=locale,
            translators=_group(TRANSLATORS.format(name)),
            reviewers=_group(REVIEWERS.format(name)),
        )


def members_of(locale_ids: Iterable[int]) -> Any:
    """Queryset of users: the translators and reviewers of languages, each once."""
    ids = list(locale_ids)
    users = get_user_model()._default_manager.filter(
        Q(groups__translates__locale_id__in=ids) | Q(groups__reviews__locale_id__in=ids),
        is_active=True,
    )
    return users.distinct()


def reviewers_of(locale_id: int) -> set[int]:
    """Ids of the users who review in a language."""
    return set(
        get_user_model()
        ._default_manager.filter(groups__reviews__locale_id=locale_id)
        .values_list("pk", flat=True)
    )


def _group(name: str) -> Group:
    """A group that may enter the admin; one of that name with members is not taken over."""
    group, is_new = Group.objects.get_or_create(name=name)
    if is_new:
        group.permissions.add(
            Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin")
        )
    return group
