"""Moments and names as sentences say them."""

import datetime
from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pep_plugin.conf import local, today
from pep_plugin.plans.owners import Owners
from pep_plugin.sections import roles
from pep_plugin.sections.kinds.numbers import long_date


def clock(moment: datetime.datetime) -> str:
    """ "2:32pm", in the council's zone."""
    here = local(moment)
    return f"{here.hour % 12 or 12}:{here.minute:02}{'am' if here.hour < 12 else 'pm'}"


def when(moment: datetime.datetime) -> str:
    """ "today at 2:32pm", "yesterday at 9:12am", "on 24 November"."""
    day = local(moment).date()
    if day == today():
        return _("today at %(time)s") % {"time": clock(moment)}
    if day == today() - datetime.timedelta(days=1):
        return _("yesterday at %(time)s") % {"time": clock(moment)}
    words = long_date(day)
    if day.year == today().year:
        words = words.rpartition(" ")[0]
    return _("on %(day)s") % {"day": words}


def in_a_sentence(label: str) -> str:
    """ "autumn term 2026": a term's name inside a sentence; one of capitals ("T1") stays."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def the_role(role: str) -> str:
    """ "the social worker"; the child is not called by a role."""
    label = roles.LABELS.get(role, role)
    first, rest = label[:1], label[1:]
    if label.startswith("The "):
        return _("the %(role)s") % {"role": label[4:]}
    # "IRO" and "Virtual School" keep their capitals, "Social worker" does not.
    keeps = label.split()[0] in ("Virtual", "PEP")
    return _("the %(role)s") % {"role": f"{first if keeps else first.lower()}{rest}"}


def joined(names: Sequence[str]) -> str:
    """ "Sam Reid and Ada Quist"."""
    return _(" and ").join(names)


def waited_for(role: str, owners: Owners) -> str:
    """Whom a section waits for: names, or the role where nobody fills it."""
    return joined(owners.names(role)) or the_role(role)


def editing_now(names: Sequence[str]) -> str:
    """ "Sam Reid is editing this section now."; "" for nobody."""
    if not names:
        return ""
    words = ngettext(
        "%(names)s is editing this section now.",
        "%(names)s are editing this section now.",
        len(names),
    )
    return words % {"names": joined(names)}


def editing_too(names: Sequence[str]) -> str:
    """The same, for whoever has the section open too."""
    if not names:
        return ""
    words = ngettext(
        "%(names)s is editing this section too. What you both write is kept.",
        "%(names)s are editing this section too. What you all write is kept.",
        len(names),
    )
    return words % {"names": joined(names)}
