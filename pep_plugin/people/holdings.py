"""What the people's room holds of a child: records, no typed answers."""

import uuid
from collections.abc import Callable

from django.db import models

from pep_plugin.audit import holdings
from pep_plugin.people.models import (
    Attendance,
    Child,
    ChildName,
    ChildNumber,
    Enrolment,
    Involvement,
)

_WHY = "Records about a child; a wrong one is corrected where it is kept, not removed from a plan."

holdings.register(
    holdings.Holding(Child, lambda child_id: Child.objects.filter(pk=child_id), reason=_WHY)
)


def _of_child(model: type[models.Model]) -> Callable[[uuid.UUID], models.QuerySet[models.Model]]:
    return lambda child_id: model._default_manager.filter(child_id=child_id)


for _model in (Attendance, ChildName, ChildNumber, Enrolment, Involvement):
    holdings.register(holdings.Holding(_model, _of_child(_model), reason=_WHY))
