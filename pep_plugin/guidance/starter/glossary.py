"""The first words of the glossary, made once: what a council took out does not come back."""

from django.db import transaction
from django.utils.text import slugify

from pep_plugin.guidance.starter.models import MadeOnce
from pep_plugin.wizard.glossary.starter import WORDS, make_word


@transaction.atomic
def ensure_words() -> int:
    """How many were made. Idempotent; an upgrade brings words that are new."""
    made = 0
    for word, _instead, _why in WORDS:
        _once, is_new = MadeOnce.objects.get_or_create(key=f"word-{slugify(word)}")
        if is_new:
            made += make_word(word)
    return made
