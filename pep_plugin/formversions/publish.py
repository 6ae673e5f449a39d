"""Freezing a form into its next version: the one way by which a form goes live."""

from collections.abc import Collection, Iterable

from django.db import transaction

from pep_plugin.formversions.models import FormVersion
from pep_plugin.formversions.readers import both
from pep_plugin.sections import codec, definitions, form_checks
from pep_plugin.sections.leaving_out import without
from pep_plugin.sections.schema import Form


class FormHasProblems(ValueError):
    """The form cannot be published; ``problems`` are sentences for its editor."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


@transaction.atomic
def publish(
    form: Form, *, hidden: Collection[str] = (), reworded: Collection[str] = ()
) -> FormVersion:
    """The next version of the form, or the live one when nothing changed.

    ``hidden``: paths that nobody is asked from now on, plans in flight included; the version does
    not hold them, and they stay hidden until a version asks them again. ``reworded``: paths of
    questions, columns (``section.question.column``) and sections that are the same in better words.
    Raises :class:`FormHasProblems`.
    """
    form = without(form, hidden)
    problems = form_checks.problems(form)
    if problems:
        raise FormHasProblems(problems)
    data = codec.to_json(form)
    asked = [path for path, _section, _question in form.paths()]
    newest = FormVersion.objects.filter(form_key=form.key).order_by("-number").first()
    if newest is None:
        return _freeze(form, data, 1, sorted(hidden), sorted(reworded), {})
    still_hidden = sorted({*hidden, *newest.hidden} - set(asked))
    if newest.sha256 == codec.digest(data) and newest.hidden == still_hidden:
        return newest
    better = sorted({*reworded, *newest.reworded} & _named(form))
    return _freeze(
        form, data, newest.number + 1, still_hidden, better, _last_readers(newest, asked)
    )


def _named(form: Form) -> set[str]:
    """Everything that has a title or a label: sections, questions, columns."""
    found = {section.key for section in form.sections}
    for path, _section, question in form.paths():
        columns = question.table.columns if question.table else ()
        found |= {path, *(f"{path}.{column.key}" for column in columns)}
    return found


def _freeze(
    form: Form,
    data: dict[str, object],
    number: int,
    hidden: list[str],
    reworded: list[str],
    last_readers: dict[str, list[str]],
) -> FormVersion:
    return FormVersion.objects.create(
        form_key=form.key,
        number=number,
        title=form.title,
        data=data,
        hidden=hidden,
        reworded=reworded,
        last_readers=last_readers,
    )


def _last_readers(newest: FormVersion, asked: Iterable[str]) -> dict[str, list[str]]:
    """Who might read each question when a version last held it: its answers are still there."""
    last = dict(newest.last_readers)
    for path, section, question in newest.form.paths():
        readers = both(section.readers, question.readers)
        if readers:
            last[path] = list(readers)
    return {path: readers for path, readers in last.items() if path not in asked}


def publish_papers() -> list[FormVersion]:
    """Publish every shipped paper of the library that differs from its live version; idempotent."""
    return [publish(form) for form in definitions.papers().values()]


def publish_shipped() -> list[FormVersion]:
    """The same for the PEP forms too, as they were shipped: what a council changed is not asked."""
    return [*(publish(form) for form in definitions.shipped().values()), *publish_papers()]
