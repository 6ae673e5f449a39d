"""What is said of an answer beside its words: what state it is in, and where it comes from."""

from __future__ import annotations

from django.utils.translation import gettext as _

from pep_plugin.documents.outline import State
from pep_plugin.documents.title import printed_day
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.roles import LABELS
from pep_plugin.sections.schema import Question


def state_of(question: Question, answer: Answer | None) -> State:
    """Anything but ``withheld``, which is the copy's to say."""
    if not answer:
        return "not_provided"
    if "removed" in answer:
        return "removed"
    if "typed" in answer:
        return "typed"
    if "none" in answer:
        return "none"
    return "answered" if answers_of.is_answered(question, answer) else "not_provided"


def note_on(question: Question, answer: Answer | None) -> str:
    """Where an answer comes from, whom to ask, or what is wrong with it; "" for most."""
    if not answer:
        return ""
    notes = []
    if "typed" in answer:
        notes += answers_of.problems(question, answer)
    if answer.get("ask"):
        # A person who was asked by name is named on screens, and not on paper that goes round.
        who = _("a colleague") if ":" in answer["ask"] else LABELS.get(answer["ask"], answer["ask"])
        notes.append(_("To ask: %(who)s.") % {"who": who})
    if "partly" in answer:
        notes.append(
            _("Words were removed here on %(day)s: %(reason)s.")
            % {"day": printed_day(answer["partly"]["on"]), "reason": answer["partly"]["reason"]}
        )
    if answer.get("for") == "child":
        notes.append(_("Written down for the child."))
    elif answer.get("for") == "carer":
        notes.append(_("Written down for the carer."))
    if answer.get("confirmed_at"):
        day = printed_day(answer["confirmed_at"])
        notes.append(_("From the last PEP, confirmed on %(day)s.") % {"day": day})
    elif answers_of.awaits_confirmation(answer):
        notes.append(_("From the last PEP or the records, and not confirmed since."))
    elif str(answer.get("source", "")).startswith("submission:"):
        notes.append(_("From the last PEP."))
    return " ".join(notes)
