"""The latest drafts of forms and sections, as publishing sees them: the one way to their rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from wagtail.models import Revision

from pep_plugin.formbuilder import conversion
from pep_plugin.formbuilder.models import PEPForm, PEPSection
from pep_plugin.formbuilder.reviewing import Bundle, Draft, DraftSection, Review
from pep_plugin.formversions.models import FormVersion
from pep_plugin.sections.form_checks import Problem
from pep_plugin.sections.schema import Section


@dataclass(frozen=True)
class _Read:
    """A section's newest draft, read once however many forms hold it."""

    section: Section | None
    hidden: frozenset[str]
    row: DraftSection
    unreadable: tuple[Problem, ...] = ()


class Reader:
    """Reads drafts; each section is read once in the life of a reader."""

    def __init__(self) -> None:
        self._known: dict[int, _Read] = {}

    def draft(self, form: PEPForm) -> Draft:
        """The form as it is drafted. A section that cannot be read is a problem, not a fault."""
        drafted = newest(form)
        reads = [self._read(section) for section in conversion.sections_of(drafted)]
        return Draft(
            id=form.pk,
            form=conversion.to_form(
                drafted, [read.section for read in reads if read.section is not None]
            ),
            hidden=frozenset().union(*(read.hidden for read in reads)),
            sections=tuple(read.row for read in reads),
            revision=form.latest_revision_id,
            drafted_by=drafted_by(form),
            unreadable=tuple(problem for read in reads for problem in read.unreadable),
        )

    def _read(self, section: PEPSection) -> _Read:
        if section.pk not in self._known:
            self._known[section.pk] = _read(section)
        return self._known[section.pk]


def _read(section: PEPSection) -> _Read:
    row = DraftSection(
        id=section.pk,
        key=section.key,
        title=section.title,
        revision=section.latest_revision_id,
        is_changed=section.has_unpublished_changes or not section.live,
        drafted_by=drafted_by(section),
    )
    drafted = newest(section)
    try:
        return _Read(conversion.to_section(drafted), conversion.hidden_paths(drafted), row)
    except ValueError as error:
        return _Read(None, frozenset(), row, (Problem(section.key, "", str(error)),))


def newest(row: Any) -> Any:
    """A form or section as its newest revision has it."""
    return row.get_latest_revision_as_object()


def drafted_by(row: Any) -> frozenset[Any]:
    """Ids of the accounts that saved a revision since the one that is live."""
    if not row.has_unpublished_changes and row.live:
        return frozenset()
    since = Revision.objects.for_instance(row).exclude(user=None)
    if row.live_revision_id:
        since = since.filter(created_at__gt=row.live_revision.created_at)
    return frozenset(since.values_list("user_id", flat=True))


def reviews() -> list[Review]:
    """Every form's draft beside its live version, in the order of their titles."""
    reader = Reader()
    return [
        Review(reader.draft(form), live_version(form.key))
        for form in PEPForm.objects.select_related("latest_revision").order_by("title")
    ]


def live_version(form_key: str) -> FormVersion | None:
    """What plans are asked today; None for a form that was never published."""
    return FormVersion.objects.newest().filter(form_key=form_key).first()


def lock() -> None:
    """Hold every form and section until the transaction ends: who publishes second waits."""
    list(PEPForm.objects.select_for_update().order_by("pk").values_list("pk", flat=True))
    list(PEPSection.objects.select_for_update().order_by("pk").values_list("pk", flat=True))


def publish_revisions(bundle: Bundle, *, user_id: Any) -> None:
    """Make what was frozen Wagtail's live revision of each form and changed section too."""
    user = get_user_model()._default_manager.filter(pk=user_id).first()
    sections = PEPSection.objects.filter(pk__in=bundle.sections)
    forms = PEPForm.objects.filter(pk__in=[review.draft.id for review in bundle.reviews])
    for row in [*sections, *forms]:
        revision = row.latest_revision or row.save_revision(user=user)
        revision.publish(user=user, skip_permission_checks=True)


def give_new_keys(bundle: Bundle, paths: Collection[str], *, user_id: Any) -> None:
    """Make other questions of those at these paths: each gets a key that no version ever had."""
    user = get_user_model()._default_manager.filter(pk=user_id).first()
    taken = _every_path(review.draft.key for review in bundle.reviews)
    for pk in bundle.sections:
        row = PEPSection.objects.get(pk=pk)
        drafted = newest(row)
        wanted = {path for path in paths if path.partition(".")[0] == row.key}
        new = {path.partition(".")[2]: _new_key(path, taken) for path in sorted(wanted)}
        if conversion.rename(drafted, new):
            drafted.save_revision(user=user)


def _every_path(form_keys: Iterable[str]) -> set[str]:
    """Every path that any version of these forms has had: answers to it may exist."""
    versions = FormVersion.objects.filter(form_key__in=list(form_keys))
    return {path for version in versions for path, _section, _question in version.form.paths()}


def _new_key(path: str, taken: set[str]) -> str:
    number = 2
    while f"{path}_{number}" in taken:
        number += 1
    taken.add(f"{path}_{number}")
    return f"{path.partition('.')[2]}_{number}"
