"""The web server's own messages: the same lines as ours, in the same form, nothing personal."""

import os
from typing import Any

from gunicorn.glogging import Logger

from cms.env import env
from cms.settings.logs import line_formatter


class ServerLog(Logger):
    """Named to gunicorn by `cms.serve`; it is loaded before Django is."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        module = os.environ.get("DJANGO_SETTINGS_MODULE", "")
        form = env.log_format or ("json" if module.endswith(".production") else "text")
        for handler in self.error_log.handlers:
            handler.setFormatter(line_formatter(form))
