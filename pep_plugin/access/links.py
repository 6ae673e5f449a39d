"""The secret in a link: worked out from the row's id, so that only its hash is ever kept.

A worker that writes the message later works it out again; whoever reads the database cannot,
because the site's own key goes into it.
"""

import base64
import hashlib
import uuid

from django.utils.crypto import salted_hmac


def token_for(kind: str, row_id: uuid.UUID) -> str:
    """43 characters (256 bits) that may stand in an address. ``kind`` keeps tables apart."""
    made = salted_hmac(f"pep_plugin.links.{kind}", str(row_id), algorithm="sha256")
    return base64.urlsafe_b64encode(made.digest()).rstrip(b"=").decode()


def hash_of(token: str) -> str:
    """What is kept, and looked up."""
    return hashlib.sha256(token.encode()).hexdigest()
