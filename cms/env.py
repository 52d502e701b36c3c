"""Typed settings from the environment: every variable that an operator can set, in one class.

A wrong or half-set value stops the start with one sentence and exit code 2, whichever way the
site is started. `cms.docs` writes the table of the variables into docs/operators.md.
"""

import os
import secrets
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated, Any, Literal, NoReturn, Self
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_core import PydanticUndefined
from pydantic_settings import NoDecode, SettingsConfigDict
from pydantic_settings.exceptions import SettingsError

from cms.database_url import database_settings, sqlite_settings
from cms.machine_url import service_of
from cms.mail_env import MailEnvironment

ROOT = Path(__file__).resolve().parent.parent

#: Characters: what Django's own deployment check asks of a key (security.W009).
KEY_LENGTH = 50

#: What serves instead of each address that a later version will accept.
NOT_YET = {
    "cache_url": "the file cache",
    "search_url": "the search of the database",
    "storage_url": "the data folder",
}
#: Addresses of the machine itself, and those that stand for all of its addresses.
LOCAL = ["localhost", "127.0.0.1", "[::1]"]
EVERYWHERE = {"0.0.0.0", "::"}  # noqa: S104  (compared with only)


def stop(sentence: str) -> NoReturn:
    """End the process as an operator can understand it: no traceback, exit code 2."""
    print(sentence, file=sys.stderr)  # noqa: T201  (before any logging is configured)
    raise SystemExit(2)


