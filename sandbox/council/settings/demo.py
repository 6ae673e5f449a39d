"""The site on one's own machine: SQLite, tasks done at once, e-mails kept as files."""

import os

from council.settings.base import *  # noqa: F403
from council.settings.base import PEP_PLUGIN, VAR_DIR
from council.settings.databases import sqlite

# Nothing here is secret: the site listens on this machine only, and its people are invented.
SECRET_KEY = "alderbrook-demo-key-for-an-invented-council-on-this-machine-only"
DEBUG = os.environ.get("DEBUG") == "1"
# Links in messages lead to the port that `make demo` was told.
PEP_PLUGIN = {**PEP_PLUGIN, "SITE_ADDRESS": f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"}
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]

VAR_DIR.mkdir(parents=True, exist_ok=True)
DATABASES = {"default": sqlite(os.environ.get("PEP_DEMO_DATABASE", VAR_DIR / "demo.sqlite3"))}

EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mail"

SERVE_FILES = True
IS_DEMO = True
