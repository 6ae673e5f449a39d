"""How an invitation stands, for the page it leads to."""

from django.utils import timezone

from pep_plugin.access.accounts import accounts_with
from pep_plugin.access.links import hash_of
from pep_plugin.access.models import Invitation
from pep_plugin.conf import conf


def find_invitation(token: str) -> Invitation:
    """By the secret in its address. Raises ``Invitation.DoesNotExist``, also where none count."""
    if not conf.INVITATIONS:
        raise Invitation.DoesNotExist
    found = Invitation.objects.select_related("person", "made_by")
    return found.get(token_sha256=hash_of(token))


def standing(invitation: Invitation) -> str:
    """``open``, ``used``, ``run_out``, ``taken_back`` or ``has_account``.

    ``has_account``: somebody has an account with that address, so none is made beside it.
    """
    if invitation.used_at is not None:
        return "used"
    if invitation.person.user_id is not None or accounts_with(invitation.email).exists():
        return "has_account"
    if invitation.revoked_at is not None or invitation.person.email != invitation.email:
        return "taken_back"
    return "open" if invitation.expires_at > timezone.now() else "run_out"


def is_renewable(invitation: Invitation) -> bool:
    """Only one that ran out, never one that was taken back or replaced by a newer one."""
    return standing(invitation) == "run_out"
