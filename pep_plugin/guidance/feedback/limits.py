"""How often one computer may say something, without keeping which computer it was.

The key is a hash of its address with a secret that changes each day and lives in the cache alone,
so that nobody can find out afterwards who said what.
"""

import hashlib
import secrets

from django.core.cache import cache
from django.http import HttpRequest

from pep_plugin.conf import today

MOST = 5
#: Seconds in which so many may come.
PERIOD = 10 * 60
_DAY = 24 * 60 * 60


def is_too_often(request: HttpRequest) -> bool:
    """Counts this one too."""
    key = f"pep_plugin.feedback.{_mark(request)}"
    cache.add(key, 0, PERIOD)
    try:
        return cache.incr(key) > MOST
    except ValueError:
        # It ran out between the two lines.
        return False


def _mark(request: HttpRequest) -> str:
    secret_key = f"pep_plugin.feedback.secret.{today().isoformat()}"
    secret = cache.get_or_set(secret_key, lambda: secrets.token_hex(16), _DAY)
    address = request.META.get("REMOTE_ADDR", "")
    return hashlib.sha256(f"{secret}{address}".encode()).hexdigest()
