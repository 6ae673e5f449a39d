"""The data of the code lists, by subject: name of the list -> (code, label) pairs."""

from pep_plugin.sections.lists import (
    care,
    careers,
    child,
    early_years,
    meeting,
    plan,
    progress,
    school,
    targets,
    voice,
)

Options = tuple[tuple[str, str], ...]

EVERY: tuple[dict[str, Options], ...] = (
    care.LISTS,
    careers.LISTS,
    child.LISTS,
    early_years.LISTS,
    meeting.LISTS,
    plan.LISTS,
    progress.LISTS,
    school.LISTS,
    targets.LISTS,
    voice.LISTS,
)
