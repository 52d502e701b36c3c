"""Logging to standard error: one line a message, with what the caller knew as `name=value`."""

import logging
from typing import Any

#: Attributes that every record has: whatever else is on one came through `extra={...}`.
STOCK = {*vars(logging.makeLogRecord({})), "message", "asctime", "taskName"}


class ContextFormatter(logging.Formatter):
    """Appends the `extra` of a log call: `logger.info("sent", extra={"issue": 12})`."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        context = {k: v for k, v in vars(record).items() if k not in STOCK}
        request = context.pop("request", None)
        if request is not None:
            context["method"] = getattr(request, "method", None)
            context["path"] = getattr(request, "path", None)
        line = super().formatMessage(record)
        return " ".join([line, *(f"{name}={value!r}" for name, value in context.items())])


def logging_settings(level: str) -> dict[str, Any]:
    """The value of Django's LOGGING with `level` as the least severe one shown."""
    quiet = "WARNING" if level == "INFO" else level
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "context": {
                "()": "cms.settings.logs.ContextFormatter",
                "format": "%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s",
            },
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "context"}},
        "root": {"handlers": ["stderr"], "level": level},
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
