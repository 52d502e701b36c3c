"""For work on the code and for the demo on one machine: no TLS, files served as they are."""

from cms.settings.base import *  # noqa: F403  (a settings module extends the base as a whole)

DEBUG = False
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
