"""Settings of the processes that tests start: the development ones with a server of their own."""

import json
import os

from cms.settings.development import *  # noqa: F403  (a settings module extends the base)

SECRET_KEY = "for tests alone"
ROOT_URLCONF = "tests.operations.queue.web"
MIDDLEWARE: list[str] = []
MAIL_PAUSES = json.loads(os.environ.get("TEST_MAIL_PAUSES", "{}"))
