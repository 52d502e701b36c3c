"""For the tests: a data folder per process that goes with it, fast passwords, mails in memory."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from cms.database_url import database_settings
from cms.env import env

# Before the base reads it. Each worker of a parallel run is a process with a folder of its own,
# and what it starts (commands, servers) shares that folder by the variable.
env.data_dir = Path(tempfile.mkdtemp(prefix="roundtable-test-"))
os.environ["DATA_DIR"] = str(env.data_dir)
atexit.register(shutil.rmtree, env.data_dir, ignore_errors=True)

from cms.settings.base import *  # noqa: E402, F403  (the data folder had to be known first)
from cms.settings.base import DATABASES as EMBEDDED  # noqa: E402

DEBUG = False
ALLOWED_HOSTS = ["*"]
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True  # nothing is listed at the start of each test's client

if env.test_database_url:
    DATABASES = {"default": {**database_settings(env.test_database_url), "CONN_MAX_AGE": 0}}
    if "postgresql" in DATABASES["default"]["ENGINE"]:
        # a test is one transaction, however long it waits for a browser or a process
        DATABASES["default"]["OPTIONS"]["options"] += " -c idle_in_transaction_session_timeout=0"
else:
    # said outright: pytest-django knows Django's own engine by its name alone
    DATABASES = {"default": {**EMBEDDED["default"], "TEST": {"NAME": ":memory:"}}}

# built once for all workers of all runs: 10 s
SEARCH_TRIES = Path(tempfile.gettempdir()) / "roundtable-tries"

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
