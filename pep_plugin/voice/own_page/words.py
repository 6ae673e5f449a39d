"""The form's questions in words that suit an age. A council's own words are never replaced.

Keyed by the label that comes with the package: where a council wrote another, that one is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pep_plugin.voice.own_page.ages import FACES, MIX
from pep_plugin.voice.own_page.screens import Part, Screen

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_YOUNG = (FACES, MIX)
#: label -> (for which ages, how it is asked).
_TITLES: dict[str, tuple[tuple[str, ...], _StrPromise]] = {
    "I am good at": (_YOUNG, gettext_lazy("What am I good at?")),
    "I would like help with": (_YOUNG, gettext_lazy("What would I like help with?")),
    "If I had one wish": (_YOUNG, gettext_lazy("If I had one wish, what would it be?")),
    "Something I want to get better at": (
        _YOUNG,
        gettext_lazy("What do I want to get better at?"),
    ),
    "People who help me": (_YOUNG, gettext_lazy("Who helps me?")),
    "Things that worry me": (_YOUNG, gettext_lazy("Is there anything that worries me?")),
    "When I grow up": (_YOUNG, gettext_lazy("What would I like to be when I grow up?")),
    "Clubs and things I do, or would like to do": (
        _YOUNG,
        gettext_lazy("What do I like to do after school?"),
    ),
    "The best bit of school": (_YOUNG, gettext_lazy("What is the best bit of school?")),
    "The worst bit of school": (_YOUNG, gettext_lazy("What is the worst bit of school?")),
    "What I do not want to talk about there": (
        _YOUNG,
        gettext_lazy("Is there something I do not want to talk about there?"),
    ),
    "Please do not share this with": (
        _YOUNG,
        gettext_lazy("Is there anybody who should not read what I say?"),
    ),
    "What helps me say what I think": (
        _YOUNG,
        gettext_lazy("What helps me to say what I think?"),
    ),
    "Was I heard at my last meeting?": (
        _YOUNG,
        gettext_lazy("Did the grown-ups listen to me last time?"),
    ),
    "A photo of me": (_YOUNG, gettext_lazy("Would I like to add a photo of me?")),
    "A drawing, or a photo of something I like": (
        _YOUNG,
        gettext_lazy("Would I like to draw something?"),
    ),
    "Who helped me?": (_YOUNG, gettext_lazy("Did somebody help me with this?")),
    "The child’s view: how did this go?": ((), gettext_lazy("How did this go?")),
    "The child: is this one all right?": ((), gettext_lazy("Is this one all right?")),
    "What parents say": ((), gettext_lazy("What would you like everybody to know?")),
}
#: label -> what stands under it, (for young children, for older ones).
_HINTS: dict[str, tuple[str | _StrPromise, str | _StrPromise]] = {
    "What is going well for me?": (
        gettext_lazy("Something I like, or something that makes me proud."),
        gettext_lazy("At school or anywhere else. It can be small."),
    ),
    "I am good at": (gettext_lazy("Running, drawing, being kind: anything counts."), ""),
    "I would like help with": (gettext_lazy("What is tricky? Who could help me?"), ""),
    "If I had one wish": (gettext_lazy("It can be about anything at all."), ""),
    "Something I want to get better at": (
        gettext_lazy("Maybe reading, swimming, or making friends."),
        "",
    ),
    "Things that worry me": (
        gettext_lazy("At the end I say who may read this."),
        gettext_lazy("At the end you say who may read this."),
    ),
    "When I grow up": (gettext_lazy("I can change my mind at any time."), ""),
    "Do I want to come to my meeting?": (
        gettext_lazy("At my meeting grown-ups talk about how to help me at school."),
        "",
    ),
    "Who should be there?": (gettext_lazy("People I like to have with me."), ""),
    "A drawing, or a photo of something I like": (
        gettext_lazy("Draw here, or add a photo of something I like."),
        gettext_lazy("Draw here, or add a photo, a recording or a film."),
    ),
    "The child’s view: how did this go?": (
        gettext_lazy("In my own words. It stands beside the target for everyone at my meeting."),
        gettext_lazy("In your own words. It stands beside the target for everyone at the meeting."),
    ),
    "The child: is this one all right?": (
        gettext_lazy("If it is not right for me, grown-ups will talk with me about it."),
        gettext_lazy("If it is not right for you, it will be talked about with you."),
    ),
}
#: Titles of the form's pages that are for adults' eyes, as somebody young hears them.
_PARTS: dict[str, _StrPromise] = {
    "How I was asked": gettext_lazy("Who helped me"),
    "Last term’s targets": gettext_lazy("How my last targets went"),
    "New targets": gettext_lazy("My new targets"),
    # These are read by the carer and the parent themselves.
    "The carer’s view": gettext_lazy("What you think"),
    "More from the carer": gettext_lazy("More, if you like"),
    "Parents’ views": gettext_lazy("What you think"),
}


def title_of(screen: Screen, band: str) -> str:
    """The question as it is asked of this age."""
    if screen.row and screen.is_whole and len(screen.columns) == 1:
        return _of_row(screen)
    if screen.row and screen.is_whole:
        return screen.about
    label = screen.columns[0].label if screen.row else screen.question.label
    if label not in _TITLES:
        return label
    ages, title = _TITLES[label]
    return str(title) if not ages or band in ages else label


def _of_row(screen: Screen) -> str:
    """ "How do I feel about" and "Playtime" make one question; two others stand side by side."""
    label = screen.question.label
    if label == "How do I feel about":
        return _("How do I feel about %(what)s?") % {"what": _small(screen.about)}
    return f"{label}: {_small(screen.about)}"


def _small(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


def hint_of(screen: Screen, band: str) -> str:
    """What helps somebody of this age to answer; the form's own help where we have no words."""
    if screen.row and screen.is_whole:
        return screen.question.label if len(screen.columns) > 1 else ""
    question = screen.columns[0] if screen.row else screen.question
    if question.label in _HINTS:
        young, old = _HINTS[question.label]
        return str(young if band in _YOUNG else old)
    return question.help


def part_title(part: Part) -> str:
    """What a part is called on the page of whoever answers it."""
    title = part.page.title or part.section.title
    return str(_PARTS.get(title, title))
