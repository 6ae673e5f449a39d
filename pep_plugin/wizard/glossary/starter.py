"""The words that a new council begins with. After that the list is the council's own."""

from pep_plugin.wizard.models import GlossaryWord

_ABOUT_HOME = "It is where they live and with whom, not where they were put."
_ABOUT_FAMILY = "It is a child’s time with family, not an appointment."
_ABOUT_CHILD = "Say what happens and what helps, not what somebody is."

#: (word, kinder words, why).
WORDS: tuple[tuple[str, str, str], ...] = (
    ("contact", "family time", _ABOUT_FAMILY),
    ("supervised contact", "family time with somebody there to help", _ABOUT_FAMILY),
    ("contact centre", "the place where they meet their family", _ABOUT_FAMILY),
    ("placement", "home", _ABOUT_HOME),
    ("placement breakdown", "having to leave a home", _ABOUT_HOME),
    ("placed with", "living with", _ABOUT_HOME),
    ("respite", "a stay with somebody they know", "Nobody is a rest from a child."),
    ("siblings", "brothers and sisters", "Use their names where you can."),
    ("birth parents", "mum and dad, or their names", "Ask what the child calls them."),
    ("LAC", "child in care, or the child’s name", "It sounds like “lack”."),
    ("LAC review", "review meeting", "It sounds like “lack”."),
    ("NEET", "not in school, college or work yet", "Say what they would like to do next."),
    ("absconded", "went away from home, or was missing", "Ask where they went to, and why."),
    ("challenging behaviour", "what they do when they are upset", _ABOUT_CHILD),
    ("attention seeking", "asking for somebody to be there", _ABOUT_CHILD),
    ("manipulative", "trying to get what they need", _ABOUT_CHILD),
    ("refuses to engage", "does not want to yet, or has not been asked in a way that works", ""),
    ("hard to reach", "not yet reached by us", "It is ours to find the way."),
    ("low ability", "working below what is expected for their age, in", "Say in which subject."),
    ("peers", "friends, or other children", "A child would say it so."),
)


def make_word(word: str) -> bool:
    """One of them, unless a council has the word already; whether it was made."""
    instead, why = next((instead, why) for known, instead, why in WORDS if known == word)
    if GlossaryWord.objects.filter(word__iexact=word).exists():
        return False
    GlossaryWord.objects.create(word=word, instead=instead, why=why)
    return True
