"""What people are called beside a text. A guest learns no names of accounts or of other guests."""

from typing import Any

from django.utils.translation import gettext as _

from cms.translations.outside.guest import Guest, name_of
from cms.translations.teams import reviewers_of


class Names:
    """For one reader, of one translation; a guest's costs one query, however many names."""

    def __init__(self, reader: Any, locale_id: int) -> None:
        self._reader, self._locale_id = reader, locale_id
        self._reviewers: set[int] | None = None

    def of(self, account: Any, name: str) -> str:
        """`name`: of who came by a link; neither is known of an account that was deleted."""
        if account is None and not name:
            return _("Somebody who is no longer named")
        if not isinstance(self._reader, Guest):
            return name or str(account.get_full_name() or account.get_username())
        if account is None:
            return name if name == name_of(self._reader) else _("Translator")
        return _("Reviewer") if self._is_reviewer(account) else _("Translator")

    def _is_reviewer(self, account: Any) -> bool:
        if self._reviewers is None:
            self._reviewers = reviewers_of(self._locale_id)
        return account.is_superuser or account.pk in self._reviewers
