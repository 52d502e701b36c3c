"""For the tests: fast passwords, a throw-away folder, the database of TEST_DATABASE_URL."""

import os
import tempfile
from pathlib import Path

from cms.env import database_of
from cms.settings.base import *  # noqa: F403  (a settings module extends the base as a whole)
from cms.settings.base import STORAGES

DATA = Path(tempfile.mkdtemp(prefix="roundtable-"))
SECRET_KEY = "only-for-tests-" + "x" * 50
DEBUG = False
ALLOWED_HOSTS = ["*"]
DATABASES = {"default": database_of(os.environ.get("TEST_DATABASE_URL", ""), DATA)}
STORAGES["default"]["OPTIONS"]["location"] = str(DATA / "media")  # type: ignore[index]  # (one shape a key)
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_USE_FINDERS = True