class Environment(MailEnvironment):
    """The variables; an empty one counts as not set."""

    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore", validate_default=False)

    data_dir: Path = Field(
        ROOT / "data", description="Folder of everything the site writes: database, files, cache."
    )
    secret_key: str = Field(
        "",
        description="Signs sessions and links; at least 50 characters. Required in production; "
        "elsewhere one is made once and kept in `DATA_DIR/secret_key`.",
    )
    allowed_hosts: Annotated[list[str], NoDecode] = Field(
        LOCAL,
        description="Host names that the site answers to, separated by commas. Required in "
        "production, without `*`; elsewhere `WEB_HOST` is added.",
    )
    base_url: str = Field(
        "",
        description="Address of the site in mails and feeds. Required in production, with "
        "`https://`; elsewhere `http://localhost:WEB_PORT`.",
    )
    behind_proxy: bool = Field(
        False,
        description="`true` where a reverse proxy ends TLS and always sets (or removes) the "
        "header `X-Forwarded-Proto`.",
    )
    database_url: str = Field(
        "",
        description="`sqlite:///folder/name.sqlite3` or `postgres://user:password@host:5432/name`"
        " (special characters percent-encoded; options such as `?sslmode=verify-full`). "
        "Unset: `DATA_DIR/db.sqlite3`.",
    )
    test_database_url: str = Field(
        "", description="Database server for the tests, in the same form. Unset: SQLite in memory."
    )
    cache_url: str = Field("", description="Not supported yet: the cache is `DATA_DIR/cache`.")
    search_url: str = Field("", description="Not supported yet: the database in use searches.")
    storage_url: str = Field("", description="Not supported yet: files lie in `DATA_DIR`.")
    machine_translation_url: str = Field(
        "",
        description="`libretranslate+https://key@host` (`libretranslate+http://host:5000` without "
        "a key) or `deepl://key@api-free.deepl.com`; `?timeout=` seconds of one answer, 20. "
        "Special characters percent-encoded. Unset: nothing is drafted by machine.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="Least severe messages that are logged to standard error."
    )
    log_format: Literal["text", "json"] | None = Field(
        None,
        description="`text` or `json`, one line a message. Unset: text; JSON with the settings "
        "for production.",
    )
    health_queue_minutes: int = Field(
        10, ge=1, description="Minutes that a task may wait until `/-/ready` says that it is late."
    )
    health_disk_mb: int = Field(
        500, ge=1, description="Megabytes that must be free on the disk of `DATA_DIR`."
    )
    web_host: str = Field("127.0.0.1", description="Address that the web server listens on.")
    web_port: int = Field(8000, ge=1, le=65535, description="Port that it listens on.")
    web_workers: int = Field(2, ge=1, le=64, description="Processes of the web server.")
    web_threads: int = Field(4, ge=1, le=64, description="Threads of each of these processes.")
    workers: int = Field(
        2, ge=1, le=64, description="Processes that work on the queue; the first of several "
        "keeps free of tasks that take long.",
    )  # fmt: skip

    @field_validator("allowed_hosts", mode="before")
    @classmethod
    def split_hosts(cls, value: Any) -> Any:
        return [host.strip() for host in value.split(",")] if isinstance(value, str) else value

    @field_validator("allowed_hosts")
    @classmethod
    def bare_hosts(cls, hosts: list[str]) -> list[str]:
        for host in hosts:
            port = not host.startswith("[") and ":" in host
            if not host or "/" in host or port or " " in host:
                raise ValueError("takes host names without scheme, port or blank, as in a.eu,b.eu.")
        return hosts

    @field_validator("base_url")
    @classmethod
    def full_address(cls, value: str) -> str:
        url = urlsplit(value)
        whole = url.scheme in {"http", "https"} and url.hostname and not (url.query or url.fragment)
        if not whole or url.path.strip("/"):
            raise ValueError("is not the address of a site, as in https://example.org.")
        return value.rstrip("/")

    @field_validator("database_url", "test_database_url")
    @classmethod
    def known_database(cls, value: str) -> str:
        database_settings(value)
        return value

    @field_validator("machine_translation_url")
    @classmethod
    def known_machine(cls, value: str) -> str:
        service_of(value)
        return value

    @field_validator(*NOT_YET)
    @classmethod
    def refused(cls, value: str, info: Any) -> str:
        raise ValueError(f"is not supported yet: remove it; {NOT_YET[info.field_name]} is used.")

    @field_validator("log_format", mode="before")
    @classmethod
    def lower(cls, value: Any) -> Any:
        return value.lower() if isinstance(value, str) else value

    @field_validator("log_level", mode="before")
    @classmethod
    def upper(cls, value: Any) -> Any:
        return value.upper() if isinstance(value, str) else value

    @model_validator(mode="after")
    def addresses(self) -> Self:
        """What follows from WEB_HOST and WEB_PORT where nothing else is said."""
        self.data_dir = self.data_dir.absolute()
        if "allowed_hosts" not in self.model_fields_set:
            own = "*" if self.web_host in EVERYWHERE else self.web_host
            self.allowed_hosts = [*LOCAL, own]
        if self.email_url and not self.email_from:
            stop("EMAIL_FROM is not set: EMAIL_URL needs the address that mails come from.")
        if not self.base_url:
            local = self.web_host in EVERYWHERE | {"127.0.0.1", "::1"}
            host = "localhost" if local else self.web_host
            self.base_url = f"http://{host}:{self.web_port}"
        return self

    def database(self) -> dict[str, Any]:
        """Django's settings of the site's database, of the embedded one where none is named."""
        self.make_data_dir()
        if not self.database_url:
            return sqlite_settings(self.data_dir / "db.sqlite3")
        return database_settings(self.database_url)

    def make_data_dir(self) -> None:
        try:
            self.data_dir.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            stop(f"DATA_DIR {self.data_dir} cannot be made: {error.strerror}.")

    def key(self) -> str:
        """The secret key, made and kept (readable by its owner only) where none is set."""
        return self.secret_key or self._kept_key()

    def _kept_key(self) -> str:
        self.make_data_dir()
        path = self.data_dir / "secret_key"
        try:
            if not path.exists():
                # written aside (mode 0600) and linked: two processes never see half a key or two
                with NamedTemporaryFile("w", dir=self.data_dir) as draft:
                    draft.write(secrets.token_urlsafe(KEY_LENGTH))
                    draft.flush()
                    with suppress(FileExistsError):  # another process was faster
                        os.link(draft.name, path)
            return path.read_text().strip()
        except OSError as error:
            stop(f"DATA_DIR {self.data_dir} cannot keep the secret key: {error.strerror}.")

    def require_production(self) -> None:
        """Stop unless everything is set that a public site cannot do without."""
        if not self.secret_key:
            stop("SECRET_KEY is not set: production needs its own key.")
        if len(self.secret_key) < KEY_LENGTH:
            stop(f"SECRET_KEY is too short: production needs at least {KEY_LENGTH} characters.")
        if self.allowed_hosts[:3] == LOCAL or "*" in self.allowed_hosts:
            stop("ALLOWED_HOSTS is not set or contains *: name the hosts that the site answers to.")
        if not self.base_url.startswith("https://"):
            stop("BASE_URL does not start with https://: production needs TLS.")


def _sentence(error: ValidationError) -> str:
    """The first fault in one sentence; a wrong value is not shown, it may hold a password."""
    fault = error.errors(include_input=False, include_url=False)[0]
    name = str(fault["loc"][0]).upper()
    if fault["type"] == "value_error":
        return f"{name} {fault['ctx']['error']}"
    message = str(fault["msg"])
    return f"{name} is wrong: {message[0].lower()}{message[1:]}."


def load() -> Environment:
    try:
        return Environment()
    except ValidationError as error:
        stop(_sentence(error))
    except SettingsError as error:
        stop(f"{error}.")


def table() -> str:
    """The variables as a table in Markdown."""
    rows = ["| variable | default | meaning |", "| --- | --- | --- |"]
    for name, field in Environment.model_fields.items():
        default = "" if field.default in ("", None, PydanticUndefined) else field.default
        if isinstance(default, Path):
            default = default.relative_to(ROOT)
        if isinstance(default, list):
            default = ",".join(default)
        shown = f"`{str(default).lower() if isinstance(default, bool) else default}`"
        rows.append(f"| `{name.upper()}` | {shown * (default != '')} | {field.description} |")
    return "\n".join(rows)


env = load()
