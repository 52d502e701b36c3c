"""What holds however the site runs; the modules beside this one add one way to run each."""

from pathlib import Path

from cms.env import env
from cms.languages import LANGUAGES as SITE_LANGUAGES
from cms.languages import SOURCE
from cms.settings.logs import logging_settings
from cms.settings.mail import *  # noqa: F403  (a part of the settings, with a module of its own)

BASE_DIR = Path(__file__).resolve().parent.parent.parent
DATA_DIR = env.data_dir

INSTALLED_APPS = [
    "home",
    "network",
    "resources",
    "search",
    "cms.translations",
    "cms.operations",
    "cms.core",
    "django_tasks",
    "django_tasks_db",
    "cms.translations.localize.LocalizeDataConfig",
    "wagtail.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "cms.translations.mails.apps.AdminConfig",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "cms.core.headers.HeadersMiddleware",
    "cms.core.request_ids.RequestIdMiddleware",
    "cms.operations.health.middleware.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cms.core.compress.CompressMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "cms.core.language_choice.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cms.translations.gate.DeskGateMiddleware",
    "cms.core.redirects.RedirectMiddleware",
    "cms.core.bad_input.BadInputMiddleware",
]

ROOT_URLCONF = "cms.urls"
CSRF_FAILURE_VIEW = "cms.core.forgery.form_refused"
WSGI_APPLICATION = "cms.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SECRET_KEY = env.key()
ALLOWED_HOSTS = env.allowed_hosts
BEHIND_PROXY = env.behind_proxy

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["cms.core.templatetags.figures"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": env.database()}

# Languages, times
LANGUAGE_CODE = SOURCE
LANGUAGES = [(language.code, language.name) for language in SITE_LANGUAGES]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
FORMAT_MODULE_PATH = ["cms.formats"]
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "wagtail"]
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
USE_TZ = True
TIME_ZONE = "Europe/Budapest"

# Files: uploads lie in the data folder and reach the public through views of ours only
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT: Path | None = DATA_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = str(DATA_DIR / "media")
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        # JSON values only: Wagtail stores these options in the queue
        "OPTIONS": {"location": MEDIA_ROOT, "base_url": MEDIA_URL},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# Dictionaries of the search in the form in which they need little memory, built once
SEARCH_TRIES = DATA_DIR / "tries"

# Queue: in the database, the one that Wagtail's own tasks go through
# QUEUES empty: any name, since each worker takes all queues
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

# Wagtail
WAGTAIL_SITE_NAME = "Fővárosi Migrációs Kerekasztal"
WAGTAILADMIN_BASE_URL = env.base_url
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILIMAGES_IMAGE_MODEL = "core.SiteImage"
WAGTAILDOCS_DOCUMENT_MODEL = "core.LibraryDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "search.admin.documents.DocumentForm"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.admin.backend"}}
WAGTAILREDIRECTS_AUTO_CREATE = False  # cms.core.redirects does, in all languages
WAGTAIL_FINISH_WORKFLOW_ACTION = "cms.core.finish.publish_reviewed"

# Drafts of translations come from here; off where it is empty
MACHINE_TRANSLATION_URL = env.machine_translation_url

# wagtail-localize: drafts only, nothing deleted, no copies of the tree
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILLOCALIZE_DISABLE_ON_DELETE = True

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

CACHES = {
    "default": {
        # shared by all processes of one machine, and nothing to install
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": str(DATA_DIR / "cache"),
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

LOGGING = logging_settings(
    env.log_level, env.log_format or "text", error_mails=bool(env.email_errors_to)
)
