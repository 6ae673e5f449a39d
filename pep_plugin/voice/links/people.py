"""The child, carers and parents of one plan, each with the page they have of their own."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from pep_plugin import access
from pep_plugin.access.models import LinkGrant
from pep_plugin.conf import conf
from pep_plugin.people.models import Involvement, Person
from pep_plugin.plans.models import Plan
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.plans.states import State
from pep_plugin.sections import roles
from pep_plugin.sections.schema import Form
from pep_plugin.voice.links.rules import is_young, may_give, verb_for
from pep_plugin.voice.models import VoiceDraft

#: In this order on the screen.
ROLES = (roles.CHILD, roles.CARER, roles.PARENT)


@dataclass(frozen=True, slots=True)
class OwnPage:
    """One link as colleagues see it. ``answered``: labels of questions; their words are not told.

    ``status`` is a word, ``tone`` its colour.
    """

    grant: LinkGrant
    status: str
    tone: str
    answered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Someone:
    """A person who may have a page. ``person`` is None for the child.

    ``may_link``: by this colleague, now. ``why_not``: a sentence where a colleague may not.
    """

    role: str
    role_label: str
    name: str
    person: Person | None
    email: str
    pages: tuple[OwnPage, ...]
    may_link: bool
    may_hand_over: bool
    may_take_back: bool
    why_not: str

    @property
    def key(self) -> str:
        """How the forms of the screen name somebody; it is not told apart by a name."""
        return f"{self.role}:{self.person.pk}" if self.person else self.role

    @property
    def open_link(self) -> OwnPage | None:
        """The link in a message that is open now."""
        return next((p for p in self.pages if p.grant.is_open and _is_link(p.grant)), None)

    @property
    def can_send_again(self) -> OwnPage | None:
        """The newest link in a message, open or run out: taken back is taken back."""
        newest = next((p for p in self.pages if _is_link(p.grant)), None)
        return newest if newest and newest.grant.revoked_at is None and self.may_link else None


def _is_link(grant: LinkGrant) -> bool:
    return grant.way == LinkGrant.Way.LINK


def everybody(opened: OpenPlan) -> list[Someone]:
    """The child first, then who is there today; three queries."""
    involved = (
        Involvement.objects.current()
        .filter(child=opened.child, role__in=(roles.CARER, roles.PARENT))
        .select_related("person")
        .order_by("role", "starts", "person__name")
    )
    pages = _pages(opened)
    found = [_someone(opened, roles.CHILD, None, pages)]
    found += [_someone(opened, row.role, row.person, pages) for row in involved]
    return found


def _someone(
    opened: OpenPlan,
    role: str,
    person: Person | None,
    pages: dict[tuple[str, object], list[OwnPage]],
) -> Someone:
    verb = verb_for(role, opened.plan)
    return Someone(
        role=role,
        role_label=roles.LABELS[role],
        name=person.name if person else opened.child.called,
        person=person,
        email=person.email if person else "",
        pages=tuple(pages.get((role, person.pk if person else None), ())),
        may_link=may_give(opened, role),
        may_hand_over=role == roles.CHILD and conf.CHILD_PAGE and opened.allows("link.give"),
        may_take_back=access.could(opened.roles, verb),
        why_not=_why_not(opened, role),
    )


def _why_not(opened: OpenPlan, role: str) -> str:
    """Why this colleague gives no link here, where somebody else may."""
    if may_give(opened, role) or not conf.CHILD_PAGE or opened.plan.state == State.SUBMITTED:
        return ""
    if role == roles.PARENT:
        return _("Only the social worker invites a parent.")
    if role == roles.CHILD and is_young(opened.child) and opened.plan.is_being_written:
        return _(
            "Under 11 the way in is your screen, handed over. A link would go through an adult’s "
            "address, so only the social worker can send one."
        )
    return ""


def _pages(opened: OpenPlan) -> dict[tuple[str, object], list[OwnPage]]:
    """(role, person) -> their links to this plan, the newest first."""
    grants = list(LinkGrant.objects.filter(plan=opened.plan).order_by("-made_at"))
    drafts = {
        draft.grant_id: draft.answers
        for draft in VoiceDraft.objects.filter(grant__in=[grant.pk for grant in grants])
    }
    found: dict[tuple[str, object], list[OwnPage]] = {}
    for grant in grants:
        answered = _labels(opened.form, list(drafts.get(grant.pk, {})))
        page = OwnPage(grant, *_status(grant, opened.plan), answered)
        found.setdefault((grant.role, grant.person_id), []).append(page)
    return found


def _labels(form: Form, paths: list[str]) -> tuple[str, ...]:
    """The questions' labels in the form's order."""
    # A table's draft may stand under its cells: what is told is the question.
    keys = {".".join(path.split(".")[:2]) for path in paths}
    return tuple(question.label for path, _section, question in form.paths() if path in keys)


def _status(grant: LinkGrant, plan: Plan) -> tuple[str, str]:
    if grant.revoked_at is not None:
        return _("Taken back"), "todo"
    if grant.sent_at is not None:
        return _("Sent"), "done"
    if not grant.is_open:
        return (_("Closed"), "todo") if not plan.is_being_written else (_("Ran out"), "wait")
    if grant.opened_at is not None:
        return _("Opened"), "progress"
    return _("Not opened yet"), "wait"
