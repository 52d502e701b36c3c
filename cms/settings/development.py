"""For work on the code and for the demo on one machine: no TLS, nothing to collect or compress."""

from cms.settings.base import *  # noqa: F403  (a settings module extends the base as a whole)

DEBUG = False

# Static files straight from the apps: compressing them costs 21 s of CPU, which a release may
# spend and a first look may not.
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
