"""I do not know yet: an answer too, with whom to ask. One list, so that it needs no script."""

from django.utils.translation import gettext as _

from pep_plugin.sections.answers import NONE_REASONS, Answer
from pep_plugin.sections.text import normalise_text

#: The value that means "not known yet, and I do not know whom to ask".
NOBODY = "unknown:"


def value_of(answer: Answer | None) -> str:
    """What the list shows for an answer; "" when the answer is none of these."""
    if not answer or "none" not in answer:
        return ""
    return f"{answer['none']}:{answer.get('ask', '')}"


def read(value: str) -> Answer | None:
    """The answer for what was chosen; ``None`` for nothing and for what nobody offered."""
    reason, _, ask = normalise_text(value).partition(":")
    if reason not in NONE_REASONS:
        return None
    return {"none": reason, "ask": ask[:120]} if ask else {"none": reason}


def options(
    people: tuple[tuple[str, str], ...],
    answer: Answer | None,
    *,
    chosen: str = "",
    may_not_apply: bool = False,
) -> list[tuple[str, str]]:
    """(value, label) of the list: whom to ask, nobody in particular, and what is stored already."""
    offered = [(f"unknown:{key}", _("Ask %(whom)s") % {"whom": label}) for key, label in people]
    offered.append((NOBODY, _("I do not know whom to ask")))
    if may_not_apply:
        offered.append(("not_applicable:", NONE_REASONS["not_applicable"]))
    known = {value for value, _label in offered}
    for value in (value_of(answer), chosen):
        reason, _colon, ask = value.partition(":")
        if value and value not in known and reason in NONE_REASONS:
            label = _("Ask %(whom)s") % {"whom": ask} if ask else NONE_REASONS[reason]
            offered.append((value, label))
            known.add(value)
    return offered
