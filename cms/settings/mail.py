"""How mail leaves: by the outbox, from there to the server of `EMAIL_URL` or the console."""

from urllib.parse import urlsplit

from cms.email_url import email_settings
from cms.env import env

_SERVER = email_settings(env.email_url)

EMAIL_BACKEND = "cms.operations.mail.backend.OutboxBackend"
# no host: the worker prints each mail
EMAIL_HOST: str = _SERVER["EMAIL_HOST"]
EMAIL_PORT: int = _SERVER.get("EMAIL_PORT", 25)
EMAIL_HOST_USER: str = _SERVER.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD: str = _SERVER.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_SSL: bool = _SERVER.get("EMAIL_USE_SSL", False)
EMAIL_USE_TLS: bool = _SERVER.get("EMAIL_USE_TLS", False)
EMAIL_TIMEOUT: int = _SERVER.get("EMAIL_TIMEOUT", 10)
EMAIL_USE_LOCALTIME = True

DEFAULT_FROM_EMAIL = env.email_from or "webmaster@localhost"
SERVER_EMAIL = DEFAULT_FROM_EMAIL
ADMINS = [("", address) for address in env.email_errors_to]
#: Domain of Message-IDs and the name said to the server: the machine's own says nothing to anybody.
MAIL_DOMAIN = urlsplit(env.base_url).hostname or "localhost"

MAIL_DOUBT = env.mail_doubt
MAIL_KEEP_DAYS = env.mail_keep_days
MAIL_LIMIT_HOUR = env.mail_limit_hour
MAIL_LIMIT_ACCOUNT_HOUR = env.mail_limit_account_hour

# Wagtail's own mails are plain text and HTML of ours (templates/wagtailadmin)
WAGTAILADMIN_NOTIFICATION_USE_HTML = True
# seconds: whoever asked reads the mail the same day
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "cms.operations.mail.accounts.PasswordResetForm"  # noqa: S105  (a path)
