"""The one question about rights in the localisation workflow, asked by every service, view, task
and policy: may someone translate into a language, or review in it?"""

from dataclasses import dataclass
from typing import Any, Literal

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from cms.core.may import may_publish

Doing = Literal["translate", "review"]


@dataclass(frozen=True)
class Roles:
    """Ids of locales; `elsewhere`: also in a group that is no language's."""

    translates: frozenset[int] = frozenset()
    reviews: frozenset[int] = frozenset()
    elsewhere: bool = False

    @property
    def has_any(self) -> bool:
        return bool(self.translates or self.reviews)


def may(user: Any, doing: Doing, locale_id: int) -> bool:
    """A reviewer may translate too; administrators may everything."""
    if not user.is_active:
        return False
    if user.is_superuser:
        return True
    roles = roles_of(user)
    if locale_id in roles.reviews:
        return True
    return doing == "translate" and locale_id in roles.translates


def may_work(user: Any, doing: Doing, translation: Any) -> bool:
    """The same of one translation: who comes by a link has that one alone."""
    own = getattr(user, "translation_id", translation.pk)
    return own == translation.pk and may(user, doing, translation.target_locale_id)


def is_desk_only(user: Any) -> bool:
    """Whether someone has no business in the admin but at the desk."""
    if not user.is_active or user.is_superuser:
        return False
    roles = roles_of(user)
    return roles.has_any and not roles.elsewhere and not user.get_user_permissions()


def roles_of(user: Any) -> Roles:
    """One query for each user object."""
    kept: Roles | None = getattr(user, "_language_roles", None)
    if kept is None:
        kept = user._language_roles = _looked_up(user)
    return kept


def _looked_up(user: Any) -> Roles:
    if user.pk is None:
        return Roles()
    groups = list(user.groups.values_list("translates__locale_id", "reviews__locale_id"))
    return Roles(
        frozenset(translates for translates, _reviews in groups if translates),
        frozenset(reviews for _translates, reviews in groups if reviews),
        any(not translates and not reviews for translates, reviews in groups),
    )


def refuse_others(user: Any, page: Any) -> None:
    """Raises PermissionDenied for whom a source page, of its own type, is not theirs to publish."""
    if not may_publish(user, page):
        raise PermissionDenied(_("Only who may publish the Hungarian page may do this."))
