"""Publishing the shipped forms. Their editor comes later; what it publishes goes this way too."""

from django.db import transaction

from pep_plugin.formversions.models import FormVersion
from pep_plugin.sections import codec, definitions, form_checks
from pep_plugin.sections.schema import Form


class FormHasProblems(ValueError):
    """The form cannot be published; ``problems`` are sentences for its editor."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


@transaction.atomic
def publish(
    form: Form, *, hidden: tuple[str, ...] = (), reworded: tuple[str, ...] = ()
) -> FormVersion:
    """The next version of the form, or the live one when nothing changed.

    Raises :class:`FormHasProblems`.
    """
    problems = form_checks.problems(form)
    if problems:
        raise FormHasProblems(problems)
    data = codec.to_json(form)
    newest = FormVersion.objects.filter(form_key=form.key).order_by("-number").first()
    if newest is not None and newest.sha256 == codec.digest(data) and newest.hidden == list(hidden):
        return newest
    return FormVersion.objects.create(
        form_key=form.key,
        number=newest.number + 1 if newest else 1,
        title=form.title,
        data=data,
        hidden=list(hidden),
        reworded=list(reworded),
    )


def publish_shipped() -> list[FormVersion]:
    """Publish every shipped form and paper that differs from its live version; idempotent."""
    shipped = {**definitions.shipped(), **definitions.papers()}
    return [publish(form) for form in shipped.values()]
