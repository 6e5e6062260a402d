"""Django's settings: safe without being told, loud when wrong; what an office may change is in `env.py`."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from rihai.config import env as _env
from rihai.config.databases import databases
from rihai.kit.keyring import asked, load_keyring

ENV = _env.read()
PACKAGE = Path(__file__).parent.parent
HOME = ENV.path("RIHAI_HOME") or Path("~/rihai").expanduser()
DEMO = ENV.yes_no("RIHAI_DEMO")
DEBUG = ENV.yes_no("RIHAI_DEBUG")

_site = urlsplit(ENV.text("RIHAI_SITE"))
if _site.scheme not in {"http", "https"} or not _site.hostname:
    raise ImproperlyConfigured("RIHAI_SITE is the whole address people type, as https://rihai.example.org.")
SITE = f"{_site.scheme}://{_site.netloc}"
LOCAL = _site.hostname in {"127.0.0.1", "localhost", "::1"}
SECURE = _site.scheme == "https"
if DEBUG and not LOCAL:
    raise ImproperlyConfigured("RIHAI_DEBUG shows code and data to whoever makes an error; it is for 127.0.0.1 alone.")
if not SECURE and not LOCAL:
    raise ImproperlyConfigured("RIHAI_SITE begins with http:// though others reach it; passwords need https://.")
OFFICE = ENV.text("RIHAI_OFFICE")

KEYRING_PATH = ENV.path("RIHAI_KEYRING") or HOME / "keyring.json"
KEYRING = load_keyring(KEYRING_PATH, ENV.text("RIHAI_KEYRING_FD"), asked)
SECRET_KEY = KEYRING.secret_key
ALLOWED_HOSTS = sorted({_site.hostname, *ENV.items("RIHAI_HOSTS")} | ({"localhost", "127.0.0.1"} if LOCAL else set()))
CSRF_TRUSTED_ORIGINS = [SITE]

INSTALLED_APPS = [
    "rihai.demo",
    "rihai.web",
    "rihai.accounts",
    "rihai.places",
    "rihai.kit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "csp",
    "django_cotton.apps.SimpleAppConfig",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "rihai.web.language.Language",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "axes.middleware.AxesMiddleware",
    "rihai.kit.audit.middleware.Reads",  # outside the gate: it writes down also what the gate refused
]
ROOT_URLCONF = "rihai.config.urls"
WSGI_APPLICATION = "rihai.config.wsgi.application"
FORM_RENDERER = "rihai.kit.forms.renderer.Renderer"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django_cotton.cotton_loader.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "django_cotton.templatetags.cotton",
                "rihai.kit.templatetags.kit",
            ],
            "context_processors": [
                "csp.context_processors.nonce",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "rihai.kit.context.shell",
            ],
        },
    }
]

DATABASES = databases(ENV, HOME, KEYRING)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

LANGUAGE_CODE = ENV.text("RIHAI_LANGUAGE")
LANGUAGES = [("en", "English"), ("ur", "اردو")]
if LANGUAGE_CODE not in dict(LANGUAGES):
    raise ImproperlyConfigured(f"RIHAI_LANGUAGE is {LANGUAGE_CODE!r}; we speak {', '.join(dict(LANGUAGES))}.")
TIME_ZONE = ENV.text("RIHAI_TIME_ZONE")
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [("kit/fonts", PACKAGE / "paper" / "fonts")]  # one copy of the fonts, for paper and screen
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": HOME / "files"}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Held in memory up to the cap, never spooled to a disk that is not ours (kit/files/upload.py).
UPLOAD_BYTES = ENV.number("RIHAI_UPLOAD_MB") * 1_000_000
FILE_UPLOAD_HANDLERS = ["rihai.kit.files.upload.InMemory"]

SESSION_COOKIE_AGE = ENV.number("RIHAI_IDLE_MINUTES") * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENV.yes_no("RIHAI_BEHIND_PROXY") else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
        "img-src": [SELF, "data:"],
    }
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
