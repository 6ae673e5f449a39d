"""What publishing would do: for each form its problems, its changes in words, its new labels."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from pep_plugin.formversions.models import FormVersion
from pep_plugin.sections import codec, differences, duties, form_checks
from pep_plugin.sections.differences import Difference
from pep_plugin.sections.form_checks import Problem
from pep_plugin.sections.leaving_out import without
from pep_plugin.sections.schema import Form


@dataclass(frozen=True)
class DraftSection:
    """A section as it is drafted. ``drafted_by``: ids of the accounts that changed it since it
    was last published; ``revision`` is the id of its newest revision."""

    id: int
    key: str
    title: str
    revision: int | None = None
    is_changed: bool = False
    drafted_by: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Draft:
    """One form as it is drafted. ``form`` holds hidden questions too; ``hidden`` are their paths.

    ``revision`` and ``drafted_by`` are those of the form itself: its title, its list of sections.
    """

    id: int
    form: Form
    hidden: frozenset[str] = frozenset()
    sections: tuple[DraftSection, ...] = ()
    revision: int | None = None
    drafted_by: frozenset[int] = frozenset()
    #: What made it impossible to read a part of the draft; nothing of it is published then.
    unreadable: tuple[Problem, ...] = ()

    @property
    def key(self) -> str:
        return self.form.key

    @property
    def everyone_who_drafted(self) -> frozenset[int]:
        return self.drafted_by.union(*(section.drafted_by for section in self.sections))


@dataclass(frozen=True)
class NewLabel:
    """A question that is called otherwise: the same in better words, or another one?"""

    path: str
    before: str
    now: str


@dataclass(frozen=True)
class Review:
    """One form's draft beside its live version, if it has one."""

    draft: Draft
    live: FormVersion | None

    @cached_property
    def asked(self) -> Form:
        """What plans would be asked: the draft without its hidden questions."""
        return without(self.draft.form, self.draft.hidden)

    @cached_property
    def differences(self) -> list[Difference]:
        return differences.between(
            self.live.form if self.live else None,
            self.asked,
            was_hidden=self.live.hidden if self.live else (),
            hidden=self.draft.hidden,
        )

    @property
    def is_changed(self) -> bool:
        return bool(self.differences or self.draft.unreadable)

    @cached_property
    def problems(self) -> list[Problem]:
        """What keeps it from being published, each once and with its place."""
        found = [
            *self.draft.unreadable,
            *form_checks.located(self.asked),
            *duties.problems(self.asked, self.live.form if self.live else None),
        ]
        return [self._in_labels(problem) for problem in dict.fromkeys(found)]

    def _in_labels(self, problem: Problem) -> Problem:
        """With the label of a question that is hidden or gone, where the sentence has its path."""
        sentence = problem.sentence
        for form in filter(None, (self.draft.form, self.live.form if self.live else None)):
            for path, _section, question in form.paths():
                sentence = sentence.replace(f"“{path}”", f"“{question.label}”")
        return dataclasses.replace(problem, sentence=sentence)

    @cached_property
    def new_labels(self) -> list[NewLabel]:
        found = differences.relabelled(self.live.form if self.live else None, self.asked)
        return [NewLabel(path, before, now) for path, (before, now) in found.items()]

    @cached_property
    def mark(self) -> str:
        """Changes whenever the draft or the live version does: what was shown is what is meant."""
        live = [self.live.number, self.live.sha256, self.live.hidden] if self.live else []
        return codec.digest([codec.to_json(self.draft.form), sorted(self.draft.hidden), live])


@dataclass(frozen=True)
class Bundle:
    """Changed forms that go live together, because they share a section that changed."""

    reviews: tuple[Review, ...]

    @property
    def name(self) -> str:
        """Stands in the address of its button; the forms' keys."""
        return ",".join(review.draft.key for review in self.reviews)

    @property
    def has_problems(self) -> bool:
        return any(review.problems for review in self.reviews)

    @property
    def mark(self) -> str:
        return codec.digest([review.mark for review in self.reviews])

    @property
    def new_labels(self) -> list[NewLabel]:
        """Each new label once, however many forms ask the question."""
        found = {label.path: label for review in self.reviews for label in review.new_labels}
        return list(found.values())

    @property
    def everyone_who_drafted(self) -> frozenset[int]:
        return frozenset().union(*(review.draft.everyone_who_drafted for review in self.reviews))

    @property
    def sections(self) -> dict[int, DraftSection]:
        """The changed sections by id, each once."""
        return {
            section.id: section
            for review in self.reviews
            for section in review.draft.sections
            if section.is_changed
        }


def bundles(reviews: Iterable[Review]) -> list[Bundle]:
    """Changed forms, those together that share a changed section; in the order of the forms."""
    groups: list[list[Review]] = []
    for review in reviews:
        if not review.is_changed:
            continue
        shared = [group for group in groups if any(_share(review, other) for other in group)]
        merged = [one for group in shared for one in group] + [review]
        groups = [group for group in groups if group not in shared] + [merged]
    return [Bundle(tuple(group)) for group in groups]


def _share(one: Review, other: Review) -> bool:
    return not _changed(one.draft.sections).isdisjoint(_changed(other.draft.sections))


def _changed(sections: Sequence[DraftSection]) -> set[int]:
    return {section.id for section in sections if section.is_changed}
