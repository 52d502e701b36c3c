"""For a public site: TLS only, static files compressed and named by content, nothing implied.

`manage.py check --deploy` finds nothing with these settings, which a test asserts.
"""

from cms.env import env
from cms.settings.base import *  # noqa: F403  (a settings module extends the base as a whole)
from cms.settings.base import STORAGES as BASE_STORAGES
from cms.settings.logs import logging_settings

env.require_production()

DEBUG = False

# TLS. The year of HSTS counts from each visit; `preload` has no effect until an operator puts
# the domain on the browsers' list.
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
if env.behind_proxy:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REFERRER_POLICY = "same-origin"

# Cookies: `__Host-` makes the browser refuse one that came without TLS or from a neighbour host
SESSION_COOKIE_NAME = "__Host-session"
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "__Host-csrf"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = [env.base_url]
LANGUAGE_COOKIE_NAME = "__Host-language"
LANGUAGE_COOKIE_SECURE = True
LANGUAGE_COOKIE_HTTPONLY = True

LOGGING = logging_settings(
    env.log_level, env.log_format or "json", error_mails=bool(env.email_errors_to)
)

STORAGES = {
    **BASE_STORAGES,
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
