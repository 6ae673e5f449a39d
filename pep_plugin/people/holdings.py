"""What the people's room holds of a child: records, no typed answers."""

from pep_plugin.audit import holdings
from pep_plugin.files.models import PrivateFile
from pep_plugin.people.models import Child, ChildName, ChildNumber, Enrolment, Involvement

_WHY = "Records about a child; a wrong one is corrected where it is kept, not removed from a plan."

holdings.register(
    holdings.Holding(Child, lambda child_id: Child.objects.filter(pk=child_id), reason=_WHY)
)
for _model in (ChildName, ChildNumber, Enrolment, Involvement):
    holdings.register(
        holdings.Holding(
            _model,
            lambda child_id, model=_model: model._default_manager.filter(child_id=child_id),
            reason=_WHY,
        )
    )

holdings.register(
    holdings.Holding(
        PrivateFile,
        lambda child_id: PrivateFile.objects.filter(child_id=child_id),
        reason="Bytes belong to whoever made them; the room that made a file removes it.",
    )
)
