"""Settings of the processes that tests start: the development ones with a server of their own."""

from cms.settings.development import *  # noqa: F403  (a settings module extends the base)

SECRET_KEY = "for tests alone"
ROOT_URLCONF = "tests.operations.queue.web"
MIDDLEWARE: list[str] = []
