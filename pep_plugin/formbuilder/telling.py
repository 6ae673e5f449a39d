"""Changes as a page lists them: by section, then by question; and what was published meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from pep_plugin.formbuilder.reviewing import Review
from pep_plugin.formversions.models import FormVersion
from pep_plugin.sections import differences
from pep_plugin.sections.differences import Difference

#: What a change does to plans that are being written: this reaches them at once.
AT_ONCE = frozenset({"hidden", "help", "intro", "readers_narrower"})


@dataclass(frozen=True)
class Change:
    """Everything that changed in one question, or in a section itself ("" for its label)."""

    label: str
    sentences: tuple[str, ...]
    reaches_plans: bool


@dataclass(frozen=True)
class Group:
    """The changes of one section; of the form itself when ``title`` is ""."""

    title: str
    changes: list[Change]


def in_each_of(reviews: Sequence[Review]) -> list[Difference]:
    """The changes that several forms have alike, because they share the section."""
    if len(reviews) < 2:
        return []
    first, *others = (review.differences for review in reviews)
    return [one for one in first if all(one in found for found in others)]


def grouped(
    review: Review,
    *,
    only: Sequence[Difference] | None = None,
    leaving_out: Sequence[Difference] = (),
) -> list[Group]:
    """The changes of a draft, in the order of the form."""
    wanted = [one for one in review.differences if only is None or one in only]
    wanted = [one for one in wanted if one not in leaving_out]
    titles = {section.key: section.title for section in review.draft.form.sections}
    if review.live:
        titles = {**{s.key: s.title for s in review.live.form.sections}, **titles}
    return [
        Group(titles.get(key, ""), [_change(list(of_one)) for of_one in _by_question(list(found))])
        for key, found in groupby(_in_order(wanted), key=lambda one: one.section)
    ]


def _in_order(found: list[Difference]) -> list[Difference]:
    """What belongs together side by side; the order in which things were first named stays."""
    places = {
        place: at
        for at, place in enumerate(dict.fromkeys((one.section, one.question) for one in found))
    }
    sections = {key: at for at, key in enumerate(dict.fromkeys(one.section for one in found))}
    return sorted(
        found, key=lambda one: (sections[one.section], places[(one.section, one.question)])
    )


def _by_question(found: list[Difference]) -> list[list[Difference]]:
    return [list(of_one) for _key, of_one in groupby(found, key=lambda one: one.question)]


def _change(found: list[Difference]) -> Change:
    first = found[0]
    return Change(
        label=first.label if first.question else "",
        sentences=tuple(one.sentence for one in found),
        reaches_plans=any(one.what in AT_ONCE for one in found),
    )


def since(numbers: str) -> list[str]:
    """What was published since a page was drawn; ``numbers``: "primary:3,secondary:1" then."""
    told = []
    for part in numbers.split(","):
        key, _colon, number = part.partition(":")
        seen = int(number) if number.isdecimal() and len(number) < 10 else 0
        versions = FormVersion.objects.filter(form_key=key, number__gte=seen).order_by("number")
        for before, after in _pairs(list(versions), seen):
            told.append(_("%(version)s was published.") % {"version": after})
            told += [
                f"{one.label}: {one.sentence}"
                for one in differences.between(
                    before.form if before else None,
                    after.form,
                    was_hidden=before.hidden if before else (),
                    hidden=after.hidden,
                )
            ]
    return told


def _pairs(versions: list[FormVersion], seen: int) -> list[tuple[FormVersion | None, FormVersion]]:
    """(version before, version) of each version newer than the one seen."""
    newer = [version for version in versions if version.number > seen]
    before = next((version for version in versions if version.number == seen), None)
    return list(zip([before, *newer], newer, strict=False))
