"""Typed settings from the environment: every variable that an operator can set, in one class.

A wrong or half-set value stops the start with one sentence. `python -m cms.env` prints the table of
docs/operators.md.
"""

import os
import secrets
import sys
from pathlib import Path
from typing import Annotated, Any, NoReturn
from urllib.parse import parse_qsl, unquote, urlsplit

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsError

ROOT = Path(__file__).resolve().parent.parent
KEY_LENGTH = 50
LATER = ("search_url", "cache_url", "email_url", "storage_url")


class Environment(BaseSettings):
    data_dir: Path = Field(ROOT / "data", description="Folder of the database, uploads and key.")
    secret_key: str = Field(
        "", description=f"At least {KEY_LENGTH} characters; empty: made once in the data folder."
    )
    allowed_hosts: Annotated[list[str], NoDecode] = Field(
        ["localhost", "127.0.0.1", "[::1]"], description="Host names of the site, with commas."
    )
    base_url: str = Field("http://localhost:8000", description="Address of the site in mails.")
    database_url: str = Field("", description="`postgres://…` or `sqlite:///…`; empty: SQLite.")
    search_url: str = Field("", description="Not yet: leave it empty.")
    cache_url: str = Field("", description="Not yet: leave it empty.")
    email_url: str = Field("", description="Not yet: leave it empty.")
    storage_url: str = Field("", description="Not yet: leave it empty.")
    log_level: str = Field("INFO", description="DEBUG, INFO, WARNING or ERROR.")

    @field_validator("allowed_hosts", mode="before")
    @classmethod
    def _hosts(cls, value: Any) -> Any:
        return [host.strip() for host in value.split(",")] if isinstance(value, str) else value

    @field_validator("secret_key")
    @classmethod
    def _key(cls, value: str) -> str:
        if value and len(value) < KEY_LENGTH:
            raise ValueError(f"it needs at least {KEY_LENGTH} characters")
        return value

    @field_validator(*LATER)
    @classmethod
    def _later(cls, value: str) -> str:
        if value:
            raise ValueError("it is not supported yet; remove it")
        return value

    @field_validator("log_level")
    @classmethod
    def _level(cls, value: str) -> str:
        if value not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
            raise ValueError("it must be DEBUG, INFO, WARNING or ERROR")
        return value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        database_of(value, ROOT)
        return value

    def database(self) -> dict[str, Any]:
        return database_of(self.database_url, self.data_dir)

    def key(self) -> str:
        """The secret key; without one in the environment, made once and kept in the data folder."""
        return self.secret_key or _kept_key(self.data_dir / "secret_key")


def database_of(url: str, data_dir: Path) -> dict[str, Any]:
    """Django's settings of a database by its URL. Raises ValueError with a sentence."""
    if not url:
        return _sqlite(str(data_dir / "db.sqlite3"))
    parts = urlsplit(url)
    if parts.scheme == "sqlite" and parts.path:
        return _sqlite(unquote(parts.path))
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise ValueError("it must be postgres://user:password@host/name or sqlite:///path")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": parts.port or "",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def _sqlite(name: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }


def _kept_key(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(KEY_LENGTH))
    except FileExistsError:
        pass
    return path.read_text()


def stop(sentence: str) -> NoReturn:
    sys.stderr.write(f"{sentence}\n")
    raise SystemExit(2)


def read() -> Environment:
    """The environment; on a wrong value ends the process with one sentence and status 2."""
    try:
        return Environment()
    except ValidationError as error:
        first = error.errors()[0]
        reason = str(first["msg"]).removeprefix("Value error, ")
        stop(f"{str(first['loc'][0]).upper()} is wrong: {reason}.")
    except SettingsError as error:
        stop(f"A variable of the environment cannot be read: {error}.")


def table() -> str:
    """All variables as a Markdown table."""
    lines = ["| variable | default | what it does |", "|---|---|---|"]
    for name, field in Environment.model_fields.items():
        default = field.default
        if isinstance(default, Path):
            default = "`data`"
        elif isinstance(default, list):
            default = f"`{','.join(default)}`"
        else:
            default = f"`{default}`" if default else ""
        lines.append(f"| `{name.upper()}` | {default} | {field.description} |")
    return "\n".join(lines)


env = read()

if __name__ == "__main__":
    sys.stdout.write(table() + "\n")
