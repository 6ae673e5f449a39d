"""Links and sections that were given to people: they name a child's plan and hold no answer."""

from pep_plugin.access.models import Delegation, LinkGrant
from pep_plugin.audit import holdings

_WHY = "Says who may write where; holds no typed answer."


for _model in (LinkGrant, Delegation):
    holdings.register(
        holdings.Holding(_model, holdings.rows_of(_model, "plan__child"), reason=_WHY)
    )
