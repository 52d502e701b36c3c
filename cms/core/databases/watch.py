"""Raises the content's generation with every change of content, in the transaction of the change.

A number in one row (`cms.core.models.Generation`) says how often content was changed: what was made
of it under the same number is still true. The row is written right before the commit, when no
other lock is waited for any more, so that two writers cannot wait for each other. Tables of which
no public page is made leave it alone (`keep_out`): what is forgotten there costs time, not truth.
"""

import re
from collections.abc import Callable
from typing import Any

from django.db import transaction

TABLE = "core_generation"
RAISE = "UPDATE core_generation SET number = number + 1 WHERE id = 1"
BEGIN = "INSERT INTO core_generation (id, number) VALUES (1, %s) ON CONFLICT (id) DO NOTHING"
READ = "SELECT number FROM core_generation WHERE id = 1"

#: A statement that writes rows, with its table; `WITH … UPDATE` too.
WRITES = re.compile(
    r"^\s*(?:WITH\b.*?\b)?(?:INSERT(?: OR \w+)? INTO|REPLACE INTO|UPDATE|DELETE FROM)\s+\"?(\w+)",
    re.IGNORECASE | re.DOTALL,
)
GONE = re.compile(rf"\s*DROP TABLE \"?{TABLE}\b", re.IGNORECASE)
#: First words of statements that change what is there in other ways.
SCHEMA = ("ALTER", "CREATE", "DROP", "TRUNCATE")

#: Tables of which no public page is made.
_kept_out = {
    TABLE, "django_session", "django_admin_log", "django_migrations", "auth_user", "auth_group",
    "auth_user_groups", "auth_user_user_permissions", "auth_group_permissions",
    "wagtailcore_modellogentry", "wagtailcore_pagelogentry", "wagtailcore_comment",
    "wagtailcore_commentreply", "wagtailcore_pagesubscription", "wagtailcore_referenceindex",
    "wagtailcore_revision", "wagtailcore_taskstate", "wagtailcore_workflowstate",
    "wagtailadmin_editingsession", "wagtailadmin_formstate", "wagtailusers_userprofile",
    "wagtailsearch_editorspick", "wagtailsearch_indexentry", "wagtailsearch_indexentry_fts",
    "django_tasks_database_dbtaskresult",
}  # fmt: skip


def keep_out(*tables: str) -> None:
    """A room names tables of its own of which no public page is made."""
    for table in tables:
        _kept_out.add(table)


def changes_content(sql: Any) -> bool:
    """Whether a statement may change what a public page is made of."""
    text = sql if isinstance(sql, str) else str(sql)
    first = text[:8].lstrip().upper()
    if first.startswith(("SELECT", "(SELECT", "SAVEPO", "RELEAS", "PRAGMA")):
        return False
    if found := WRITES.match(text):
        return found[1].lower() not in _kept_out
    return first.startswith(SCHEMA)


class ContentWatch:
    """Mixin of a database's `DatabaseWrapper`."""

    #: whether the row of the generation is there: set when the connection is made
    watches_content = False
    content_changed = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.execute_wrappers.append(self._watch)  # type: ignore[attr-defined]

    def _watch(
        self: Any, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any
    ) -> Any:
        if not self.watches_content or not changes_content(sql):
            return execute(sql, params, many, context)
        if self.get_autocommit():
            return self._alone(lambda: execute(sql, params, many, context), str(sql))
        # migrated back to nothing: there is no number to raise
        self.watches_content = not GONE.match(str(sql))
        self.content_changed = self.watches_content
        return execute(sql, params, many, context)

    def _alone(self: Any, run: Callable[[], Any], sql: str) -> Any:
        """A statement outside a transaction, and the generation in one with it."""
        if sql.lstrip().upper().startswith(SCHEMA):
            return run()  # some cannot run in a transaction
        if self.vendor == "sqlite" and "RETURNING" in sql:
            # it is not over before its rows are read, and until then nothing is committed
            answer = run()
            self.connection.execute(RAISE)
            return answer
        with transaction.atomic(using=self.alias):
            self.content_changed = True
            return run()

    def _commit(self: Any) -> Any:
        if self.content_changed and self.connection is not None:
            self.content_changed = False
            with self.wrap_database_errors:
                self.connection.execute(RAISE)
        return super()._commit()  # type: ignore[misc]

    def _rollback(self: Any) -> Any:
        self.content_changed = False
        return super()._rollback()  # type: ignore[misc]
