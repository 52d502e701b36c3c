"""For work on the code and for the demo on one machine: no TLS, one database file."""

from cms.settings.base import *  # noqa: F403  (a settings module extends the base as a whole)

DEBUG = False
