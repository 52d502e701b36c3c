"""The demo's log-ins, one a role."""

from dataclasses import dataclass


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
