"""A plan that was sent is nobody's to fill in any more: the sections given of it end with it."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.dispatch import receiver

from pep_plugin.access.models import Delegation
from pep_plugin.conf import today
from pep_plugin.signals import plan_sent


@receiver(plan_sent, dispatch_uid="pep_plugin.notices.closing")
def end_given_sections(*, plan_id: uuid.UUID, **kwargs: Any) -> None:
    """Should the plan be sent back, whoever asked asks again where it is needed."""
    yesterday = today() - datetime.timedelta(days=1)
    Delegation.objects.current().filter(plan=plan_id).update(ends=yesterday)
