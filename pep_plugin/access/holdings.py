"""Links and sections that were given to people: they name a child's plan and hold no answer."""

import uuid
from collections.abc import Callable

from django.db import models

from pep_plugin.access.models import Delegation, LinkGrant
from pep_plugin.audit import holdings

_WHY = "Says who may write where; holds no typed answer."


def _of_child(model: type[models.Model]) -> Callable[[uuid.UUID], models.QuerySet[models.Model]]:
    return lambda child_id: model._default_manager.filter(plan__child=child_id)


for _model in (LinkGrant, Delegation):
    holdings.register(holdings.Holding(_model, _of_child(_model), reason=_WHY))
