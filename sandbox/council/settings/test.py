"""Tests: SQLite in memory, or PostgreSQL when PEP_TEST_DATABASE=postgres says so."""

import os
import tempfile
from pathlib import Path

# Tests write nowhere but into a folder of their own, which goes when the run ends.
_var = tempfile.TemporaryDirectory(prefix="pep-test-")
os.environ["PEP_VAR_DIR"] = _var.name

from council.settings.base import *  # noqa: E402, F403
from council.settings.base import STORAGES, VAR_DIR  # noqa: E402
from council.settings.databases import postgresql, sqlite  # noqa: E402

SECRET_KEY = "a-key-for-tests-that-opens-nothing-at-all-anywhere-0123456789"
DEBUG = False
ALLOWED_HOSTS = ["*"]

if os.environ.get("PEP_TEST_DATABASE") == "postgres":
    DATABASES = {"default": postgresql(name="pep_test", user="postgres")}
else:
    DATABASES = {"default": sqlite(VAR_DIR / "test.sqlite3")}
    DATABASES["default"]["TEST"] = {"NAME": str(Path(VAR_DIR) / "test-run.sqlite3")}

# The fast hasher: no test is about how slow a real one is.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    **STORAGES,
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
}
SERVE_FILES = True
# Tests sign in more often than people do; those about too many attempts set their own.
ACCOUNT_RATE_LIMITS = False
