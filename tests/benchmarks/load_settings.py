"""The sandbox on PostgreSQL behind gunicorn, over plain HTTP on this machine, for ``load``."""

from council.settings.databases import postgresql
from council.settings.demo import *  # noqa: F403

DEBUG = False
DATABASES = {
    "default": {
        **postgresql(name="pep_load", user="postgres"),
        "CONN_MAX_AGE": 60,
    }
}
