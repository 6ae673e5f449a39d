"""What every installation of the sandbox shares: Wagtail's own project template plus the package.

Blocks marked "The package" are what a council adds to its own settings; all else is the host's.
"""

import os
from pathlib import Path

COUNCIL_DIR = Path(__file__).resolve().parent.parent
SANDBOX_DIR = COUNCIL_DIR.parent
REPOSITORY_DIR = SANDBOX_DIR.parent

#: Everything that this site writes while it runs; one folder to keep out of version control.
VAR_DIR = Path(os.environ.get("PEP_VAR_DIR", REPOSITORY_DIR / "var"))

INSTALLED_APPS = [
    "council.home",
    "council.accounts",
    # The package, and the packages that it stands on.
    "pep_plugin",
    "pep_plugin.pages",
    "wagtail_modeladmin",
    "import_export",
    "formtools",
    "django_tasks",
    "django_tasks_db",
    # Wagtail and Django, as Wagtail's project template lists them.
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    # Accounts of a council without single sign-on.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "council.accounts.middleware.SecondStepRequired",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "council.urls"
WSGI_APPLICATION = "council.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [COUNCIL_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
AUTHENTICATION_BACKENDS = ["council.accounts.backend.EmailOrUsernameBackend"]

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "pep_plugin:home"
WAGTAIL_FRONTEND_LOGIN_URL = "/sign-in/"
SESSION_COOKIE_AGE = 60 * 60 * 10
SESSION_COOKIE_HTTPONLY = True
# The link for a new passphrase works for three days, and once.
PASSWORD_RESET_TIMEOUT = 60 * 60 * 72

# Accounts: django-allauth. Nobody signs up; people are invited by who gives them a post.
ACCOUNT_ADAPTER = "council.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 60 * 15
ACCOUNT_FORMS = {
    "login": "council.accounts.forms.SignInForm",
    "reset_password": "council.accounts.forms.ForgottenForm",
    "reset_password_from_key": "council.accounts.forms.NewPassphraseForm",
    "change_password": "council.accounts.forms.ChangePassphraseForm",
    "reauthenticate": "council.accounts.forms.AskAgainForm",
}
# Each address of a visitor may fail thirty times in five minutes (a school has one for everybody),
# and each account five times; the counts lie in the cache.
ACCOUNT_RATE_LIMITS: dict[str, str] | bool = {
    "login": "60/m/ip",
    "login_failed": "30/5m/ip,5/5m/key",
    "reset_password": "20/m/ip,5/h/key",
}
MFA_ADAPTER = "council.accounts.adapters.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Alderbrook Council"
MFA_FORMS = {
    "authenticate": "council.accounts.forms.CodeForm",
    "reauthenticate": "council.accounts.forms.AskCodeAgainForm",
    "activate_totp": "council.accounts.forms.SetUpAppForm",
}
#: Whether everyone must have a second step; otherwise whoever likes may add one.
SECOND_STEP_REQUIRED = os.environ.get("SECOND_STEP") == "required"

# There is one way in, and one way to a new passphrase: not the admin's own besides.
WAGTAILADMIN_LOGIN_URL = "admin_sign_in"
WAGTAIL_PASSWORD_RESET_ENABLED = False

LANGUAGE_CODE = "en-gb"
# As Wagtail's template says. The package prints Europe/London times whatever stands here.
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [COUNCIL_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    # The package: its files lie outside MEDIA_ROOT, and no web server has an address for them.
    "pep_private": {
        "BACKEND": "pep_plugin.files.storage.PrivateFiles",
        "OPTIONS": {"location": VAR_DIR / "private"},
    },
}

TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

# Wagtail's template says 10,000 as well: a page with many tables posts many fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

DEFAULT_FROM_EMAIL = "Alderbrook Council <no-reply@alderbrook.example>"
SERVER_EMAIL = DEFAULT_FROM_EMAIL

WAGTAIL_SITE_NAME = "Alderbrook Council"
WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8000"
# The admin asks no other host: not for faces (a hash of each e-mail address), not for news.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILDOCS_EXTENSIONS = ["docx", "odt", "pdf", "pptx", "rtf", "txt", "xlsx", "zip"]
# The package: a document is public as soon as it is uploaded, so it is looked over then.
WAGTAILDOCS_DOCUMENT_FORM_BASE = "pep_plugin.library.uploads.LookedOverDocumentForm"

#: Django serves static and media files itself: for a demo and for tests, never in production.
SERVE_FILES = False
#: Pages tell a visitor that the people are invented, and where the site's e-mails are kept.
IS_DEMO = False

# The package: all that a council must say about itself.
PEP_PLUGIN = {
    "COUNCIL_NAME": "Alderbrook Council",
    "TEAM_NAME": "Alderbrook Virtual School",
    "TEAM_PHONE": "01632 960 142",
    "TEAM_EMAIL": "virtual.school@alderbrook.example",
    "URGENT_PHONE": "01632 960 199",
    "TYPED_ADDRESS": "alderbrook.example/pep",
    "SITE_ADDRESS": WAGTAILADMIN_BASE_URL,
    "CHILD_MESSAGE_SENDER": "Your page <no-reply@alderbrook.example>",
    "INVITATIONS": True,
    "SUSPEND_CHANGED_ACCOUNTS": True,
    "CHILD_PAGE": True,
    "SAFETY_NUMBERS": (
        ("Alderbrook Council, day and night", "01632 960 199"),
        ("A helpline for children, free", "01632 960 116"),
    ),
    "DUTY_NAME": "Priya Nair",
    "DUTY_EMAIL": "duty@alderbrook.example",
    "BASE_TEMPLATE": "base.html",
    "LOGO": "council/logo.svg",
    "THEME_STYLESHEET": "council/pep-theme.css",
    "FOOTER_LINKS": (
        ("Alderbrook Council", "/"),
        ("Privacy", "/privacy/"),
        ("Accessibility", "/accessibility/"),
    ),
    "SIGN_IN_URL": "/sign-in/",
    "SIGN_OUT_URL": "/sign-out/",
    "ACCOUNT_URL": "/account/",
}
