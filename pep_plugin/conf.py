"""Settings of the package: one ``PEP_PLUGIN`` dict in the host's settings, known names only.

``from pep_plugin.conf import conf`` and read ``conf.COUNCIL_NAME``; a name that is not in
``DEFAULTS`` raises at start-up, so that a misspelt setting is never silently ignored.
"""

import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.signals import setting_changed
from django.utils import timezone

DEFAULTS: dict[str, Any] = {
    # Who is speaking: stands in heads, messages, documents.
    "COUNCIL_NAME": "Your council",
    "TEAM_NAME": "Virtual School",
    "TEAM_PHONE": "",
    "TEAM_EMAIL": "",
    # The council's number for a worry about a child, at any hour. Guidance pages print it.
    "URGENT_PHONE": "",
    # The address people type by hand, printed in messages ("www.example.gov.uk/pep").
    "TYPED_ADDRESS": "",
    # Scheme and host of the site, for links in messages ("https://peps.example.gov.uk"): the worker
    # that sends them has no request that would know.
    "SITE_ADDRESS": "",
    # What a child's message shows over a shoulder: from whom it is ("" is the site's usual sender),
    # and its subject.
    "CHILD_MESSAGE_SENDER": "",
    "CHILD_MESSAGE_SUBJECT": "Your page is ready",
    # Guidance that nobody has reviewed for so many months stands in the editors' report.
    "REVIEW_AFTER_MONTHS": 12,
    # Which parts this installation serves: "public", "private", or both.
    "PARTS": ("public", "private"),
    # Public pages extend the host's template; private pages extend ours, which a council replaces
    # like any other template, by one of the same name.
    "BASE_TEMPLATE": "base.html",
    # Static paths: a logo for private pages, and a stylesheet that sets --pep-* properties.
    "LOGO": "",
    "THEME_STYLESHEET": "",
    # (label, url) pairs at the foot of private pages.
    "FOOTER_LINKS": (),
    # The council's own name for the place where people sign in and out.
    "SIGN_IN_URL": "",
    "SIGN_OUT_URL": "",
    # The page on which people change their own passphrase or second step, where there is one.
    "ACCOUNT_URL": "",
    # The path of a .docx of the council's own, round every plan as Word; pep_check_shell lints it.
    "WORD_SHELL": "",
    # What stands behind "Confidential" on a plan's first page, when ours does not fit.
    "DOCUMENT_NOTICE": "",
    # All dates and printed times are in this zone, whatever the host's TIME_ZONE says.
    "TIME_ZONE": "Europe/London",
    # Alias in STORAGES for private files. It must not be served by the web server.
    "PRIVATE_STORAGE": "pep_private",
    # The largest file that people may add to a plan, in megabytes.
    "LARGEST_UPLOAD_MB": 20,
    # Dotted path of a function that says whether bytes are free of viruses; ours for ClamAV's
    # daemon is "pep_plugin.files.scanners.clamd", and finds it at CLAMD_ADDRESS.
    "SCANNER": "",
    "CLAMD_ADDRESS": "127.0.0.1:3310",
    # Days on which the council is closed besides England's bank holidays (ISO dates).
    "EXTRA_HOLIDAYS": (),
    # Reception children are asked the "early-years" or the "primary" form.
    "RECEPTION_FORM": "primary",
    # Whether posts stop counting when somebody else changed an account's password or address, until
    # the Virtual School confirms it.
    "SUSPEND_CHANGED_ACCOUNTS": False,
    # Whether people are invited by e-mail to make an account here; off with single sign-on.
    "INVITATIONS": False,
    # Whether children, carers and parents have pages of their own. Not without the next three.
    "CHILD_PAGE": False,
    # (label, number) pairs for a child who is not safe, in the order in which they are shown, after
    # 999; and who at the Virtual School meets a child's words that nobody opened in time.
    "SAFETY_NUMBERS": (),
    "DUTY_NAME": "",
    "DUTY_EMAIL": "",
    # Whether who drafted a change to a form may not publish it too.
    "FORMS_NEED_SECOND_PERSON": False,
}


class Conf:
    """Reads ``settings.PEP_PLUGIN`` over ``DEFAULTS``; reloaded when a test overrides it."""

    def __init__(self) -> None:
        self._values: dict[str, Any] | None = None

    def _load(self) -> dict[str, Any]:
        chosen = getattr(settings, "PEP_PLUGIN", {})
        unknown = sorted(set(chosen) - set(DEFAULTS))
        if unknown:
            raise ImproperlyConfigured(
                f"PEP_PLUGIN has names that do not exist: {', '.join(unknown)}. "
                f"Known names: {', '.join(DEFAULTS)}."
            )
        return {**DEFAULTS, **chosen}

    def __getattr__(self, name: str) -> Any:
        if name not in DEFAULTS:
            raise AttributeError(f"PEP_PLUGIN has no setting called {name}.")
        if self._values is None:
            self._values = self._load()
        return self._values[name]

    def reload(self) -> None:
        """Forget what was read, so that the next look reads the settings again."""
        self._values = None


conf = Conf()


def _reload(*, setting: str, **kwargs: Any) -> None:
    if setting == "PEP_PLUGIN":
        conf.reload()


setting_changed.connect(_reload, dispatch_uid="pep_plugin.conf")


def local(moment: datetime.datetime) -> datetime.datetime:
    """The moment in the council's zone; every printed time passes here."""
    return moment.astimezone(ZoneInfo(conf.TIME_ZONE))


def today() -> datetime.date:
    """Today's date in the council's zone, whatever the host's TIME_ZONE is."""
    return local(timezone.now()).date()


def serves(part: str) -> bool:
    """Whether this installation serves ``"public"`` or ``"private"``."""
    parts = conf.PARTS
    return part in ((parts,) if isinstance(parts, str) else tuple(parts))
