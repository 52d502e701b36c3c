"""Logging to standard error: one line a message, as text or as JSON, and no personal data.

Each line names the request or the task it belongs to. What a message, its context or a traceback
says of people is taken out here, whoever logged it: e-mail addresses, the values in a database's
DETAIL, keys in addresses; context of certain names never appears.
"""

import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any, Literal

#: Attributes that every record has: whatever else is on one came through `extra={...}`.
STOCK = {*vars(logging.makeLogRecord({})), "message", "asctime", "taskName"}
#: Context that tells who somebody is.
PERSONAL = {
    "address", "addresses", "email", "emails", "ip", "name", "phone", "recipient", "recipients",
    "remote_addr", "sql", "params", "user", "username", "user_agent",
}  # fmt: skip
E_MAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
#: PostgreSQL tells the row that broke a rule: "Key (email)=(…) already exists."
DETAIL = re.compile(r"DETAIL:.*")
#: gunicorn tells who sent a broken request, and the whole address that it could not answer.
CALLER = re.compile(r"\bip=\S+")
QUERY = re.compile(r"(?<=[\w/])\?\S+=\S*")
SCRUBBED = (
    (E_MAIL, "(e-mail)"), (DETAIL, "DETAIL: (removed)"), (CALLER, "ip=(removed)"),
    (QUERY, "?(removed)"),
)  # fmt: skip

request_id: ContextVar[str] = ContextVar("request_id", default="")
task_id: ContextVar[str] = ContextVar("task_id", default="")


@contextmanager
def logged_as_task(value: str) -> Iterator[None]:
    """What is logged within belongs to this task."""
    token = task_id.set(value)
    try:
        yield
    finally:
        task_id.reset(token)


def scrubbed(text: str) -> str:
    for pattern, instead in SCRUBBED:
        text = pattern.sub(instead, text)
    return text


def shown_path(request: Any) -> str:
    """The address without its query; its route alone where the address itself is a key."""
    match = getattr(request, "resolver_match", None)
    if match is not None and "token" in match.kwargs:
        return f"/{match.route}"
    return str(getattr(request, "path", ""))


def context_of(record: logging.LogRecord) -> dict[str, Any]:
    """What the caller knew, the request or task first, without what tells who somebody is."""
    ids = {"request_id": request_id.get(), "task_id": task_id.get()}
    context: dict[str, Any] = {name: value for name, value in ids.items() if value}
    for name, value in vars(record).items():
        if name == "request":
            context["method"] = getattr(value, "method", None)
            context["path"] = shown_path(value)
        elif name not in STOCK | PERSONAL:
            context[name] = value
    return context


class CleanFormatter(logging.Formatter):
    """What both forms share: the message and the traceback are scrubbed."""

    def message_of(self, record: logging.LogRecord) -> str:
        request = vars(record).get("request")
        message = record.getMessage()
        path = getattr(request, "path", "")
        if path and path != shown_path(request):
            message = message.replace(path, shown_path(request))
        return scrubbed(message)

    def formatException(self, ei: Any) -> str:
        return scrubbed(super().formatException(ei))


class ContextFormatter(CleanFormatter):
    """Text: appends the `extra` of a log call, `logger.info("sent", extra={"issue": 12})`."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        record.message = self.message_of(record)
        line = super().formatMessage(record)
        context = context_of(record).items()
        return " ".join([line, *(f"{name}={scrubbed(repr(value))}" for name, value in context)])


class JSONFormatter(CleanFormatter):
    """JSON (RFC 8259), one object a line; times in UTC as RFC 3339 has them."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "process": record.process,
            "message": self.message_of(record),
        }
        for name, value in context_of(record).items():
            line.setdefault(name, value)
        if record.exc_info and record.exc_info[0]:
            line["exception"] = record.exc_info[0].__qualname__
            line["traceback"] = self.formatException(record.exc_info)
        return scrubbed(json.dumps(line, ensure_ascii=False, default=str))


Form = Literal["text", "json"]
TEXT = "%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s"


def line_formatter(form: Form) -> logging.Formatter:
    return JSONFormatter() if form == "json" else ContextFormatter(TEXT)


def logging_settings(level: str, form: Form, *, error_mails: bool = False) -> dict[str, Any]:
    """The value of Django's LOGGING with `level` as the least severe one shown."""
    handlers = ["stderr", *(["operators"] if error_mails else [])]
    quiet = "WARNING" if level == "INFO" else level
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": "cms.settings.logs.line_formatter", "form": form}},
        "handlers": {
            "stderr": {"class": "logging.StreamHandler", "formatter": "line"},
            # past the outbox: the database may be what failed
            "operators": {
                "class": "cms.operations.mail.error_mails.ErrorMailHandler",
                "level": "ERROR",
                "formatter": "line",
            },
        },
        "root": {"handlers": handlers, "level": level},
        "loggers": {
            # Django adds handlers of its own to this one
            "django": {"handlers": [], "level": level, "propagate": True},
            # each SQL statement, each picture file: never wanted, not even for DEBUG
            "django.db.backends": {"level": "INFO"},
            "PIL": {"level": "INFO"},
            # two lines a task and one a page are for whoever looks for a fault
            **{key: {"level": quiet} for key in ("django_tasks", "django_tasks_db", "wagtail")},
        },
    }
