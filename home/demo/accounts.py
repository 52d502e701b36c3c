"""The demo's log-ins, one a role."""

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache

from django.contrib.auth.hashers import make_password

from cms.languages import BY_CODE, SOURCE
from cms.translations.names import REVIEWERS, TRANSLATORS


@dataclass(frozen=True)
class Account:
    username: str
    password: str
    role: str
    groups: tuple[str, ...] = ()
    is_superuser: bool = False
    #: In which the admin speaks to them.
    language: str = SOURCE


def _team(code: str) -> tuple[Account, Account]:
    """A translator and a reviewer of a language."""
    name = BY_CODE[code].name
    return (
        Account(f"translator-{code}", f"demo-translator-{code}-1052", f"translator of {code}",
                (TRANSLATORS.format(name),), language=code),
        Account(f"reviewer-{code}", f"demo-reviewer-{code}-1052", f"reviewer of {code}",
                (REVIEWERS.format(name),), language=code),
    )  # fmt: skip


ACCOUNTS = (
    Account("admin", "demo-admin-1052", "administrator", is_superuser=True),
    Account("editor", "demo-editor-1052", "editor", ("Editors",)),
    Account("moderator", "demo-moderator-1052", "moderator", ("Moderators",)),
    *_team("uk"),
    *_team("ar"),
)


@cache
def hashed_passwords() -> dict[str, Future[str]]:
    """The hash of each account's password, by its name. The first call starts to make them, on
    another core: each takes a third of a second, for which the interpreter's lock is released."""
    pool = ThreadPoolExecutor(len(ACCOUNTS))
    return {one.username: pool.submit(make_password, one.password) for one in ACCOUNTS}
