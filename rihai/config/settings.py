"""Django's settings: safe without being told, loud when wrong; what an office may change is in `env.py`."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from rihai.config import env as _env
from rihai.config.databases import databases, owner_database
from rihai.config.mail import mail_server
from rihai.config.stores import store
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
    "rihai.results",
    "rihai.advocacy",
    "rihai.coordination",
    "rihai.helpline",
    "rihai.casework",
    "rihai.legal",
    "rihai.monitoring",
    "rihai.preparedness",
    "rihai.training",
    "rihai.screening",
    "rihai.people",
    "rihai.instruments",
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
    "django.middleware.gzip.GZipMiddleware",  # slow lines; Django pads each answer at random against BREACH
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "rihai.accounts.middleware.Keys",
    "rihai.accounts.middleware.Acting",
    "rihai.accounts.middleware.Unkept",
    "rihai.web.language.Language",
    "rihai.web.problems.Problems",
    "django.contrib.messages.middleware.MessageMiddleware",
    "rihai.accounts.middleware.Timeouts",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "rihai.kit.gate.Gate",
    "rihai.accounts.middleware.SecondFactor",
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
OWNER_DATABASE = owner_database(ENV)
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
ACCOUNT_ADAPTER = "rihai.accounts.adapter.Door"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # nobody signs up (adapter); allauth checks that the two agree
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = OFFICE
MFA_FORMS = {
    "activate_totp": "rihai.accounts.forms.second_factor.SetUpCodes",
    "authenticate": "rihai.accounts.forms.second_factor.SignInByCode",
    "reauthenticate": "rihai.accounts.forms.second_factor.ConfirmByCode",
}
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = LOCAL and not SECURE
USERSESSIONS_TRACK_ACTIVITY = False  # a write for each page would be its price
# A real office asks those who see health, legal or sealed matter, and administrators, for more than a password.
SECOND_FACTOR = not DEMO

# axes keeps a keyed digest of what was typed as address, never the address, and no passwords (accounts/lockout.py).
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=30)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "rihai.accounts.lockout.digest_typed"
AXES_CLIENT_IP_CALLABLE = "rihai.kit.slowed.address"
AXES_LOCKOUT_CALLABLE = "rihai.accounts.lockout.locked_out"
AXES_SENSITIVE_PARAMETERS = ["login", "email", "username", "password", "code", "credential", "csrfmiddlewaretoken"]
AXES_DISABLE_ACCESS_LOG = True
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False

# Pages of libraries, by the names of their addresses; what is not named is closed (kit/gate.py).
OPENED_FOR = {
    "account_login": "public",
    "account_inactive": "public",
    "account_reset_password": "public",
    "account_reset_password_done": "public",
    "account_reset_password_from_key": "public",
    "account_reset_password_from_key_done": "public",
    "mfa_login_webauthn": "public",
    "mfa_authenticate": "public",
    "mfa_trust": "public",
    **dict.fromkeys(
        (
            "account_logout", "account_change_password", "account_reauthenticate", "mfa_index", "mfa_reauthenticate",
            "mfa_reauthenticate_webauthn", "mfa_activate_totp", "mfa_deactivate_totp", "mfa_view_recovery_codes",
            "mfa_generate_recovery_codes", "mfa_download_recovery_codes", "mfa_list_webauthn", "mfa_add_webauthn",
            "mfa_edit_webauthn", "mfa_remove_webauthn", "usersessions_list",
        ),
        "signed_in",
    ),
}  # fmt: skip
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

LANGUAGE_CODE = ENV.text("RIHAI_LANGUAGE")
LANGUAGES = [("en", "English"), ("ur", "اردو")]
if LANGUAGE_CODE not in dict(LANGUAGES):
    raise ImproperlyConfigured(f"RIHAI_LANGUAGE is {LANGUAGE_CODE!r}; we speak {', '.join(dict(LANGUAGES))}.")
TIME_ZONE = ENV.text("RIHAI_TIME_ZONE")
USE_TZ = True
CLOCK = timezone.now  # the house's one clock, where a command or job asks without a moment of its own

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [("kit/fonts", PACKAGE / "paper" / "fonts")]  # one copy of the fonts, for paper and screen
STORAGES = {
    "default": store(ENV.text("RIHAI_STORAGE_URL"), HOME),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

FILE_UPLOAD_PERMISSIONS, FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o600, 0o700
# Held in memory up to the cap, never spooled to a disk that is not ours (kit/files/upload.py).
UPLOAD_BYTES = ENV.number("RIHAI_UPLOAD_MB") * 1_000_000
FILE_UPLOAD_HANDLERS = ["rihai.kit.files.upload.InMemory"]

FORMER_DAYS = ENV.number("RIHAI_FORMER_DAYS")
STAGED_DAYS = ENV.number("RIHAI_STAGED_DAYS")
GUARDING_SECTIONS = ENV.items("RIHAI_GUARDING_SECTIONS")
LAW = ENV.items("RIHAI_LAW")
LINE_NUMBER = ENV.text("RIHAI_LINE_NUMBER") or ("0000 000 000" if DEMO else "")
DIAL_CODE = ENV.text("RIHAI_DIAL_CODE")
LINE_DAYS = ENV.number("RIHAI_LINE_DAYS")
CONCERN_MONTHS = ENV.number("RIHAI_CONCERN_MONTHS")
FACT_DAYS = ENV.number("RIHAI_FACT_DAYS")
BREAK_GLASS_MINUTES = ENV.number("RIHAI_BREAK_GLASS_MINUTES")
BEHIND_PROXY = ENV.yes_no("RIHAI_BEHIND_PROXY")

SESSION_SECONDS = ENV.number("RIHAI_SESSION_HOURS") * 3600
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
# Whether a domain joins the browsers' own list of https domains is for its owner to say, and hard to undo.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
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

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "rihai.kit.logs.Plain"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        # Refused addresses stand in the audit trail; here their text could be anything somebody typed.
        "django": {"handlers": [], "level": "ERROR", "propagate": True},
        "rihai": {"level": "INFO"},
    },
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

MAIL = bool(ENV.text("RIHAI_EMAIL_URL"))
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if MAIL else 'dummy'}.EmailBackend"
globals().update(mail_server(ENV.text("RIHAI_EMAIL_URL")))
DEFAULT_FROM_EMAIL = ENV.text("RIHAI_EMAIL_FROM") or f"rihai@{_site.hostname}"
