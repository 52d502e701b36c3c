"""`icontains` that knows every alphabet on SQLite, as it does on PostgreSQL.

SQLite's LIKE takes capital and small letters for the same in ASCII alone: who looks for «олена»
would not find «Олена». SQLite's own LIKE is left as it is: paths in the tree are found by it.
"""

from typing import Any

from django.db.models import CharField, TextField
from django.db.models.lookups import IContains

FUNCTION = "caseless"


def caseless(text: str | None) -> str | None:
    """Unicode's full case folding."""
    return None if text is None else str(text).casefold()


def caseless_register(connection: Any) -> None:
    """Make the function known to an SQLite connection that was just opened."""
    if connection.vendor == "sqlite":
        connection.connection.create_function(FUNCTION, 1, caseless, deterministic=True)


class CaselessContains(IContains):
    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        sql = f"{FUNCTION}({left}) LIKE {FUNCTION}({right}) ESCAPE '\\'"
        return sql, (*left_params, *right_params)


def lookup_register() -> None:
    """In place of Django's own for every text column."""
    for field in (CharField, TextField):
        field.register_lookup(CaselessContains, "icontains")
