"""Django's database settings from one address, as in `DATABASE_URL` (see `cms.env`)."""

from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

ROOT = Path(__file__).resolve().parent.parent

#: libpq connection options that may stand in the query of a database URL.
POSTGRES_OPTIONS = {
    "application_name", "connect_timeout", "host", "options", "sslcert", "sslkey", "sslmode",
    "sslrootcert", "target_session_attrs",
}  # fmt: skip
#: Of libpq: a dead server or network is noticed within 25 s, before the lease of a worker ends.
CONNECTION = {
    "connect_timeout": "10", "keepalives_idle": "10", "keepalives_interval": "5",
    "keepalives_count": "3", "tcp_user_timeout": "20000",
}  # fmt: skip
#: Of the server: the session of a frozen or vanished machine gives its row locks back.
SERVER = (
    "-c idle_in_transaction_session_timeout=30s -c tcp_keepalives_idle=10"
    " -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"
)
SSL_MODES = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")


def _sqlite(url: SplitResult) -> dict[str, Any]:
    if url.netloc or url.query or url.path in {"", "/", "/:memory:"}:
        # a database in memory would be another one in each process
        raise ValueError("names no SQLite file: write sqlite:///folder/name.sqlite3.")
    return sqlite_settings(ROOT / unquote(url.path[1:]))


def sqlite_settings(path: Path) -> dict[str, Any]:
    """Django's settings of an SQLite file, made for a web server and a worker side by side."""
    return {
        "ENGINE": "cms.core.databases.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            # a transaction that will write waits at its start (up to `timeout` seconds) instead
            # of failing in its middle
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
        # the last connection to be closed writes the whole log back into the file: not after
        # each request and task
        "CONN_MAX_AGE": 60,
    }


def _postgres(url: SplitResult) -> dict[str, Any]:
    options = dict(parse_qsl(url.query, keep_blank_values=True))
    if unknown := sorted(set(options) - POSTGRES_OPTIONS):
        raise ValueError(f"has an unknown option: {unknown[0]}.")
    if options.get("sslmode", "prefer") not in SSL_MODES:
        raise ValueError(f"has a wrong sslmode: it is one of {', '.join(SSL_MODES)}.")
    name = unquote(url.path.lstrip("/"))
    if not name or "/" in name:
        raise ValueError("names no database: write postgres://user:password@host:5432/name.")
    if url.password and not url.username:
        raise ValueError("has a password but no user: write postgres://user:password@host/name.")
    server = f"{SERVER} {options.pop('options', '')}".strip()
    return {
        "ENGINE": "cms.core.databases.postgresql",
        "NAME": name,
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": options.pop("host", "") or url.hostname or "",
        "PORT": str(url.port or ""),
        "OPTIONS": {**CONNECTION, **options, "options": server},
        # seconds: a connection outlives its request, and a dead one is found before its use
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def database_settings(address: str) -> dict[str, Any]:
    """Django's settings of the database at `address`; raises ValueError with half a sentence."""
    try:
        url = urlsplit(address)
        _ = url.port
    except ValueError as error:
        raise ValueError("has a wrong host or port.") from error
    if url.fragment:
        raise ValueError("contains a #: write it as %23.")
    if url.scheme == "sqlite":
        return _sqlite(url)
    if url.scheme in {"postgres", "postgresql"}:
        return _postgres(url)
    raise ValueError("starts with neither sqlite:/// nor postgres://.")
