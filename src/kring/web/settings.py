"""Settings of the site. What a host may choose is read from the environment; docs/host/settings.md explains each."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from kring.web import environment, sign_on

HERE = Path(__file__).parent

# what a host may choose ---------------------------------------------------------------------------

DATA = environment.folder("KRING_DATA", environment.USUAL_DATA)
SECRET_KEY = environment.secret("KRING_SECRET_KEY", kept_in=DATA / "secret-key")
ALLOWED_HOSTS = environment.hosts("KRING_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
LANGUAGE_CODE = environment.choice("KRING_LANGUAGE", "nl", allowed=("nl", "en"))
RETENTION_DAYS = environment.number("KRING_RETENTION_DAYS", 14, least=1, most=365)
CLOSING_MINUTES = environment.number("KRING_CLOSING_MINUTES", 30, least=0, most=1440)
POSTS_PER_MINUTE = environment.number("KRING_POSTS_PER_MINUTE", 600, least=0, most=1_000_000)
MAIL = environment.mail("KRING_MAIL")
MAIL_FROM = environment.sender("KRING_MAIL_FROM", default="Kring <kring@localhost>")
SIGN_ON = environment.sign_on("KRING_SIGN_ON")
SITE_ADDRESS = environment.origin("KRING_ADDRESS")
COMPANIONS_URL = environment.origin("KRING_COMPANIONS_URL")
DEBUG = environment.switch("KRING_DEBUG", default=False)

# the site -----------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "kring.web",
    "kring.web.ui",
    "kring.web.people",  # before allauth: its pages are ours
    "kring.web.organisations",
    "kring.web.methods",
    "kring.web.growth",
    "kring.web.vault",
    "kring.web.meetings",
    "kring.web.circles",
    "kring.web.rhythm",
    "kring.web.learning",
    "kring.web.cases",
    "kring.web.intentions",
    "kring.web.vitality",
    "kring.web.programmes",
    "kring.web.enrolment",
    "kring.web.forming",
    "kring.web.kickoff",
    "kring.web.evaluation",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
]
if any(isinstance(one, sign_on.Saml) for one in SIGN_ON):
    INSTALLED_APPS += ["allauth.socialaccount.providers.saml"]  # comes with `pip install 'kring[saml]'`
MIDDLEWARE = [
    "kring.web.ui.headers.walls",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "kring.web.ui.origin.only_from_here",
    "kring.web.ui.pace.not_too_fast",
    "django.middleware.common.CommonMiddleware",
    "kring.web.people.middleware.Sessions",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kring.web.people.middleware.own_language",
    "kring.web.people.middleware.begins_here",
    "kring.web.people.middleware.wiped_at_sign_out",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "kring.web.urls"
ASGI_APPLICATION = "kring.web.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "kring.web.ui.context.site",
            ],
            "builtins": ["django.templatetags.i18n", "kring.web.ui.templatetags.kring"],
        },
    }
]
STATIC_URL = "/static/"
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024  # an epoch for fifteen people is some 10 kB
# A file that comes in stays in memory and is never put on a disk; a larger one isn't kept at all.
FILE_UPLOAD_MAX_MEMORY_SIZE = 9 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

PUBLISHED_METHODS = DATA / environment.METHODS
DATABASE = DATA / "kring.sqlite3"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATABASE,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",  # who will write queues for it at once instead of failing halfway
            "timeout": 20,
            # FULL: what was acknowledged survives a power cut; secure_delete: what is destroyed is overwritten
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# people -------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["kring.web.people.hashing.StretchedAlready"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "me"
ACCOUNT_SIGNUP_REDIRECT_URL = "recovery_sheet"
SESSION_COOKIE_NAME = "session"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SAMESITE = "Lax"  # Strict would sign somebody out who comes by a link in a mail

ACCOUNT_ADAPTER = "kring.web.people.adapter.Accounts"
ACCOUNT_FORMS = {
    "signup": "kring.web.people.forms.SignUp",
    "login": "kring.web.people.forms.SignIn",
    "reauthenticate": "kring.web.people.forms.ShowItIsYou",
    "reset_password": "kring.web.people.forms.AskForReset",
    "reset_password_from_key": "kring.web.people.forms.NewPassphrase",
    "add_email": "kring.web.people.forms.NewAddress",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True  # a code keeps people on the page where their keys are
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60

MFA_ADAPTER = "kring.web.people.adapter.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = True
MFA_TOTP_ISSUER = "Kring"
MFA_TOTP_TOLERANCE = 1  # one step of 30 seconds either way: clocks of phones differ
MFA_FORMS = {
    "add_webauthn": "kring.web.people.forms.NewPasskey",
    "signup_webauthn": "kring.web.people.forms.FirstPasskey",
}

SOCIALACCOUNT_ADAPTER = "kring.web.people.adapter.Organisations"
SOCIALACCOUNT_PROVIDERS = sign_on.as_apps(SIGN_ON)
SOCIALACCOUNT_FORMS = {"signup": "kring.web.people.forms.SignUpByOrganisation"}
SOCIALACCOUNT_LOGIN_ON_GET = (
    True  # a form may go nowhere else (form-action); see people.middleware.begins_here
)
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False  # an organisation that claims an address doesn't get its account
SOCIALACCOUNT_STORE_TOKENS = False
MAY_COME_FROM_ELSEWHERE = r"/sign-in/with/saml/[a-z0-9-]+/(acs|sls)/"

EMAIL_BACKEND = MAIL.backend
EMAIL_FILE_PATH = DATA / "mail"
EMAIL_HOST, EMAIL_PORT = MAIL.host, MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.starttls, MAIL.tls
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = MAIL_FROM

LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
LOCALE_PATHS = [HERE / "locale"]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_TZ = True
TIME_ZONE = "UTC"

# Nothing that a person wrote can get in here: addresses without their query, ids, and our own errors.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "kring": {"level": "INFO", "handlers": ["stderr"], "propagate": False},
        "kring.web.live.wire": {"level": "ERROR"},
        "django": {"level": "WARNING", "handlers": ["stderr"], "propagate": False},
        "django.request": {"level": "ERROR", "propagate": True},  # a page that isn't there is no news
    },
}
