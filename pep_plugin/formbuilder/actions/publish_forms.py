"""Taking drafts live: every form concerned as a whole, all of them or none."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from django.db import transaction

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.audit.record import record
from pep_plugin.conf import conf
from pep_plugin.formbuilder import drafts
from pep_plugin.formbuilder.reviewing import Bundle, bundles
from pep_plugin.formversions.models import FormVersion
from pep_plugin.formversions.publish import publish
from pep_plugin.people.models import Person
from pep_plugin.sections.form_checks import Problem
from pep_plugin.signals import form_published


class Refused(Exception):
    """The live forms stay as they are."""


class NothingToPublish(Refused):
    """No draft of these forms differs from what is live."""


class DraftsChanged(Refused):
    """Since the page was drawn a draft changed, or somebody else published."""


class NeedsSecondPerson(Refused):
    """The actor drafted a part of this, and the council wants another to publish it."""


class FormsHaveProblems(Refused):
    """``problems``: form key -> what keeps that form from being published."""

    def __init__(self, problems: dict[str, list[Problem]]) -> None:
        super().__init__("; ".join(str(one) for found in problems.values() for one in found))
        self.problems = problems


def publish_forms(
    *, actor: Actor, form_keys: Collection[str], mark: str, others: Collection[str] = ()
) -> list[FormVersion]:
    """Freeze a new version of each form from its latest draft, in one transaction.

    ``form_keys``: the forms of one bundle (:func:`reviewing.bundles`); forms that share a section
    which changed go together. ``mark``: the bundle's, as it was shown to the actor. ``others``:
    paths whose new label makes another question of them, which then gets a new key; every other
    new label is the same question in better words.

    Raises :class:`access.Forbidden` and the kinds of :class:`Refused`.
    """
    access.require(actor.post_roles, "form.publish")
    with transaction.atomic():
        drafts.lock()
        bundle = _bundle(form_keys)
        _check(actor, bundle, mark)
        author = _account_of(actor)
        if others:
            drafts.give_new_keys(bundle, others, user_id=author)
            bundle = _bundle(form_keys)
            _check_problems(bundle)
        versions = [
            publish(
                review.draft.form,
                hidden=review.draft.hidden,
                reworded=[label.path for label in review.new_labels],
            )
            for review in bundle.reviews
        ]
        drafts.publish_revisions(bundle, user_id=author)
        for review, version in zip(bundle.reviews, versions, strict=True):
            record(
                "form.publish",
                actor=actor,
                object_id=version.pk,
                form=version.form_key,
                number=version.number,
                changes=len(review.differences),
            )
            transaction.on_commit(
                partial(
                    form_published.send,
                    sender=FormVersion,
                    form_key=version.form_key,
                    number=version.number,
                )
            )
    return versions


def _bundle(form_keys: Collection[str]) -> Bundle:
    """The bundle that these forms make up today; raises when they make up another, or none."""
    wanted = set(form_keys)
    for bundle in bundles(drafts.reviews()):
        keys = {review.draft.key for review in bundle.reviews}
        if keys == wanted:
            return bundle
        if keys & wanted:
            raise DraftsChanged
    raise NothingToPublish


def _check(actor: Actor, bundle: Bundle, mark: str) -> None:
    if bundle.mark != mark:
        raise DraftsChanged
    if is_own_draft(actor, bundle):
        raise NeedsSecondPerson
    _check_problems(bundle)


def _check_problems(bundle: Bundle) -> None:
    problems = {review.draft.key: review.problems for review in bundle.reviews if review.problems}
    if problems:
        raise FormsHaveProblems(problems)


def is_own_draft(actor: Actor, bundle: Bundle) -> bool:
    """Whether the actor drafted a part of it, and the setting asks for a second person."""
    if not conf.FORMS_NEED_SECOND_PERSON:
        return False
    return _account_of(actor) in bundle.everyone_who_drafted


def _account_of(actor: Actor) -> int | None:
    """The account by which Wagtail knows the actor; none for a command."""
    if actor.person_id is None:
        return None
    return Person.objects.values_list("user_id", flat=True).get(pk=actor.person_id)
