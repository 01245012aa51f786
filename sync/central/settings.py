"""Settings of the centre. Every place comes from the data folder, everything else from a few variables.

CENTRAL_DATA        the data folder (``--data`` of every command)
DATABASE_URL        postgresql://…: PostgreSQL instead of the embedded SQLite file
CENTRAL_PUBLIC_URL  https://…: where phones reach the centre; without it there is no QR handoff
CENTRAL_HOSTS       more host names this server answers to, separated by commas
CENTRAL_ACCOUNT_KEY the public key (hex) of a platform that vouches for its users' links; see public/accounts.py
CENTRAL_SMS         dotted name of what sends text messages (…public.verify.Console prints them); off without it
CENTRAL_DIGEST      dotted name of what carries the daily digest on; it lies in the data folder in any case
CENTRAL_TLS         1 when something in front of it speaks https; own when it does so itself (``central serve`` knows)
"""

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sync.central import places
from sync.central.databases import from_environment

PLACES = places.find(os.environ)
ASSETS = Path(__file__).parents[2] / "assets" / "central"
PUBLIC_URL = os.environ.get("CENTRAL_PUBLIC_URL", "").rstrip("/")
ACCOUNT_KEY = os.environ.get("CENTRAL_ACCOUNT_KEY", "")
SMS_PROVIDER = os.environ.get("CENTRAL_SMS", "")
DIGEST_CARRIER = os.environ.get("CENTRAL_DIGEST", "")
OWN_TLS = os.environ.get("CENTRAL_TLS") == "own"
HTTPS = os.environ.get("CENTRAL_TLS") in {"1", "own"} or PUBLIC_URL.startswith("https://")

SECRET_KEY = places.secret_key(PLACES)
DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS += [name for name in os.environ.get("CENTRAL_HOSTS", "").split(",") if name]
ALLOWED_HOSTS += [name for name in [urlsplit(PUBLIC_URL).hostname] if name]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
]
INSTALLED_APPS += [
    f"sync.central.{part}"
    for part in ("intake", "cases", "commons", "desk", "public", "insight", "rewards")
    if (Path(__file__).parent / part / "__init__.py").exists()
]

# What `central serve` keeps going beside the web: callables that take wait(seconds) and end when it says True.
_WORKERS = ("sync.central.cases", "sync.central.commons", "sync.central.insight")
CHORES = [f"{app}.worker.run" for app in _WORKERS if app in INSTALLED_APPS]
CHORES += ["sync.central.intake.heads.run"]  # how far every chain goes, published week by week
CHORES += [f"{app}.jobs.run" for app in ["sync.central.desk"] if app in INSTALLED_APPS]  # exports, imports
CHORES += [f"{app}.digest.run" for app in ["sync.central.desk"] if app in INSTALLED_APPS]  # every morning

MIDDLEWARE = [
    "sync.central.doors.anteroom",
    "sync.central.doors.devices",  # terminals go in here, past everything that is for browsers
    "sync.central.doors.visitors",
    "django.middleware.security.SecurityMiddleware",
    "sync.central.doors.nothing_from_elsewhere",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "sync.central.urls"
WSGI_APPLICATION = "sync.central.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
            ]
        },
    }
]

DATABASES: dict[str, dict[str, Any]] = {"default": from_environment(os.environ, PLACES)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 6000  # the catalogue as a form: a hundred rows in four languages
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 2**20  # a batch is at most 1 MiB before it is packed

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [ASSETS / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

STATIC_URL = "/static/"
STATICFILES_DIRS = [("central", ASSETS / "static"), ("vendor", ASSETS.parent / "vendor")]
WHITENOISE_USE_FINDERS = True  # served from the packages themselves: no collecting step to forget
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 3600

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0  # browsers heed it only under a certificate that they trust
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600  # a working day and its evening
LANGUAGE_COOKIE_SAMESITE = "Lax"
if PUBLIC_URL:
    CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

ISSUER = "Xinsheng"  # what an authenticator calls this desk
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.security.csrf": {"level": "ERROR"},
        "django.request": {"level": "ERROR"},  # what others ask for wrongly is no news of ours
    },
}
