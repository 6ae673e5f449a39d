"""What is invented differently by phase: texts, choices and dates, over those that all share.

``{name}`` is what the child is called. Form key -> path -> wordings.
"""

from pep_plugin.management.fictional import early_years_words, post_16_words, secondary_words

TEXTS = {
    "early-years": early_years_words.TEXTS,
    "secondary": secondary_words.TEXTS,
    "post-16": post_16_words.TEXTS,
}
CHOSEN = {
    "early-years": early_years_words.CHOSEN,
    "secondary": secondary_words.CHOSEN,
    "post-16": post_16_words.CHOSEN,
}
AIMS = {
    "early-years": early_years_words.AIMS,
    "secondary": secondary_words.AIMS,
    "post-16": post_16_words.AIMS,
}
