"""The demo's log-ins, one a role."""

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache

from django.contrib.auth.hashers import make_password


@dataclass(frozen=True)
class Account:
    username: str
    password: str
    role: str
    groups: tuple[str, ...] = ()
    is_superuser: bool = False


ACCOUNTS = (
    Account("admin", "demo-admin-1052", "administrator", is_superuser=True),
    Account("editor", "demo-editor-1052", "editor", ("Editors",)),
    Account("moderator", "demo-moderator-1052", "moderator", ("Moderators",)),
)


@cache
def hashed_passwords() -> dict[str, Future[str]]:
    """The hash of each account's password, by its name. The first call starts to make them, on
    another core: each takes a third of a second, for which the interpreter's lock is released."""
    pool = ThreadPoolExecutor(len(ACCOUNTS))
    return {one.username: pool.submit(make_password, one.password) for one in ACCOUNTS}
