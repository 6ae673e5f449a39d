"""One message to one person: who is speaking stands in it, and nothing about a child."""

from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from pep_plugin.conf import conf


def send(
    *, to: str, subject: str, template: str, context: dict[str, Any] | None = None, sender: str = ""
) -> None:
    """Send ``pep_plugin/notices/<template>``, its ``.txt`` with its ``.html`` beside it.

    Nobody else's address is anywhere in it. Raises what the mail backend raises: whoever promised
    the message tries again.
    """
    said = {**speaking(), **(context or {})}
    folder = f"pep_plugin/notices/{template}"
    message = EmailMultiAlternatives(
        subject,
        render_to_string(f"{folder}.txt", said),
        sender or None,
        [to],
        # Holiday replies to a machine help nobody.
        headers={"Auto-Submitted": "auto-generated"},
    )
    message.attach_alternative(render_to_string(f"{folder}.html", said), "text/html")
    message.send()


def speaking() -> dict[str, str]:
    """What every message says of its sender, and the address that people type by hand."""
    return {
        "council": conf.COUNCIL_NAME,
        "team": conf.TEAM_NAME,
        "phone": conf.TEAM_PHONE,
        "typed_address": conf.TYPED_ADDRESS,
    }


def address_of(name: str, *args: object) -> str:
    """The whole address of a view of ours. A worker has no request that would know the host."""
    return conf.SITE_ADDRESS.rstrip("/") + reverse(f"pep_plugin:{name}", args=args)
