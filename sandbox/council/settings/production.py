"""Production: PostgreSQL, a task worker, HTTPS only. Every secret comes from the environment.

The process refuses to start when something that keeps people safe is missing; there is no
default for a secret.
"""

import os

from django.core.exceptions import ImproperlyConfigured

from council.settings.base import *  # noqa: F403
from council.settings.base import PEP_PLUGIN, STORAGES
from council.settings.databases import postgresql


def required(name: str, why: str) -> str:
    """The environment variable, or a refusal that says what it is for."""
    value = os.environ.get(name, "").strip()
    if not value:
        raise ImproperlyConfigured(f"Set the environment variable {name}: {why}")
    return value


DEBUG = False

SECRET_KEY = required(
    "SECRET_KEY", "it signs sessions and links. Use 50 or more random characters."
)
if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 5 or SECRET_KEY.startswith("django-insecure-"):
    raise ImproperlyConfigured("SECRET_KEY must be 50 or more random characters.")

ALLOWED_HOSTS = required(
    "ALLOWED_HOSTS", "the host names of this site, with commas between them."
).split(",")
if "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS must name this site's hosts; * lets any name in.")
CSRF_TRUSTED_ORIGINS = [f"https://{host.strip()}" for host in ALLOWED_HOSTS]
WAGTAILADMIN_BASE_URL = f"https://{ALLOWED_HOSTS[0].strip()}"
PEP_PLUGIN = {**PEP_PLUGIN, "SITE_ADDRESS": WAGTAILADMIN_BASE_URL}

required("PGDATABASE", "the name of the PostgreSQL database.")
DATABASES = {"default": {**postgresql(), "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}

# Attempts to sign in are counted here, so that every web process knows of them. The table is made
# by `manage.py createcachetable`.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "council_cache",
    }
}

# Work that takes time is done by `manage.py db_worker`, so that any number of web processes
# can come and go.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

STORAGES = {
    **STORAGES,
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage",
    },
    "pep_private": {
        "BACKEND": "pep_plugin.files.storage.PrivateFiles",
        "OPTIONS": {
            "location": required(
                "PEP_PRIVATE_DIR", "a folder for private files that no web server serves."
            ),
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
}

SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "same-origin"
# Only behind a proxy that sets this header itself and drops one that a visitor sends.
if os.environ.get("BEHIND_TLS_PROXY") == "1":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# The prefix makes a browser refuse the cookie from any other host or over plain HTTP.
SESSION_COOKIE_NAME = "__Host-session"
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "__Host-csrf"
CSRF_COOKIE_SECURE = True

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = os.environ.get("EMAIL_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("EMAIL_USE_TLS", "1") == "1"
