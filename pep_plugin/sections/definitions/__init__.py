"""The forms that the package ships, written with the classes of ``sections.schema``.

What all phases share stands in ``common``, one module a section; a phase composes them.
"""

from functools import cache

from pep_plugin.sections.definitions import added
from pep_plugin.sections.schema import Form


def of_phases() -> dict[str, Form]:
    """The shipped forms that ask for everything, one for each phase; see :func:`shipped`."""
    return {key: form for key, form in shipped().items() if form.phase}


def shipped() -> dict[str, Form]:
    """Every shipped PEP form by its key: one for each phase, and one for a PEP kept as a file.

    With the sections that a council's own apps added. Built once, the same objects ever after.
    """
    return _shipped(len(added.ADDED))


@cache
def _shipped(how_many_added: int) -> dict[str, Form]:
    from pep_plugin.sections.definitions import (
        early_years,
        kept_as_file,
        post_16,
        primary,
        secondary,
    )

    phases = (early_years.form(), primary.form(), secondary.form(), post_16.form())
    forms = (*phases, kept_as_file.form())
    return {form.key: added.with_added(form) for form in forms}


@cache
def papers() -> dict[str, Form]:
    """Every shipped paper of the library by its key: a child's views, an agenda, a checklist."""
    from pep_plugin.sections.definitions.templates import forms

    return {form.key: form for form in forms()}
